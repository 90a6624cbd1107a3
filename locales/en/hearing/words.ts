import type { Vocabulary } from '../../../intents/vocabulary.ts';

/** What is said most, and looked for by ear. */
export const words: Vocabulary['words'] = {
  plain: [
    'i would be (grateful|thankful) if [you] [could|would]|(i d|i would) appreciate it if [you] [could|would]|i d like you to|i was wondering (if|whether) [you could]|i wonder (if|how)|would you [kindly]|be a dear and|mind|whoa|wow|dude|man|bro|folks|every so often|gimme|lemme|gonna|wanna|gotta|ya|yo|sup|like|kinda|sort of|real|proper|the full monty|when you get a chance|when you can|if that s ok|if you would|have|having|get|would like|would love|i d love|to see|want|should|must|for a sec|a sec|quickly|tell me|by any chance|possibly|sir|madam|the|a|an|of|after|before|during|to|on|in|at|for|with|from|by|my|our|your|its|their|this|that|these|those|there|here|and|or|is|are|be|been|being|was|were|am|do|does|did|s|re|ll|ve|d|me|us|you|we|it|as|if|whether|some|any|one|ones|which is|so|then|well|just|only|really|please|pls|plz|thanks|thank you|cheers|kindly|jarvis|hey|hi|hello|ok|okay|yes|yeah|yep|right|alright|sure|now|right now|currently|at the moment|immediately|at once|asap|again|also|too|actually|basically|maybe|perhaps|still|already|quite|pretty|little|bit|a bit|whole|own|other|new|another|good|nice|up to|about|regarding|concerning|in terms of|when it comes to|as for|overall|in general|everyone|buddy|mate|let s|let us|lets|go ahead and|go ahead|come on|oh|ah|no worries|if possible|if you can|if you could|if you don t mind|if you please|for us|for me|local|current|latest|recent|home|i guess|i think|you know|how about|right away|straight away|over|around|out|one more time|once more',
    '(can|could|would|will|may|might|should) (you|we|i) [please|just]|(can|could|would|will|won) t (you|we) [please|just]|would you mind|(i|we) (would like|d like|want|need|wanna|wish) [you] [to]|i m (asking|going) [you] [to]|do me a favor [and]|be so kind as to|i want you to|i need you to|is it possible to|it would be (nice|great|good) [to|if]|time (to|for)|it s time (to|for)|why don t (you|we)|(can|could|may) i (have|get|see|know)|(have|get|see|know|receive|has|having|gets|got)|make sure|want to|need to|going to|feel free to|try to|by|sharp|in the morning|around|o clock',
  ],
  'first-person': ['i'],
  'third-person': ['he|she|they'],
  negation: [
    'don t|dont|do not|not|no|never|without|none|nothing|doesn t|does not|avoid|skip|refrain [from]|no need (to|for)|please don t|won t|can t|cannot|shouldn t|mustn t|must not|neither|nor|isn t|forbid|instead of|rather than',
  ],
  denial: ['no (more|further|other) (audit|audits)|not (another|a single) audit'],
  told: [
    '(what is|what s|whats|define) (a|an) (audit|cluster|node|system)|(repeat|say) after me|(ask|tell) (him|her|them)',
    '(has|have|had|did) [you|it|i|we|they] [already] (run|ran|done|started|launched|audited|checked|scheduled|cancelled|finished)|(i|you|we|he|she|they) (ran|did|started|launched|audited|checked|scheduled)|(when|who|where|how long) (did|was|is|has|were|will|does)',
  ],
  audit: ['audit|audits|audit*'],
  exam: [
    'diagnostic|diagnostics|diagnosis|checkup|check up|scan|inspection|review|assessment|examination|analysis|evaluation|sweep|survey|test|self test|check|overview|once over',
  ],
  checkup: ['health check|healthcheck|health checkup|health scan|health report|health test'],
  system: [
    'system|systems|infrastructure|infra|setup|stack|platform|environment|homelab|home lab|rig|whole thing|ai system|installation|entire system|server room',
  ],
  cluster: ['cluster|clusters|ai cluster|gpu cluster|home cluster'],
  nodes: ['nodes|(every|each|all) (node|machine|server)|all the nodes|machines|servers|boxes|computers|hosts|instances'],
  'node-word': ['node|machine|server|box|host|instance|computer|model'],
  'section-word': ['section|sections|chapter|part|area|category|dimension|topic|metric'],
  score: ['score|scores|grade|rating|mark|points|number|value|result|percentage|level|scoring'],
  summary: [
    'summary|overview|recap|summari*|summarize|summarise|sum up|highlights|in short|in a nutshell|gist|executive summary|tldr|key points',
  ],
  report: ['report|reports|result|results|findings|conclusion|conclusions|outcome|output'],
  answer: ['answer|last answer|sentence|message|what you said|what you just said|everything you said|response|reply|your last words'],
  problem: [
    'problem|problems|issue|issues|trouble|troubles|anomaly|anomalies|failure|failures|outage|outages|incident|incidents|alert|alerts|error|errors|fault|faults|bug|bugs|wrong|what s wrong|what is wrong|what is broken|what s broken|broken|anything wrong|something wrong|what s not working',
  ],
  everything: ['all|everything|every|entire|the lot|whole'],
  it: ['it|that|this|them|those|these|thing|things|one'],
  launch: [
    'run*|run|rerun|start*|start|launch*|launch|do|doing|perform*|perform|execut*|begin|make|kick off|trigger*|trigger|carry out|conduct*|conduct|fire up|initiat*|go for|give|proceed with|set off|get going with|redo',
  ],
  inspect: [
    'check*|check|confirm*|confirm|verify|verifies|inspect*|inspect|examin*|analy*|analyze|analyse|analyzing|scan*|scan|review|test|look (at|into|over)|have a look at|take a look at|probe|diagnos*|go over|go through|double check|check (on|up on|out)|monitor|assess|evaluat*|see if|see whether|ping|look at|look',
  ],
  tell: [
    'tell|show*|show|give|read|display|report|present|list|say|describe|bring up|pull up|fetch|share|let me (know|see|hear)|(i want to|i d like to|i need to) (know|see|hear)|know|hear|see|fill me in on|update me on|catch me up on|brief me on|talk [to me] about|walk me through|provide|get me|do i have|do we have|open',
  ],
  'what-is': ['what is|what s|what are|what re|what was|what were|whats|how much is'],
  which: ['which|what|how many|any|list|are there|is there'],
  status: ['status|state|health|condition|situation|shape|availability|uptime|stats|standing|news|wellbeing'],
  how: [
    'how|how is|how s|how are|how re|hows|how was|how does|how do|how (is|are|s) [it|they|things] (doing|going|looking|performing|holding up|feeling|faring|running|behaving)|doing|going|looking|performing|holding up|faring|behaving|how good is|how well is|how bad is|how bad are|how good are|where do we stand|where (are|is|do) (we|i) [at|stand|on]|where are we [at|with|on]|in what (state|shape|condition) (is|are)|how healthy is|how healthy are|how secure is|how secure are|how stable is|how (fast|resilient|reliable) is|how much|what s up with|whats up with|what is up with|what s going on with|what is going on with|what s happening (with|on|in)',
  ],
  alive: [
    'anything (broken|wrong|down|failing)|something (broken|wrong|down)|asleep|sleeping|everything up|sick|healthy|still kicking|kicking|alive and kicking|present|confirmed|acting up|misbehaving|feeling well|holding up|holding|healthy|online|offline|up|down|alive|dead|ok|okay|fine|available|unavailable|reachable|unreachable|accessible|operational|responsive|unresponsive|responding|running|working|working (well|fine|properly)|up and running|broken|overloaded|slow|stable|secure|safe|ready|busy|responds|respond|answering|answers|not (responding|working|answering)|still up|in good shape|in good health|good|well|all right|alright|functional|crashed|failing|fast|degraded|connected|disconnected|works|work|everything (ok|okay|fine|alright|good|working)|alive and well|green|red',
  ],
  'what-about': ['what about|how about|and|and what about|and how about|and for|and on|and the|what of'],
  compare: [
    'compar*|compare|comparison|difference|differences|diff|versus|vs|against|compared (to|with)|in comparison|relative to|contrast',
  ],
  change: [
    'improve|worsen|what change|any change|changes|changed|changing|evolved|evolution|evolve|trend|trends|(has|have) [it|they|things] (changed|improved|evolved|moved|worsened|degraded|gotten better|gotten worse|got better|got worse)|improved|worsened|degraded|better|worse|different|got (better|worse)|gotten (better|worse)|history|what s different|what is different|progress|progressed|improving|getting (better|worse)|moved|gone (up|down)|went (up|down)|increased|decreased|dropped|improvement|improvements|regression|regressions|shifted',
  ],
  news: ['what s new|what is new|whats new|anything new|any news|new'],
  repeat: [
    'repeat*|repeat|say [it|that|this] again|say again|come again|once more|one more time|restate|what did you say|what was that|i (didn t|did not) (hear|catch|get|understand) [that|you|it]|i (missed|misheard) (that|it)|say that|(sorry|pardon) [me]|can you rephrase|rephrase|read (it|that) again|read|tell me again|i don t understand|excuse me',
  ],
  again: ['again|once again|one more|pardon|sorry|what|huh|one more time'],
  slow: ['slower|slowly|more slowly|slow down|less fast|not so fast|too fast|you re (going|talking|speaking) too fast|at a slower pace'],
  detail: [
    'detail|details|detailed|more (detail|details|info|information|about|on|specifics)|in [more|greater] detail|elaborat*|elaborate|expand|expand on|specifics|info|information|specify|be more specific|go (deeper|further)|deeper|drill (down|into|in)|dig (into|deeper)|dive (into|deeper)|zoom in|tell me more|break down|breakdown|explain more|say more|long version|in depth',
  ],
  more: ['more|further|rest|the rest|keep going|continue|go on|additional'],
  plan: ['schedul*|schedule|plan|plans|program|set up|set|book|automate|arrange|plan for|put|queue'],
  planned: [
    'scheduled|planned|automatic|automatically|recurring|periodic|periodically|regular|regularly|upcoming|automated|schedule|schedules|next',
  ],
  running: ['running|in progress|ongoing|current|under way|underway|that s running'],
  cancel: [
    'cancel*|cancel|discontinu*|discontinue|abort*|abort|call off|call it off|drop it|drop|forget (it|that|about it|about)|forget|never mind|nevermind|scrap|scrap that|interrupt|leave it|no thanks|no thank you|unschedule|i changed my mind|undo|discard|pause|end',
  ],
  stop: ['stop*|stop|halt|quit|cease|end|terminate|kill|finish'],
  silence: [
    'shut up|be quiet|quiet|silence|hush|enough|that s enough|that will do|that ll do|stop talking|stop it|shush|zip it|that s all|ok stop|stop there',
  ],
  remove: ['delet*|delete|remov*|remove|clear|eras*|erase|drop|disabl*|disable|get rid of'],
  why: [
    'why|how so|how come|account for|what s the deal with|what is the deal with|what (causes|caused|explains|makes|made)|for what reason|what is the (reason|cause)|what s the (reason|cause)|reason|reasons|cause|causes|because of what|what s (causing|behind|dragging)|what is (causing|behind|dragging)|where does [it|that|this] come from|how did (we|i|it) get',
  ],
  explain: ['explain*|explain|explanation|justify|clarify|interpret|make sense of|help me understand|understand'],
  mean: [
    'mean|means|meaning|stand for|stands for|what (does|do) [it|that|this|the|those] mean|what do you mean|represent|represents|signify|measure|measures|definition',
  ],
  computed: [
    'computed|calculated|determined|obtained|derived|measured|assessed|based on|comput*|compute|calculat*|calculate|calculation|worked out|come up with|come from|comes from|formula|made up|weighted|how do you (get|compute|calculate)|evaluated|graded|rated',
  ],
  degree: [
    '[so|too|that|very|this|such a|pretty|really] (low|bad|poor|high|weak|terrible|good|great|mediocre|red|critical)|so|only|that|below|under|dropped|drop|fell|falling|dropping|lower|#|# percent|# out of #|lose points|losing points|lost points|going down|gone down|decreas*|not (higher|better|perfect|100|good)|at #',
  ],
  manner: [
    'how (do|can|should|could|would|to|does one|might) [i|we|you|one]|how (to|can i|do i)|how do (i|we) get|how can (i|we) get|what (would|could|can) (help|improve|fix)|ways to|way to|best way to|help me|help us|the best way to',
  ],
  advise: [
    'recommend*|recommend|suggest*|suggest|advis*|advise|propos*|propose|prioriti*|prioritize|prioritise|your (advice|opinion)|any advice',
  ],
  advice: [
    'measures|measure|recommendation|recommendations|advice|suggestion|suggestions|remediation|remediations|solution|solutions|action plan|next step|next steps|actions|action|priority|priorities|remedy|remedies|plan of action|tips|urgent|top priority|top priorities|quick wins|fixes|remediation plan|correction|corrections',
  ],
  'what-to-do': [
    'what (should|can|must|do|could|would|shall) (i|we|you) [do|fix|tackle|address|start with|begin with]|what (needs|has) to be (done|fixed|addressed)|what needs (fixing|attention|doing|to be fixed|work)|anything (i|we) (should|can|could|must) (fix|do|improve)|anything to (fix|do|improve)|what to (do|fix|start with|tackle)|where (should|do|can|shall|would) (i|we) (start|begin)|where to (start|begin)|what (now|next)|what s next|what is next|what (comes|goes) first|what do (i|we) (do|fix) [next|first|now]|what should (i|we) be (doing|fixing)|how should i proceed|how do i proceed|what is (most|the most) urgent|what s (most|the most) urgent|what would you (do|fix)|which one first|what first',
  ],
  first: [
    'first|first of all|most urgent|urgent|in priority|before anything else|top|most important|important|most critical|the most pressing|asap',
  ],
  fix: [
    'fix*|fix|repair*|repair|improv*|improve|solv*|solve|resolv*|resolve|correct|address|remedy|boost|raise|increase|strengthen|harden|mitigat*|mitigate|handle|deal with|get rid of|make [it|this|that|the] (better|safer|faster|healthier)|restore|recover|bring (it|back|up)|get [it] (back|working|better)|secure|tackle|reduce|lower|avoid|optimi*|optimize|enhanc*|enhance|debug|troubleshoot|prevent|up|higher|better|back|patch|stabilize|stabilise|speed up|tighten',
  ],
  forbidden: [
    'restart*|restart|reboot*|reboot|shut down|shutdown|power (off|on|down|up|cycle)|turn (off|on)|switch (off|on)|deploy*|deploy|install*|install|reinstall|uninstall|update|upgrade|configure|reconfigure|create|add|kill|reset|reinitialize|format|purge|wipe|clean|free|move|migrate|sync|synchronize|back up|restore|load|unload|unplug|connect|disconnect|isolate|prepare|rebalance|balance|rename|drain|scale|clone|duplicate|modify|replace|destroy|enable|activate|deactivate|wake up|take (down|offline)|bring (down|online)|scale (up|down)|put to sleep|block|close|bounce|nuke|hibernate|suspend|shut|reload|rollback|roll back',
  ],
  before: ['before|previously|earlier|since|ago|so far|lately|recently|past|prior|than|was|were|used to be|over time'],
  evening: ['in the evening|in the afternoon|at night|this evening|this afternoon|evening|afternoon|pm|p m'],
  correction: ['no wait|wait no|or rather|sorry i mean|no sorry|actually no|no i mean|make that|correction|scratch that'],
};
