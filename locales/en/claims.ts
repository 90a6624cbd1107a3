import { joined } from '../claim-families.ts';
import type { Claims } from '../claims.ts';
import { families } from './claim-families.ts';
import { inWords } from './numbers.ts';

const own: Readonly<Record<string, string>> = {
  _: `itself|themselves|such|some|keeps|what|how|presents|concerns|affects|comes|come|setup|into|onto|where|am|s|the|a|an|to|at|in|on|for|by|from|with|it|its|they|them|their|that|this|these|those|there|i|we|you|your|my|our|me|us|is|are|was|were|be|been|being|having|do|does|did|which|who|whose|as|so|also|there is|there are|is there
    |cluster|the cluster|of the cluster|audit|the audit|state|shows|shows up|found|find|report shows|i found|i have found|sits|stands|remains|remain|stays|runs|running at|will|s|get|gets|lies|lies with|one of them|is called|named|all of them are|own|out|that leaves|leaving us with|leaves us with|situation|picture|overview|reveals|indicates|highlights|shows that|found that|it shows|report|reports|concerned|identified|located|part`,
  adv: `actually|indeed|in fact|in particular|specifically|exactly|precisely|in other words|all told|in the end|after the audit|according to the audit|so far|at this point|at this stage|one thing|two things|for one thing|on the other side|separately|likewise|on the disk side|as for storage|as for the disk|as for disks|storage|in any case|incidentally|also worth noting|worth noting|it is worth noting that|worth knowing|in the meantime|for the record|at present|as of now|when it comes to|in terms of nodes|keep in mind|it turns out|it turns out that|by the way|furthermore|moreover|additionally|what is more|on the whole|lastly|on the nodes side|here|please note|be aware that|be aware|aside from that|apart from that|on that machine|to be clear|as far as nodes go|elsewhere|now|today|currently|at the moment|right now|for now|however|though|meanwhile|besides|on the other hand|otherwise|unfortunately|in short|to sum up|overall|note that|note|then|finally|as for the nodes|on the node side|bad news|here is|namely|that is|in summary|sadly|as it stands|that said|in addition|on top of that|plus|too|as well|moving on|nodes first|in brief|in what i read|in what i saw|of what i could read|of what i read|from what i saw|the audit is complete|audit complete|audit finished|the audit is done|here is the result|here is the summary|hello|i noticed that|i noticed|i can see that|i see that|i found that|i note that|i should note that|note also that|also note that|it should be noted that|more precisely|in detail|simply|clearly|on the hardware side|on the network side|on the backup side|on the gpu side|on the positive side`,
  sep: 'and|but|while|whereas|who|which|because of which|as well as|whose|plus|then|with|when|being|although|yet',
  the: 'the',
  node: 'node|nodes|servers',
  expected: 'expected|that were expected|expected ones',
  usable: 'work|works|usable|can be used|operational|are usable|is usable|ready to use|useable',
  up: 'responsive|accounted for|up and about|operating|functioning|functional|in order to answer|answer|answers|answering|answered|up|online|responding|responds|respond|responded|running|alive|reachable|up and running|there|are there|is there|are both there|present|are all there|available|working|in service|are on|is on|replied|reply|replies|replying|on line|can be reached|up and answering|in operation|back to me|back up|back online|is back|are back|has come back|came back|has recovered|have recovered|recovered',
  down: 'does nothing|out of action|not there|is missing|are missing|down|offline|unreachable|silent|missing|not answering|no answer|gave no answer|unresponsive|dead|out|mute|cannot be reached|could not be reached|failed to answer|out of reach|gone|no reply|has failed|out of service|not reachable|has stopped responding|has stopped answering|stopped responding|stopped answering|no longer responds|no longer answers|no longer responding|we have lost|i have lost|we lost|i lost',
  degraded:
    'denies access|access denied|denied access|refuses access|refuses us access|refused us access|turns us away|turned us away|access is refused|a refusal|refusal|before it can be used|cannot be used until|until then it cannot be used|cannot yet be used|turned me away|turns me away|will not let me in|locked|of no use to us|closed to me|degraded|unusable|cannot be used|can not be used|not usable|could not be used|not be used|but cannot be used|of no use|is of no use|cannot use|i cannot use|cannot use it|i cannot use it|we cannot use it|cannot make use of|locked out of|am locked out of|locked out|shut out of|shut out|keeps us out|keeps me out|denied us access|denied me access|could not use|i could not use|could not use it|will not talk to me|will not talk to us|will not let us in|will not serve me|before i can use it|before we can use it|until i can use it',
  unknown:
    'no word from|no news from|out of time|too slow to answer|timed out|went unanswered|unanswered|i have no information on|no information on|could not be examined|could not be consulted|could not access|i could not access|could not examine|i could not examine|i could not check|unknown|could not be read|could not be checked|cannot be read|unreadable|could not read|i could not read|not known|unclear|could not tell|cannot tell|cannot say|could not check|went unread|unread|was not read|were not read|not be read|not read|could not be examined|could not be verified|not be verified|not be checked',
  has: 'have|has|had',
  of_it: 'cannot say anything about it|cannot say anything about them',
  know: 'known|readable',
  he: 'it|they',
  therefore: 'so|therefore|hence|thus|consequently|as a result|because of which',
  upon: 'on',
  except: 'except|except for|apart from|other than|aside from|with the exception of|bar|save for',
  later: 'then|next|also|after that|afterwards|secondly|too|as well',
  closed: 'closed|shut',
  // with no other state beside
  lost: 'we have lost|i have lost|we lost|i lost',
  empty: 'running empty|is empty',
  more: 'extra',
  no_proof: 'nothing shows that|nothing says that|nothing proves that|no proof that|nothing shows|nothing says',
  outage: 'outages|failures',
  unchecked:
    'not rechecked|could not be rechecked|not checked again|could not be checked again|could not recheck|i could not recheck|not been rechecked|could not check again|could not read again|could not be read again|not reread',
  of_which: 'including|among them|among which|of which|one of which|one of them',
  none_here: 'i have none|have none|we have none|lack one|i lack one',
  planned: 'as planned|on purpose|planned|deliberately|intentionally|off as planned|by design|as intended|as scheduled',
  but_not: 'but not',
  maybe: 'maybe|may|might|perhaps|possibly',
  off: 'off|stopped|not running|switched off|shut down|turned off|halted|not started',
  all: 'all|every|each|both|everything|all of|each of|every one of|altogether|all three|whole|entire|everyone|all of the',
  nor: 'nor|neither|neither does|nor does|neither is|neither are|either',
  none: 'no|none|neither|nobody|nothing|zero|not one|not a single|none of|neither of|not any|no one',
  single: 'sole|the sole|single|the only one|is the only one|a single',
  only: 'sole|the sole|only|just|single|alone|solely|the only|the only one|is the only one',
  other:
    'everything else|every other node|all others|other machines|other|others|another|the rest|rest|remaining|the others|the other|the remaining|second',
  one: 'one|a|an|a single',
  most: 'most|most of|the majority|majority',
  half: 'half|half of',
  also: 'also|too|as well|so is|so does|so are|likewise|same for|so did|including|and so is',
  whether:
    'whether|do not know whether|cannot tell whether|not known whether|unclear whether|do not know if|cannot say whether|cannot tell if',
  partly: 'could not read everything|i could not read everything|not everything could be read|could not check everything',
  in_time: 'in time|within the time limit|in the time allowed|soon enough|quickly enough',
  item: 'item|items|element|elements|things|targets',
  denied: 'access denied|access was denied|was refused|not allowed to read|access was refused',
  good_news: 'good news',
  no: 'not so',
  yes: 'yes|does|do|is|are|did',
  of: 'out of|of|of the|from|out of the|among',
  over: 'more than|over|older than|longer than|exceeds|above|past|has passed|in excess of|beyond|dates back more than|dates back over',
  whole: 'cluster|the cluster|whole cluster|the whole cluster|system|the system',
  score:
    'final score|ends up at|ends up with|comes out at|works out at|lands at|comes in at|the total is|is scored|scoring|puts the score at|the overall score|the overall score is|score|scores|scored|rated|rating|overall score|grade|mark|that makes|that leaves|gets|earns|the cluster gets|the score|reaches|you are at|leaves you at|you score|total|overall|its score|obtains|comes to|we are at|that is|is rated|that gives|giving|gives|totals|for a score|a score',
  points: 'points|point',
  too_little: 'too little|not enough|too few|too little could be read|not enough could be read|too little was read',
  read: 'read|seen|found|checked|could be read|could read|i could read|was found|were found|detected|given|give|possible|see|be given|be read|can|could|reported|report|in what i could read|from what i could read|available|noticed|spotted|to report|what i could read|what could be read|been found|award|awarded|noted|turned up',
  not_able: 'cannot|unable|impossible|i cannot|not possible|unable to',
  quick: 'quick mode|in quick mode|quick|quick check|quick audit',
  checked: 'checked|coverage|covered|verified|examined|of everything checked|of it checked|could be checked|was checked|were checked',
  all_well:
    'nothing serious|nothing wrong|no problem|no problems|nothing to report|no alert|no alerts|nothing broken|no risk|nothing serious to report|no issue|no issues|nothing is broken|nothing is down|no fault|nothing critical|in order|everything is in order|all clear|in good shape|in good health|healthy',
  risk: 'snag|snags|difficulty|difficulties|weakness|weaknesses|threat|threats|alarm|alarms|caveat|hitch|catch|risk|risks|problem|problems|issue|issues|concern|concerns|alert|alerts|finding|findings|trouble|warning|warnings|fault|faults|point|points|item|matter|thing|weak point|weak spot|main problem|the trouble|worry|worries',
  in_all: 'in all|in total|altogether|overall|all told|open|all together',
  worst:
    'urgent|pressing|priority|number one|leading|prime|most worrying|worrying|most serious|the most serious|worst|the worst|worse|main|top|biggest|most urgent|gravest|most pressing|the most urgent|above all|first|first things first|main problem|more serious|chief|foremost|most important|the biggest|the main|the top|greatest|more seriously|top of the list',
  critical: 'critical|critically',
  high: 'serious|high|severe|important|grave|major',
  medium: 'medium|moderate|medium severity',
  several: 'several|a few|multiple',
  next: 'followed|follows|follow|on top|next|followed by|after that|first|second|then|another|comes after|secondly|comes next|after',
  warn: 'watch out|careful|attention|warning|beware|caution|need attention|needs attention|be warned|take note|heads up|too hot|needs looking at|requires attention',
  if: 'if|should|were',
  falls: 'falls|goes down|fails|dies|fall|go down|fail|stops|stop|were to fail|were to go down|breaks|drops|goes|went down|failed|stopped',
  loss_of: 'loss|losing|failure|the loss of|losing it|outage|lose',
  lose: 'lost|lose|loses|gone|disappears|would be lost|is lost|are lost|we lose|you lose|we would lose|goes with it|would go|goes|means losing|would disappear|costs|would cost|takes|takes with it|we lose it|takes down|would take down|mean losing',
  without: 'without|without it',
  rests:
    'depends|depends on|rests on|relies on|rests|relies|depend|rest|rely|carried by|carried|carries|hangs on|provides|provided by|depends entirely on|depends on a single machine|relies solely on|alone provides|rests entirely on|alone carries',
  spof: 'single point of failure|single points of failure|weak link|achilles heel',
  fallback: 'fallback|backup plan|fall-back|replacement|failover|stand-in|standby|alternative',
  disk: 'disk|disks|drive',
  machine: 'this machine|other machines|machine|machines|host',
  gpu: 'gpu|gpus|graphics card|graphics cards|hot one|the hot one|g p u|card|cards',
  memory: 'memory',
  ram: 'ram',
  model: 'model|models',
  port: 'port|ports|usual port',
  service: 'service|services',
  server: 'server|servers',
  program: 'program|programs|service|process|software|listener',
  backup: 'backup|backups|backed up|back up',
  log: 'log|logs',
  network: 'network|the network',
  token: 'token|tokens|key|authentication|credentials|have no token|i have no token',
  updates: 'updates|update|security updates|security update',
  security: 'security',
  inventory: 'inventory|the inventory',
  full: 'filling up|filling|full|filled|full at|used|is full|almost full|nearly full|filled to|occupied|nearing full|close to full|taken|out of space|nearly out of space|almost out of space|low on space|short on space|used up|in use|close to capacity|near capacity',
  readonly: 'read-only|gone read-only|is read-only|read only|no longer accepts writes|refuses writes|went read-only',
  reach:
    'at|reached|reaches|climbed|climbed to|has reached|has climbed to|stands at|sits at|has hit|hit|up to|has gone up to|reads|running at|burning at|is up to|climbing to|measured at|went up to|recorded at|reading',
  hot: 'hot|running hot|heat|temperature|overheating|overheats|too hot|far too hot|runs hot|hot at|runs far too hot|running too hot|very hot|heating up|runs|is running hot|temperatures|burning hot|dangerously hot|extremely hot|much too hot|way too hot|worryingly hot|overheated|high temperature|temperature is high|too warm|running too warm|very warm|elevated|elevated temperature|running very hot',
  left: 'left|free|available|remaining',
  low: 'almost|nearly|almost full|nearly full|nearly out|almost no|almost out|short|short of|running out|nearly exhausted|low|hardly any|close to full|little|running low|almost none|nearly all used|very little|barely any|next to no|short on|low on|nearly out of|almost out of|running out of|has hardly any|tight|nearly gone|almost gone|almost exhausted|nearly full of',
  open: 'open|exposed|accessible|visible|reachable|wide open',
  whole_network: 'whole network|the whole network|to the whole network|entire network|the entire network|on the network|all the network',
  lan: 'local network|the local network|on the local network',
  no_password: 'without a password|without password|without authentication|no password|unprotected|with no password|without any password',
  loaded: 'loaded|in memory',
  unloaded: 'not loaded|unloaded|not been loaded',
  installed: 'installed',
  missing: 'missing|lacks|lack|absent|lacking|is missing|misses',
  listens: 'listening|listens|is listening',
  undeclared: 'absent from the inventory|unknown to the inventory|not in the inventory|undeclared|missing from the inventory',
  waiting: 'waiting|pending|to install|to be installed|outstanding|awaiting',
  last: 'last|latest|newest|most recent|the last one',
  old: 'old|age|dates back|dates from|ago|years old|of age|is dated',
  silent:
    'silent|quiet|nothing has been written|received nothing|has received nothing|gone quiet|nothing written|has been silent|has been quiet|has gone silent|written nothing|nothing was written|stopped receiving|no new entries|no entries|no output|nothing new|recorded nothing|has recorded nothing|logged nothing|has logged nothing|no activity|inactive|has seen nothing|has had no entries|has not been written to|not been written to|no longer being written|has no new lines|no new lines|no new line|not received anything|has not received anything',
  late: 'late|overdue|behind|not been backed up|gone|no|without a backup|without|without any backup|last backed up|since|have gone|has not run for|not run for|did not run for|no recent|no recent one|not been run for|has not been run for|have not been run for|out of date|outdated|stale|not recent|not happened for|has not happened for|have not been saved for|no new backup|no backup for|no backup',
  refuses: 'rejects|refuses|refused|rejected|does not accept|declines|refusing|rejecting',
  owned: 'that i have|which i have|i do have|do have|does have|already has|i know|known',
  requires:
    'protected by|asking for|requiring|demanding|wanting|needing|locked behind|will not answer without|calls for|waiting for|expecting|asked for|asked|i was not given|was not given|i lack|lacking a token|required|needed|wanted|demanded|does not have|do not have|that the audit does not have|requires|needs|demands|asks for|wants|that i do not have|i do not have|we do not have|require|insists on|which i do not have|need|expects|have no token|i have no token|have no such token|the audit lacks|the audit does not have|i have not got|have not got|needs to be given|must have|only works with|will only work with|works only with|asks us for|requests|requesting|is waiting for|gated behind|gated by|has to be given|must be given|is asking for|is missing a|cannot do without',
  access: 'access|our|us|in|me|my',
  past: 'was|were|had been',
  again: 'again|back|back up|back online|is back|are back|has come back|came back|has recovered|have recovered|recovered',
  still: 'still',
  stale:
    'not checked again|could not be checked again|not rechecked|could not be rechecked|yesterday|at the last audit|in the last audit|could not check it again|not been checked again|unverified|last time|could not recheck|i could not recheck|not been rechecked|could not check again|could not read again|could not be read again|not reread',
  since:
    'since the last audit|since last time|since the previous audit|compared with the last audit|since yesterday|compared to the last audit',
  figure: 'reading|last reading|the last reading|figure',
  ordinal: 'the third|third|the fourth|fourth|the last one|fifth',
  former: 'old|former|previous',
  watch: 'to watch|worth watching|to deal with|to fix|that needs attention',
  fixed: 'fixed|solved|resolved|repaired|cleared|have been fixed|has been fixed|gone|were fixed|was fixed',
  fresh: 'new|appeared|is new|are new|has appeared|have appeared|newly found|more',
  no_network:
    'no network|without a network|without network|cut off from the network|no network here|network is missing|have no network|has no network|no network connection|isolated from the network|the network is absent|not connected to any network|no connection|no network access|without a connection|without network access|no access to the network|off the network|network is down',
  cannot_tell:
    'cannot say anything|i cannot say anything|say nothing|cannot tell|i cannot tell|know nothing|unknown|blind|could not read anything|cannot judge|nothing could be read|is unknown to me|anything|nothing to say|for certain|could not read any|am blind|cannot claim anything|cannot say',
  cause: 'because|since',
  ask: 'ask|reach|judge|see',
  subjects: 'other machines|machines|the others|this machine|about|side|on my side|from here|here|nodes',
  nothing_read: 'could not read anything|nothing could be read|read nothing',
  first:
    'first|i suggest starting by|i recommend|i suggest|you could start by|you should start by|as soon as possible|right away|urgently|the most urgent step|the first priority|priority one|the recommended action|recommended action|to do first|the place to start|first order of business|your priority|the priority is to|begin with|the thing to do first|start by|start with|begin by|begin with|first step|the first step|first thing|the first thing|priority|the priority|to begin with|comes first|before anything else|first of all|first action|top priority|the first thing to do|first thing to do|if you do one thing|begin|start|the first action|as a first step|most urgently|before all else|i would start with|your first step|to start with|should come first|goes first|takes priority|as a priority|begin by first|first job|first task|the first job|i would start by|i would begin by|i would recommend|i would first|you will want to|it is urgent to|it is best to start by|the first fix|first fix|first move|the first move|your first move|i advise|recommended first step|urgent|the most urgent thing is to|the first thing is to|the priority is|my advice|start there|immediately',
  must: 'must|should|needs|need|must be|should be|has to|please|is to|you should|want|step|thing|it is time to|thing to|doing|action|must come|ought to',
  it: 'it|that|this|the|them|one|there',
  its: 'its|their',
  report: 'report',
  'do:restart': 'restart|restarting|restarted|relaunch|reboot its server|bring back|bring back up|start again|relaunching|restarts',
  'do:start': 'start|starting|started|launch|start up|launching|relaunch',
  'do:free':
    'free|free some space|free up some space|free up space|freeing some space|freeing up space|make room|making room|making some room|make some room|free space|clear some space|some space|space|clearing some space|free up|freeing up some space|make some space|making space|freeing space|freeing|free some room|clear space|room',
  'do:cool':
    'cool|cool down|cooling|cooled|cooled down|cooling down|down|cooling it down|cool it down|to cool|bring the temperature down|bring its temperature down|improve cooling|improve its cooling|get it cooled|cooler|lower its temperature|lower the temperature',
  'do:load': 'load|loading|loaded',
  'do:plan': 'plan|planning|add|adding|provide|prepare|set up|arrange|give|giving|supply|get|organise|put in place',
  'do:update': 'update|updating|updated|bring up to date|upgrade|install the updates|apply the updates',
  'do:close': 'close|closing|closed',
  'do:protect': 'protect|protecting|protected|secure|require|lock',
  'do:install': 'install|installing|installed',
  'do:repair':
    'repair|repairing|repaired|fix|fixing|fixed|mend|mending|put right|get it running again|get the backup running again|look into|get it working again',
  'do:check': 'check|checking|inspect|verify|look at|examine',
  'do:recheck': 'check again|recheck|read again',
  'do:renew': 'renew|renewing|renewed|replace|replacing|refresh|change',
  'do:stop': 'stop|stopping',
  'do:declare': 'declare|declaring',
  'do:give':
    'getting|obtain|obtaining|supplying|create|give|giving|supply|provide|create|creating|add|adding|provided|given|supplied|providing|get|hand|hand over|handing|handing it|giving it',
  'cap:text': 'text generation|text',
  'cap:embedding': 'embeddings|embedding',
  'cap:vision': 'vision',
  'cap:audio': 'audio',
  'cap:web': 'web search',
  'cap:code': 'code|code generation',
  'cap:orchestration': 'orchestration',
  'u:percent': 'per cent|percent|%',
  'u:degree': 'degrees|degree|°c|°|degrees celsius',
  'u:day': 'days|day',
  'u:hour': 'hours|hour',
  'u:minute': 'minutes|minute',
  'u:second': 'seconds|second',
  'u:month': 'months|month',
  'u:year': 'years|year',
  'u:week': 'weeks|week',
  'u:thousandth': 'per thousand|per mille',
};

/** Every way to say a number below two thousand. */
function numbers(): ReadonlyMap<string, number> {
  const said = new Map<string, number>([['zero', 0]]);
  for (let value = 2; value < 2_000; value++) {
    const spaced = inWords(value).replaceAll('-', ' ');
    said.set(spaced, value);
    said.set(spaced.replace(' and ', ' '), value);
    said.set(spaced.replace(/^one (hundred|thousand)/, 'a $1'), value);
  }
  return said;
}

const words = joined(own, families);

export const claims: Claims = {
  words,
  numbers,
  negation: () => ({ before: '', after: "not|n't|never", closed: '' }),
  needy:
    'the|a|an|of|to|at|in|on|by|for|from|without|and|but|or|is|are|than|because|my|your|our|its|their|that|who|which|whose|while|as|be|should|must|almost|nearly|more|over',
  light: 'is|are|the|was|were|be|being|remains|remain',
  joints: 'and|but|or|is|are|was|of|than|because|has|have|to',
  mayMeet:
    'and is|and are|and was|and has|and have|but is|but has|but are|has to|have to|is to|are to|is of|and to|and of|or is|but to|but have|than is|because of|to have',
  spelt: (text) =>
    text
      .replace(/(\d)\s?\/\s?(?=\d)/g, '$1 out of ')
      .replace(/\bcan't\b/g, 'cannot')
      .replace(/\bwon't\b/g, 'will not')
      .replace(/n't\b/g, ' not')
      .replace(/(\p{L})'(?:s|ve|re|d|ll|m)\b/gu, '$1'),
  opposites: {
    up: 'down|off',
    usable: 'degraded|down',
    loaded: 'unloaded',
    installed: 'missing',
    know: 'unknown',
    read: 'unknown',
    has: 'missing',
  },
};
