import { endings, pairsOf } from '../claim-families.ts';

/** A regular verb in all that a report says with it. */
const forms = (verbs: string) => endings(verbs, '|s|ed|ing');

const GRAVE =
  'serious|severe|pressing|worrying|urgent|important|critical|notable|alarming|concerning|significant|troubling|grave|problematic|dangerous|obvious|striking|visible|immediate';
const REFUSED = [
  pairsOf(
    'refuses|refuse|refused|rejects|reject|rejected|declines|decline|declined|refusing|rejecting',
    'the connection|connections|all connections|our connections|its connection|the connections|a connection|my connection',
  ),
  pairsOf('connection|the connection|connections|its connection|a connection', '|was|being|were')
    .split('|')
    .map((each) => `${each} refused`)
    .join('|'),
  'connection rejected|connection declined|refusal of the connection',
].join('|');
const CUT =
  'connection reset|connection cut|connection dropped|connection was reset|connection was cut|resets the connection|reset the connection|drops the connection|cuts the connection|connection is cut|connection is reset';

/** As in French: families of words beside those of `claims.ts`. */
export const families: Readonly<Record<string, string>> = {
  _: 'i will|we will|i am|we are|as for|as regards|with regard to|with respect to|in terms of|when it comes to|speaking of|leaves the node|leaving the node|leaves it|severity|kind of|stands out|standing|priority of|request|requests|has been|have been|being that|attention needed|regard|jarvis|the jarvis cluster|among your|your setup|your cluster|your|over at|just now|who are|that is running|on our side|still being|of mine|in question|respectively|behind|result|we|ours|this time|both of which|altogether now|mode',
  adv: [
    'nevertheless|nonetheless|even so|still|on the bright side|on the downside|to conclude|in conclusion|all in all|in the end|at first glance|as noted|as expected by nobody|by contrast|in contrast|conversely|similarly|equally|at any rate|as a reminder|for your information|for information|to start|to finish|at the same time|along with that|also of note|of note|one more thing|another thing|as a side note|on a side note|secondarily|in second place|beyond that|other than that|apart from this|aside from this|in general|generally|essentially|basically|in essence|in a nutshell|simply put|put simply|long story short|in one word|in one sentence|looking at the cluster|looking at the nodes|looking at storage|storage-wise|node-wise|memory-wise|in terms of storage|in terms of memory|in terms of hardware|on the software side|on the model side|on the storage side|on the memory side|for the nodes|as regards|with regard to|with respect to|in regard to|when it comes to nodes|i can tell you that|i can report that|i can confirm that|i must tell you that|i have to report that|please note that|please be aware that|it is important to note that|it must be said that|it appears that nobody|it is clear that|it is worth knowing that|you should know that|you should be aware that|you may want to know that|i would point out that|let me point out that|let me note that|we can see that|we see that|one can see that|we note that|the report shows that|the report notes that|the report says that|the report states that|the report finds that|the report found that|the report indicates that|the audit shows that|the audit found that|the audit finds that|the audit reveals that|the audit indicates that|the audit notes that|the audit says that|my audit shows that|according to the report|as per the report|per the report|in the report|from the report|from the audit|in the audit|in this audit|in this report|for this audit|during the audit|at the time of the audit',
    pairsOf(
      'here is|here are|here comes',
      pairsOf(
        'the|your|a|my',
        pairsOf(
          'summary|report|result|results|overview|status|picture|situation|findings|state',
          '|of the audit|of the cluster|of your cluster|for the cluster|of the situation|for your cluster',
        ),
      ),
    ),
  ].join('|'),
  sep: 'unlike|contrary to|which is not the case for|which is not the case of|because of|due to|owing to|on account of|even though|though|despite|in spite of|so that|as does|as do|as is|as are|where|leaving|having|showing|in addition to|on top of|besides which|bringing|meaning that|meaning|which means|which leaves|starting with|beginning with|as|putting|since which|after which',
  seen: [
    forms('report|detect|reveal|record|list|flag|mention|register|observ|not|uncover|highlight|measur|identif'),
    'saw|see|sees|seen|found|finds|find|noted|notes|identified|identifies|observed|observes|measured|measures|recorded|exists|exist|open|opened|spotted|showing|was found|were found|was detected|were detected|was identified|were identified|have been identified|has been identified|has been found|have been found|has been detected|was reported|were reported|have been reported|was seen|were seen|been reported|currently open|present|to date|active|apparent|visible|came up|comes up|turned up|turns up|stands out|came to light|particular|to report|known',
  ].join('|'),
  well: 'fine|properly|normally|correctly|as expected|as they should|as it should|without issue|without issues|without any issue|without any issues|without problems|without a problem|without trouble|just fine|well|perfectly|healthy|sound|nicely|smoothly|ok|okay|perfectly well|in good health|in good shape',
  up: [
    'operational|in working order|at work|serving|connected|doing their job|doing its job|up and available|in good working order|online and responding|live|up and well|back in service|on their feet|on its feet|continue to answer|continues to answer|continue to respond|continues to respond|still answer|still answers|answer the call|contactable|accessible|keep answering|keeps answering|returning answers|keep running|keeps running',
    pairsOf(
      'all|both|both still|all still|currently|still|both currently|all currently',
      'up|online|responding|answering|running|available|reachable|operational|working|active|alive|up and running',
    ),
  ].join('|'),
  down: [
    REFUSED,
    CUT,
    'unavailable|not available|inaccessible|not accessible|not operational|non-operational|offline and silent|failing to respond|failing to answer|fails to respond|fails to answer|failed to respond|failed to reply|did not respond|did not answer|does not respond|does not answer|do not respond|do not answer|is not responding|is not answering|are not responding|are not answering|no response|no response from|gives no response|gives no answer|gave no response|not online|not up|not running|not working|does not work|is not working|has gone silent|went silent|gone silent|gone dark|has gone dark|went dark|went down|has gone down|has gone offline|went offline|out of order|off the air|unreached|non-responsive|unable to respond|absence|outage|unavailability|knocked out|completely down|completely offline|completely unreachable|fully down|entirely down|entirely offline|totally down|currently down|currently offline|currently unreachable|currently unavailable|has dropped off|dropped off|lost contact with|contact with',
  ].join('|'),
  'conn:refused': REFUSED,
  'conn:reset': CUT,
  degraded:
    'cannot yet be used|unusable|not usable|degraded state|in a degraded state|leaves it degraded|cannot currently be used|not currently usable|off limits|locked behind|barred|blocked|denied|access is denied|denied access|access to it is denied|rejected the request|rejects the request|rejected my request|rejects my request|refused the request|refuses the request|refuses requests|rejects requests|refused my request|turned down the request|cannot be accessed|cannot be reached without|not accessible without|inaccessible without',
  unknown:
    'could not be determined|could not be established|remains unknown|not determined|undetermined|uncertain|remains unclear|remains unread|has not been read|have not been read|no information about|no data|no data on|no information|cannot be determined|could not be assessed|could not be evaluated|not assessed|could not determine|i could not determine|could not fully check|we could not check|could not be fully checked|not fully checked|did not answer in time|did not respond in time',
  all_well:
    'nothing to worry about|nothing alarming|nothing worrying|nothing unusual|nothing abnormal|nothing of concern|nothing out of the ordinary|nothing bad|nothing to flag|nothing to fix|nothing needs attention|no issue found|no issues found|no problems found|no risks found|all is well|everything is fine|everything is well|everything is healthy|everything looks good|everything is ok|everything is okay|no cause for concern|no incident|no incidents|no anomaly|no anomalies|all good|in good order|all healthy',
  none_critical: 'nothing critical|nothing is critical|nothing really critical',
  or: 'or|or else',
  reach:
    'is at|are at|stands at|sits at|standing at|sitting at|holds at|measures|measuring|registers|registering|shows|showing|comes in at|clocking in at|clocked at|hovers at|hovering at|peaks at|peaking at|is now at|now at|touches|touching|with a temperature of|with|to|as high as|reaching|exceeds|a reading of|currently|is reading|rising to|risen to|has risen to|rose to',
  score:
    'ends at|stands at|sits at|scoring|overall rating|global score|final rating|the overall rating|overall mark|overall result|both score|all score|achieves|achieve|holds|receives|receive|is given|a total of|earning|earn|score of|a score of|an overall score of|with a score of|with an overall score of|for a score of|the final score is|comes in at|comes out to|is at|are at|evaluated at|assessed at|graded|is graded|reach|obtain|held at|totalling|sums up to|amounts to|drops to|falls to',
  capped: 'capped|capped at|is capped at|limited|limited to|held back|held down|held to|restricted|restricted to|held back by',
  weak: 'weak|poor|bad|insufficient|is weak|is low',
  nothing_to_measure: 'nothing to measure|nothing there to measure|there is nothing to measure|no data to measure',
  'dim:stability': 'stability|the stability|stability score',
  'dim:resilience': 'resilience|the resilience|resilience score',
  'dim:security':
    'security|the security|security score|on security|on the security side|security-wise|as for security|in terms of security',
  'dim:scalability': 'scalability|the scalability|scalability score',
  'dim:multimodal': 'multimodal|multimodality|multimodal score|the multimodal score|multimodal capability',
  'dim:observability': 'observability|the observability|observability score',
  'grade:a': 'an a|grade a|a grade of a|graded a',
  'grade:b': 'a b|grade b|a grade of b|graded b',
  'grade:c': 'a c|grade c|a grade of c|graded c',
  'grade:d': 'a d|grade d|a grade of d|graded d',
  'grade:e': 'an e|grade e|a grade of e|graded e',
  verdict: 'verdict|the verdict|conclusion|final verdict|overall verdict',
  ready: 'ready|deployable|ready to deploy|ready for use|good to go|favourable|favorable',
  not_ready: 'not ready|is not ready|not yet ready|do not deploy|should not be deployed|not to deploy|not deployable|unfavourable',
  deemed: 'deemed|judged|considered|declared|rated|stands|given|remains',
  first_audit: 'first audit|the first audit|this is the first audit|first audit in this mode|a first audit',
  no_comparison:
    'nothing to compare|nothing to compare with|nothing to compare it with|nothing yet to compare|no earlier audit|no earlier audit to compare with|no previous audit|no previous audit to compare with|no prior audit|no prior audit to compare with|no comparison|no comparison is possible|no comparison possible|no basis for comparison|there is no earlier audit|cannot be compared|no earlier audit to compare it with|no earlier one|to compare with|no history',
  risk: 'vulnerability|vulnerabilities|weak points|weak spots|complication|complications|bottleneck|bottlenecks|high problem|problem area|problem areas|pain point|pain points|attention point|defect|defects|anomaly|anomalies|incident|incidents|danger|dangers|sore point|setback|drawback|failing|failings|topic|topics|reason for concern|cause for concern|red flag|red flags|shortcoming|shortcomings|item to fix|snag|obstacle|flaw|flaws',
  worst: [
    pairsOf('the most|most|by far the most|more|even more|the single most|what is most', GRAVE),
    'biggest concern|principal|primary|the primary|the principal|overriding|number-one|the number one|at the top of the list|tops the list|heads the list|topping the list|leads the list|foremost among them|most of all|worst first|worst of all|worst of them|the gravest|gravest|chief among them|stands out most|priority one|the top priority|matters most|the key|key|major concern|to tackle first|to fix first|the leading',
  ].join('|'),
  high: 'high-severity|high-severity|high severity|of high severity|severely|seriously|dangerously|badly|considerable|alarming|worrying|troubling|high-level|rated high|significant|heavy|heavily',
  medium: 'medium-severity|of medium severity|moderate severity|mid-level|rated medium|medium-level|moderately severe',
  critical:
    'critical-severity|of critical severity|rated critical|critical condition|in critical condition|critical state|in a critical state',
  next: 'comes second|ranks second|in second place|accompanied by|joined by|together with|along with|coupled with|adding to that|added to that|to which is added|the first|the second|right behind|adds to it|adds to that|alongside',
  warn: 'keep an eye on|an eye on|watch|watch for|mind|worth a look|deserves attention|deserve attention|calls for attention|call for attention|demands attention|demand attention|requires your attention|needs your attention|need your attention|deserves your attention|warrants attention|needs looking into|needs to be looked at|needs to be watched|should be watched|must be watched|to keep an eye on|of concern|is of concern|is a concern|is a worry|a worry|poses a problem|causing concern|is the issue|is the problem|problem with|issue with|trouble with|a problem with|alert on|red alert|alarm on|need care|needs care|is worth watching|are worth watching',
  disk: 'storage|disk space|hard disk|hard drive|drive|volume|partition|the disk space|file system|filesystem|disk usage|space on the disk|storage space|storage capacity|capacity|its capacity|of its capacity|its space|root disk|root|root partition|main disk|system disk|available space',
  gpu: 'gpu card|graphics processor|graphics unit|video card|video cards|rtx 2060|an rtx 2060|graphics processors',
  memory: 'video memory|vram|gpu memory|graphics memory|system memory|its memory|its video memory',
  model: 'language model|ai model',
  machine: 'box|computer|the machine',
  backup: 'copy|copies|back-up|back-ups|backup copy|backup set|backup job|archive|job',
  log: 'log file|log files|logging|journal|logs',
  full: 'occupancy|usage|utilisation|utilization|used space|of its space used|space used|usage is at|at capacity|near its capacity|running out of space|running low on space|running low on disk space|running short of space|low on disk space|short of space|short of disk space|tight on space|almost out|has little space left|little space left|very little space left|hardly any space|nearly filled|almost filled|consumed|is consumed|is used|are used|crammed|packed|too full|getting full|is getting full|almost at capacity|nearly at capacity|close to its limit|almost used up|filled up|filled up to|has filled up|of its space|running low|is running low',
  hot: 'celsius|heats up|is heating up|heating|is overheating|overheating badly|thermals|thermal|burning|scorching|heat problem|excessive heat|excessively hot|runs too hot|running at a high temperature|above its safe temperature|its temperature|the temperature|temperature of|too high|is too hot|is hot|is far too hot|at high temperature|at a high temperature',
  left: 'left over|remaining free|unused|spare|to spare|still free|still available|remains|remain|has only|has just',
  low: 'almost completely used|almost entirely used|nearly saturated|almost saturated|saturated|insufficient|depleted|nearly depleted|almost depleted|close to its limit|under pressure|scarce|almost completely full|close to being full|almost fully used|nearly fully used',
  old: 'late by|overdue by|out of date by|dating back|dates back to|dating from|exceeds|has aged|aged|ancient|too old|is too old|far too old|much too old|well past|older',
  late: 'not recent|not recent enough|overdue by far|by far|long overdue|is late|is overdue|is out of date|is outdated|is stale|behind schedule|lagging|lapsed|old|neglected|past its limit|past due|not up to date|is not up to date|has not been renewed|have passed|has passed|passed|went by|have gone by|elapsed|have elapsed|last copy|last run|was last made|was last taken|last made|last taken|was made|was taken|last updated|was last updated|missing',
  last: 'the latest|the newest|the most recent|the last|the latest one|its last|its latest|the last one',
  over: 'well over|upwards of|some more than|in over|for more than|for over|since over|at least|exceeding|exceeds|longer ago than',
  silent:
    'has stopped receiving|stopped receiving|stopped receiving entries|that stopped receiving entries|has had no new entries|no new entry|no entry|has not received any entry|has not received anything|without any entry|without new entries|without entries|has written nothing|writes nothing|is silent|nothing has been logged|nothing is being logged|nothing is being written|nothing logged|has not logged anything|has not been updated|no writes|no longer written|has stalled|stalled|idle|dormant|entries|has fallen silent|fell silent|fallen silent|went quiet|has gone without entries|is not being written|no longer being written to',
  requires:
    'i have not been given|that i have not been given|i was never given|i have not received|that i was not given|which i have not been given|that was not given|i do not hold|i am missing|is protected by|wants to see|is locked behind|locked behind|needs authentication|requires authentication|authentication|demands authentication|asks for authentication|lack of|for lack of|is required|is needed|is missing|is lacking|is absent|absent|configured|is configured|must first receive|must receive|must first be given|has not been given|was not provided|is not provided|not provided|was not supplied|is not in the inventory|that is not in the inventory|not in the inventory|absent from the inventory|is absent from the inventory|missing from the inventory|is missing from the inventory|that the inventory does not provide|that the inventory does not have|that the inventory lacks|the inventory lacks|the inventory does not have|the inventory does not provide|the inventory gives none|the inventory has none|the inventory does not contain|that the inventory does not contain|the inventory does not hold|the inventory does not give|the inventory is missing|inventory lacks|inventory does not provide',
  token: 'access token|an access token|access tokens|credential|access key|api token|a valid token|valid token|authentication token',
  refuses:
    'refuses access|denies access|turns me away|turns us away|access denied|denied|denies|denying|denied access|access is denied|access is refused|rejected the request|refused the request|rejects the request|rejected my request|refuses requests|rejects requests|turned down',
  access: 'access to|without access|the request|request|requests',
  without: 'lacking|deprived of|with no',
  unloaded: 'not in memory|is not in memory|not currently loaded|has not been loaded|was not loaded|remains unloaded|yet to be loaded',
  waiting: 'not installed|uninstalled|not applied|unapplied|not yet installed|not yet applied|overdue',
  whole_network:
    'everyone on the network|anyone on the network|every machine on the network|any machine on the network|all machines on the network|from anywhere on the network|the entire local network|the whole local network|all of the network',
  no_password:
    'with no authentication|without any authentication|no authentication|without needing a password|password-free|no token required',
  open: 'exposed to|open to|reachable from|accessible from|accessible to|visible to|visible from|widely open|left open|exposure',
  still: 'persists|persisting|unchanged',
  stale:
    'at the previous audit|in the previous audit|during the last audit|during the previous audit|at the last check|at the previous check|in the last check|last check|previous check|the previous audit|the last audit|previous audit|last audit|earlier|previously|before|not reverified|not re-verified|could not be reverified|could not be re-verified|not re-checked|could not be re-checked|not measured again|could not be measured again|not confirmed|unconfirmed|could not be confirmed',
  fresh:
    'emerged|has emerged|have emerged|newly|recently appeared|arisen|has arisen|have arisen|added|were added|was added|recent|newcomers|newcomer',
  fixed:
    'settled|closed|dealt with|addressed|were solved|were resolved|have been solved|have been resolved|has been resolved|was resolved|no longer a problem|no longer an issue|disappeared|have disappeared|has disappeared|put right|sorted|sorted out',
  provides:
    'provides|provide|provided|covered|covers|cover|covered by|carried|carries|ensured|ensures|handled|handles|served|serves|serve|supplied|supplies|offered|offers|still covered|is covered|is still covered|is provided|is handled|is carried|is still provided|delivers|deliver|secured|assured|is ensured',
  spof: 'single-point failure|single weak point|sole point of failure|spof|single points',
  must: 'would|would be|can be|would be wise|would help|it would help to|will help|could be|ought|has to be|have to be|you will need to|you need to|you have to|you must|you can|you could|we should|we need to|need to|remember to|do not forget to|be sure to|make sure to|try to|consider|consider also|is recommended|is advised|is advisable|recommended|advised|should first be|needs to be|need to be|plan to|set about|take steps to|go and|proceed to|so please|kindly|as soon as you can|as soon as possible|promptly|without delay|soon|is in order|is called for|makes sense|is a good idea|step to take|to do|todo',
  first: [
    pairsOf(
      'it is|it would be|it is also',
      pairsOf(
        'recommended|advisable|best|important|necessary|wise|essential|urgent|better|imperative|vital|good',
        'to|that you|to first|to begin by|to start by',
      ),
    ),
    pairsOf(
      'the first|the best|the next|the most useful|the most important|the recommended|the immediate|the priority',
      pairsOf(
        'action|step|measure|task|move|thing',
        'is to|to take|to take is to|to do|to do is to|should be to|would be to|is simply to|here is to',
      ),
    ),
    'my recommendation is to|my advice is to|the recommendation is to|i recommend that you|i would advise you to|i advise you to|i suggest you|i suggest that you|you are advised to|you should first|you should begin by|you should begin with|you should start with|priority should be given to|prioritise|prioritize|give priority to|the priority should be|the fix is to|the solution is to|the remedy is to|the remedy is|the fix is|at once|straight away|right now please|as the first action|for a start|in the first place|in the first instance|first up|firstly|first and foremost|top of the list is|start there by|this week first|immediate action',
  ].join('|'),
  later:
    'later|later on|at a later time|further down the line|down the line|next up|in due course|afterward|subsequently|as a next step|as a second step|second|then also|and then|also consider|also remember to|following that|once that is done|in time|eventually',
  'horizon:48h': 'within 48 hours|within two days|in the next 48 hours|in the next two days|within forty-eight hours',
  'horizon:week-1':
    'this week|within a week|within the week|in the coming week|before the end of the week|by the end of the week|in the next seven days|within seven days',
  'horizon:later': 'later|later on|at a later date',
  'do:free':
    'freeing memory|free up memory|unload|unload a model|unloading|clean up|cleaning up|clear out|purge|purging|purge the disk|tidy up|delete files|move models|moving models|reclaim space|reclaim some space|gain space|free disk space|free up disk space|clear disk space|clear up space|empty|empty out|freeing up memory',
  'do:cool':
    'clean|cleaning|cleaning it|clean it|ventilation|add ventilation|adding ventilation|improve ventilation|improve its ventilation|improving its ventilation|limit its power|limit the power|limiting its power|limiting the power|power|lowering its temperature|reduce its temperature|reduce the temperature|reducing its temperature|bring it down|bring down its temperature|bring down the temperature|get its temperature down|get it down|fans|airflow|cool it|cool it off|let it cool|cool off|cool this|cooling it',
  'do:give':
    'obtain a token|set up|configure|configuring|issue|issuing|generate|generating|add it to the inventory|add one to the inventory|to the inventory|in the inventory|put|putting|store|enter|register|provide it with|equip|furnish|grant|granting|to the audit|the audit|share|pass|hand the audit',
  'do:repair':
    'repair the job|run it once|rerun|re-run|restart the job|relaunch it|make a new one|renew|renewing|renewed|refresh|refreshing|relaunch|resume|resuming|get it going|get it going again|bring it up to date|sort out|sorting out|attend to|take care of|get the backup going|get that backup running|get that backup running again|put back in order|attention to|that makes it',
  'do:check': 'check why|find out why|see why|look at why|investigate|investigating|examine why',
  'cap:text': 'text generation|the text generation|generation of text|generating text',
  'u:gib': 'gib|gibibytes',
  'u:mib': 'mib|mebibytes',
  'u:ms': 'milliseconds|millisecond|ms',
  maybe: 'probably|apparently|seems|seem|seemingly|likely|could',
  none_here: 'none was supplied|none was given|none is configured|none is available|none was provided',
  cause: 'because of|due to|owing to|on account of|as',
  both: 'both|both of them|the pair',
  powered_off: 'switched off|turned off|powered off|powered down|shut down|unplugged',
  spare: 'free|left|remaining|available|spare|to spare|unused|left over|remains|still free|still available',
  done: 'restarted|relaunched|rebooted|repaired|fixed|mended|cooled|cooled down|started|freed|cleaned|purged|protected|secured|renewed|renewing nothing|refreshed|provided|given|created|supplied',
  watch:
    'should be dealt with|should be addressed|should be fixed|should be handled|should be tackled|must be dealt with|must be addressed|must be fixed|needs to be dealt with|needs to be addressed|needs to be fixed|needs fixing|has to be dealt with|has to be fixed|should be looked at|should be seen to|should be taken care of|should be resolved|to be dealt with|to address|to tackle|to handle|to resolve',
  unlike: 'unlike|contrary to|which is not the case for|which is not the case of',
  topic: 'as for|as regards|regarding|concerning|as to|with regard to|with respect to|on the|in terms of|when it comes to|speaking of',
  latter: 'the latter|the last one',
  self: 'i|we|i will|we will|i am|we are',
  can: 'possible|potential|conceivable|imaginable',
};
