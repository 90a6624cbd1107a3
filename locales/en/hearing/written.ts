import type { Vocabulary } from '../../../intents/vocabulary.ts';

const TOO = 'still|back|again|all|really|actually|even|currently|now|properly|up|back up|just|at all';

/** English beside the French, by classes: what is said around a request, and other names for what is asked. */
export const written: Vocabulary['written'] = {
  plain: [
    '(i m|i am|i d be|i would be|i was) (curious|keen|eager|interested|wondering|hoping|thinking|glad|happy|grateful|dying|worried|concerned) [to|if|whether|about|you could|how]|(would|could|can|will|do|might) (you|we|i) [please|kindly|possibly|just|quickly|maybe|mind|perhaps] [awfully|terribly] [tell me|let me know]|would you mind [awfully] (telling|giving|showing|letting|running|doing|checking)|(i|we) (d|would|should|might|shall|really|just) (like|love|want|need|prefer|rather|have to|appreciate) [it if|for|to|you to|a|an]|i (need|want|wish|reckon|suppose|guess|think|believe|hope|fear|wonder|gather|take it) [to|that|you to|if|whether|for]|i m (afraid|sure|asking|going to|about to|trying to|looking (to|for))|(do|did|can|could) (you|we) (think|know|reckon|happen to know|have any idea|suppose) [if|whether|how|what]|(be|you d be) (so|very) (kind|good|nice|sweet) [and|as to|to|if]|(is|would) it (be) (possible|okay|ok|all right|alright|cool|fine) (to|if|for)|any chance (of|you|we|that)|any (idea|clue|word|news) (on|of|about|how|if|whether|what)',
    'love|darling|mate|pal|buddy|chap|old chap|there s a good chap|fella|sweetheart|honey|my dear|dear|sir|madam|boss|chief|champ|bud|friend|my friend|guys|y all|lovely|great|brilliant|perfect|awesome|cool|excellent|splendid|super|nice one|good stuff|very good|very well|fair enough|fine|sounds good|all good|no problem|cheers|ta|wait|hold on|hang on|listen|look here|say|gosh|blimey|crikey|goodness|damn|hell|heck|geez|oh dear|oh my|phew|whew|nah|nope|quick question|one question|question|out of curiosity|just curious|if i may ask|if i may|may i ask|if you ask me|if you can|if you could|if you like|if that s alright|when you re ready|when you have time|whenever you can|in your own time|do you reckon|you reckon|i reckon|innit|right|eh|huh|isn t it|is it|aren t they|or not|or what|ballpark|roughly|at present|these days|nowadays|at this point|as of now|as it stands|so far|for the moment|for now|for today|today|this morning|tonight|this week|real quick|rn|precisely|exactly|honestly|frankly|seriously|literally|obviously|apparently|presumably|hopefully|ideally|basically|simply|kindly|swiftly|gently|calmly|awfully|terribly|ever so|rather|somewhat|fairly|properly|thoroughly|accurately|briefly|generally|usually|normally|typically|immediately|instantly|promptly|shortly|eventually|finally|lastly|secondly|firstly|also|as well|too|either|then|anyway|anyhow|though|however|meanwhile|besides|plus|on earth|might|yet|itself|anything else|the hell|the heck|in the world|at home|in here|over there|down there|out there|a notch|a bit more|for good|altogether|then please|do',
  ],
  alive: [
    `(is|are|was|were|has|have|did|does|do|s) (it|he|she|they|all|everything|that) [${TOO}] [${TOO}] (back|up|down|there|alive|online|offline|gone|dead|ok|okay|fine|running|working|responding|answering|reachable|healthy|come back|recovered|gone down|crashed|behaving|holding up)|(come|came|coming|gone|go|going|went) (back|back up|back online|back to life|down|dark|away|under)|[still|back] (up and (running|talking|about)|alive and (well|kicking))|behaving [itself|themselves|well]|(respond|responding|responsive|talking|talk|recover|recovered|survive|survived|crash|crashed|die|died|fail|failed|freeze|frozen|hang|hung|stuck|lagging|overheating|hot|cold|shipshape|in order|in good nick|on its feet|on the blink|on fire|toast|kaput|playing up|acting up|struggling|coping|ticking over|humming along|purring|in one piece|under the weather|poorly|sound|happy|okay|stable)|feeling (any|a bit|much) (better|worse|well|ok)|feeling|getting (on|along)|[doing|going] (well|okay|fine|alright|badly)|in (good|bad|great|poor) (shape|nick|health|condition|order)`,
  ],
  how: [
    '(how|what) (is|are|s|re) (it|he|she|they|things|we) (getting on|doing|holding up|faring|coping|scoring|looking)|how (are|do|did) (we|you) (score|scoring|do|doing|stand|rate|fare|look) [on|in|for|with]|where (do|are|does|did) (we|it|i|they) (stand|at|sit|rank|land) [on|with|in|for]|what (shape|state|condition) (is|are)|getting on|looks like|look like|looking like|what [does] [the] (look|looks) like',
  ],
  tell: [
    'remind me [what|of|about]|talk me through|run me through|take me through|give us|show us|tell us|let us (know|see|hear)|fill us in|spell out|lay out|set out|put up|pass me|hand me|shoot me|send me|whisper|recite|report back|telling|showing|giving|condition of|hear about|know about',
  ],
  repeat: [
    '(repeat|say) (that|it|this|yourself)|(would|could|can) you repeat|i beg your pardon|beg pardon|pardon me|(i|we) (missed|didn t (quite )?catch|did not catch|couldn t hear|can t hear|lost|didn t get) [quite] [that|it|you|all|tout|everything]|(didn t|did not) [quite] (catch|hear|get|follow) [that|it|you]|come again|one more time|once more|once again|run that by me again|go over that again|what (did|were) you (say|saying)|read me back|read (it|that|me) back [to me]|rewind|play (that|it) back|from the top|back from the start|missed that',
  ],
  detail: [
    '(tell|give) (me|us) (more|the details|everything)|go into (more|further|greater) detail|walk (me|us) through (it|that)|spell it out|flesh (it|that) out|unpack (it|that|this)|say a bit more|more on (that|this)|how exactly|what exactly|the full story|line by line|one by one|point by point',
  ],
  why: [
    'why (is|are|on earth|exactly|precisely|so|such|the|do|does|did) [is|are|it|that|we]|how come|what (on earth|the hell) (drags|pulls|brings|keeps|makes|explains)|(drags|dragging|pulls|pulling|brings|bringing|drag) [the|it|that|our] [down]|down to what|what gives|what s behind|what drives|(head|heads) or tails of',
  ],
  mean: [
    '(what|all) (does|do|is) (it|that|this|the) (actually|really|even) (mean|tell us|tell me|say|measure|cover|stand for)|tell us|actually tell us|make (head|heads) (or|nor) tail[s] of|what it actually tells us',
  ],
  explain: ['make sense of|shed light on|break it down|can t make head or tail of|help me understand'],
  cancel: [
    'call (off|it off)|calling off|(have|be|been|get|got) (cancelled|canceled|called off|scrapped|dropped)|cancelled|canceled|scrap|bin|ditch|axe|shelve|never mind|stand down|hold off|leave (it|that)|not (needed|necessary) [anymore|any more|any longer]|can wait|no longer (needed|necessary)|don t bother [anymore]|changed my mind',
  ],
  stop: ['do stop|stop (it|that|there|now|talking)|knock it off|pack it in|that ll do|that will do|wrap it up|cut it out'],
  running: [
    '(i|we) (scheduled|asked for|set up|booked|planned|requested|ordered|started)|that (i|we) (scheduled|asked for|set up|booked|planned|requested|started)|in progress|due',
  ],
  plan: [
    'pencil in|slot in|line up|put (in|on|down)|set (up|a|an)|get (a|an)|make it|do it|run it|make sure|arrange for|book [in]|lock in|have (a|an|it)|run it again|do it again',
  ],
  put: ['put|set|set up|book|slot|schedule'],
  launch: [
    'run (a|an|the|me|us|one|it)|do (a|an|the|me|us|one)|have (a|an) (quick|full)|crack on with|get (a|an|the|going|started) [on|with]|put [the] [system] through|give [it|us|me|the] [system|cluster] [a|an]|go ahead with|fire off|set going|get cracking on|auditing',
  ],
  inspect: [
    'check (whether|if|that|out|on|up on|over)|see (whether|if|how)|find out (whether|if|how)|make sure [that]|have a (look|peek|gander|butcher s) [at]|take a (look|peek) [at]|keep an eye on|look in on|give (it|the) (once over|a once over)',
  ],
  compare: [
    '(any|what|what s the) (difference|differences|change|changes) (between|since|from|compared)|(compared|relative|as opposed) (to|with)|side by side|stack up against|set against|differ|differs',
  ],
  change: [
    '(has|have|is|are|did) [anything|something|it|things|much|the] [in] (changed|gotten|got|become|gone|improved|worsened|deteriorated|degraded|slipped|dropped|moved|shifted|evolved|change)|deteriorated|(got|gotten|getting|grown|become|gone) [any|much|a bit|a lot] (worse|better|weaker|stronger|up|down|slower|faster)|anything (new|changed|different)|what (happened|has happened|s happened|has changed|changed|moved)|any (worse|better)',
  ],
  advise: [
    '(any|some|your|have you any) (recommendations|recommendation|suggestions|advice|ideas|thoughts|tips|pointers) [as to|on|for|about]|what (would|do) you (recommend|suggest|advise|propose|do|fix)|advise (how|on|me)|what s the (fix|remedy|cure|plan|solution|best move) [for]|the fix',
  ],
  'what-to-do': [
    'what would it take (to|for)|what (can|could|should|might|must) (be done|we do|i do|one do) [to|about|for]|how (might|could|can|should|do|would) (we|i|one|you|it|m 3|m 2|m 1) [be] [fix|fixed|improve|improved|tighten|tighten up|raise|boost|go about]|as to how|how (best|one) (to|might)|where (to|do i|should i|do we) (start|begin)|what needs (doing|fixing)',
  ],
  fix: [
    '(more|less) (resilient|secure|stable|robust|reliable|scalable|observable|fast|solid|tolerant)|fixed|improved|tighten [up]|toughen [up]|beef up|shore up|bump [up|our|the]|bring up|push up|step up|get (better|up)|sort (out|it|that)|put right|patch (up|it)|iron out|harden|fortify|strengthening|improving|fixing|raising',
  ],
  problem: ['(what|anything) (s|is) (wrong|broken|failing|down|amiss|off)|hiccups|snags|glitches|trouble brewing'],
  degree: [
    'lousy|awful|dreadful|dismal|horrible|rubbish|crap|shabby|abysmal|measly|shoddy|pathetic|disappointing|mediocre|(so|such|this) (low|poor|bad)',
  ],
  'that-time': ['(at|by) that (time|moment|hour)|then|on that day|that (day|hour)'],
  evening: ['in the evening|at night|tonight'],
  nodes: ['(any|every|each|all|some) (node|nodes|machine|machines|server|servers|box|boxes)'],
  it: ['anything|something|much|stuff'],
  opening: [
    'without|while|whilst|because|cause|since (i|we|you)|before (i|we|my|he|she|they)|after (my|we|i|that)|until|till|(before|after) the (meeting|demo|call|presentation|storm|reboot|outage|move|weekend|holidays)|so (that|i|we)|as (soon as|long as|i|we|my|the)|when (i|we|the|my)|now (that|i|we)|in case|given (that|the)|for (my|the|our|a) (meeting|demo|boss|client|call|presentation|report|visit|talk|friend|friends|board)|unless',
  ],
  told: [
    '(the|an|our|my|this|that) audit (is|was|has|had|went|took|takes|comes|starts|happens|lasted)|(passed|failed|finished|survived|hate|love|had|got|have|having|attended) (the|an|our|my|another) audit|(i|we|he|she|they) (have|has|had|got|passed|failed) (a|an|the|our|my) [big|tax] audit',
    'why not|what now then',
  ],
  reported: [
    '(said|says|say that|told|tells me|asked|asks|asking|wrote|writes|heard|read somewhere|keeps asking|shouted|screamed|claims|thinks that|text|email|message|dictate|translate|spell|pronounce|movie|song|poem|story|film)',
  ],
  foreign: [
    'tax|taxes|fiscal|accounting|accountant|bank|credit|stock|stocks|market|mortgage|insurance|expense|expenses|spending|budget|invoice|college|university|school|homework|class|essay|solar|nervous|immune|digestive|headache|headaches|galaxy|star|stars|weather|rain|traffic|motorway|airport|flight|flights|train|bus|car|football|soccer|rugby|tennis|match|season|movie|song|album|music|playlist|recipe|pizza|dinner|restaurant|hotel|booking|reservation|parcel|order|delivery|light|lights|lamp|door|garage|heating|thermostat|oven|fridge|kettle|alarm|timer|reminder|meeting|appointment|dentist|doctor|haircut|calendar|email|emails|photo|photos|video|book|hair|sleep|tie|bow|knots|horoscope|zodiac|election|offside|washing',
  ],
};
