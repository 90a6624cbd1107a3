import type { Overheard } from '../../../intents/vocabulary.ts';

const OUR = 'audit|audits|cluster|clusters|diagnostic|diagnostics|health check';
const AUDIT = 'audit|audits|diagnostic|diagnostics|health check';
const AN = 'a|an|the|our|my|this|that|another|any';
const PEOPLE =
  'colleague|colleagues|coworker|brother|sister|son|daughter|father|mother|dad|mum|mom|uncle|aunt|cousin|neighbour|neighbor|neighbours|neighbors|boss|manager|teacher|friend|friends|mate|husband|wife|team|director|technician|expert|experts|contractor|client|customer|consultant|doctor|people|guys|manual|documentation|docs|book|website|guide';
const SOMEBODY = `((my|your|his|her|our|their|the|a|some|most|those|these) [old|new|other|little|big] (${PEOPLE})|experts|people|everybody|everyone|somebody|someone|dad|mum|mom|they|he|she)`;
const SAYS =
  'says|say|said|thinks|think|thought|believes|believe|claims|claim|recommends|suggests|suggested|recommended|insists|keeps saying|keeps asking|keeps telling|tells|told|reckons';
const OFTEN = 'always|often|never|usually|sometimes|constantly|keep|keeps|still';
const FIX = 'fix|repair|solve|resolve|patch|correct|sort|mend|heal|restart|reboot|restore';
const MEASURE =
  'recommendation|recommendations|fix|fixes|correction|corrections|action|actions|measure|measures|step|steps|remediation|remediations|suggestion|suggestions|solution|solutions|plan|one|advice';
const DO = 'run|start|do|launch|schedule|cancel|stop|begin|perform|trigger|request|ask for|order|get';
const BEFORE = 'well|ok|okay|so|right|alright|all right|yes|yeah|now|then|jarvis|hey|please|good|great|fine|and|just|go on|go ahead|thanks';
const OPEN = `^ [${BEFORE}] [${BEFORE}] [${BEFORE}] [${BEFORE}] [(can|could|will|would|why don t) you|you can|you should|i want you to] [${BEFORE}] [${BEFORE}]`;

/** What no words beside it make a request to us. */
export const overheard: Overheard = {
  'not-for-us': [
    // what others say, or always say
    `${SOMEBODY} [${OFTEN}] (${SAYS}) [me|us|him|her] [that|to|it s|we|you|i|they|an|a]`,
    `${SOMEBODY} [${OFTEN}] (wants|want|needs|need|asks|asked|expects|would like) ((me|us|you|him|her|them) to|to (run|do|audit|start|launch|schedule|perform))`,
    `(apparently|supposedly|they say|it is said|i (heard|read|was told|have heard|ve heard|have read)) [that|about|somewhere] (you|one|we|i|the best|an audit|audits) [${OFTEN}] [should|must|have to|need to|ought to|are|is|ll|can]`,
    // what is to be said to others
    '(tell|inform|warn|remind|notify|ask|text|call|message|let|beg) (him|her|them|mum|mom|dad|paul|john|everyone|everybody|the team|(my|our|the|your) _) [know] (that|to|i|we|he|she|not|the audit (is|was|has|starts|will|ll))',
    // what a word means, what we can do
    `(what is|what s|whats|what are|define|definition of|meaning of) (a|an|the word|the term|the meaning of) [word|term] (${OUR})|(what does|what do|what would) [the|an|a] [word|term] (${OUR}) (mean|stand for)|the (word|term) (${OUR})`,
    `(what (can|do|should|must|could|would) (i|we|you|one) [have to|need to] (say|ask|tell|type|do)|how (do|can|should|could|would|does) (i|we|you|one)|how to|what (command|sentence|phrase|words)) [to|for|you] [to] (${DO}) [${AN}] (${AUDIT})`,
    `(anything|something|things|nothing|what) [else] [can you do|do you do] (besides|other than|apart from|except|but|beyond|than|aside from) [running|doing|for] [${AN}] (${AUDIT})`,
    `(should|shall|must|ought) (i|we|you|one) [really|also|even|always] (run|do|start|launch|schedule|have) [${AN}] (${OUR})|(is it|it s|is this|it is) [really|even] (worth|useful to|necessary to|safe to)|(why|what for) [should|would|do|does] [i|we|you|one|anyone|people] (run|do|start|have|launch) [${AN}] (${OUR})|how often (should|do|does|would)`,
    `(can|could|do|did) you [also|even|ever|usually|really|still|often|know how to] (run|do|perform|conduct) audits|who [else] (can|runs|ran|is|should|does|will|could) [run|running|do|start] [${AN}] (${AUDIT})|why (are|did|do|were) you (run|running|start|starting|doing|do|launch|launching) [${AN}] (${AUDIT})`,
    `what (does|do|would|will) [${AN}] (${AUDIT}) (do|check|cover|test|measure|look at|involve|take)|(tell|talk|teach) [to] [me|us] about (audits|clusters)|what (a|an) (${OUR}) (is|does|means|do)|what (audits|clusters) (are|do|mean)|(stop|quit) (talking|going on|asking) about`,
    // what should have been, and what somebody does himself
    '(should|could|would|ought to|must|might) [not] (have|ve) [really|also|never|just] (run|done|started|launched|audited|checked|scheduled|had|asked|cancelled)|(if only|i wish|we wish|too bad)',
    `(i|we|he|she|they|it|somebody|someone|paul) (m|am|re|are|is|s) [already|just|currently|still|busy] (running|doing|starting|launching|auditing|scheduling|performing|having) (an|a|the|our|my|his|her|their|another)|(run|do|start|launch|check|schedule|audit) [_] [_] (myself|ourselves|himself|herself)`,
    `^ [${BEFORE}] (i|we|they|you) [all] (run|do|start|have|launch|ran|did|schedule) [${AN}] (${AUDIT})|(usually|always|often|normally|typically|generally|sometimes|never) (run|do|start|have|launch|schedule) [${AN}] (${AUDIT})|(every|each) (morning|day|night|evening|week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday) (i|we|they|you|he|she) (run|do|start|have|launch|runs|does)`,
    `(i|we) (was|were) (going|about|planning) to (run|do|start|launch|schedule|audit|check|perform)|(if|when|whenever|suppose) (i|we|you|one|they) (run|start|do|launch|ran|started) [${AN}] (${AUDIT})|remind (me|us) (to|about|that)|a (reminder|note|memo) (to|about|for)`,
    `(difference|differences) between (a|an) _ and (a|an)|(thanks|thank you|congrats|congratulations|well done|sorry) (for|on|about) (the|that|this|your) (${AUDIT})|^ [${BEFORE}] (nice|great|which|what) (${AUDIT}) $`,
    `(tomorrow|today|tonight|next week|this week|monday|tuesday|wednesday|thursday|friday) (i|he|she|they) (start|starts|run|runs|do|does|have|has) [${AN}] (${AUDIT})|(performance|performances) (at|in) (work|school|bed)|why is it [so|still] (cold|dark|raining|late|snowing) $`,
    '(new|changed|up) with you|what should (i|we) do (tonight|this weekend|on sunday)|(fix|help|improve) my (son|daughter|bike|car|marriage|life)',
    `do you (like|love|hate|enjoy|prefer)|(maybe|perhaps) i (should|could|will|might|ll|ought to)|i (might|may) [just|even] (run|do|start|launch)|i [already|do] know (why|how|that|all that)|say (hi|hello|goodbye|thanks) to`,
    `definition of [the|a|an] [word|term] (${OUR})|(audit|audits) (file|files|folder|department|firm|company|committee|app|office)`,
    // how loud it is
    '(turn|crank|bring) (it|that|the sound|the volume|the music) (up|down)|(more|less) (volume|sound|noise|bass)|volume (up|down)',
    `^ [${BEFORE}] [a bit|a little|much] (louder|quieter) $`,
    `^ [${BEFORE}] [${BEFORE}] (i|we) [do|think i|can] (understand|see|get it|got it) [now|then|thanks] $`,
  ],
  refused: [
    `^ [${BEFORE}] [${BEFORE}] (go ahead|go on|just) [and|then] (${FIX}) (it|that|this|them|everything|all|these|those)`,
    `${OPEN} (${FIX}) (it|that|this|them|everything|these|those) [out|up|all] [for me|for us|yourself|then|now|please|thanks] $`,
    `${OPEN} (carry out|execute|apply|implement|perform|follow|do|run) (the|your|all|that|this|those|these) [of] [the|your|those|these] [first|second|third|last|next|top|other] [two|three|few] (${MEASURE})`,
    `${OPEN} (do|apply|follow) (what|whatever|everything) [that] you (recommend|recommended|suggest|suggested|advise|advised|propose|proposed|think)|${OPEN} (improve|boost|raise|increase|strengthen|harden|tighten) (the|my|our|its|your|cluster|system|security|stability|performance|resilience|everything|this|that|these)`,
    `${OPEN} make (it|that|this|them|everything) (better|work|faster|right|safe|safer|stable) [again|now|please] $`,
    `(${FIX}|do) (it|that|this|them) (yourself|by yourself)|(turn|switch|power|bring) (it|that|them) back [up|on|online]`,
  ],
  negated: [
    '(no need|don t bother|no point|needn t|don t have to|do not have to|don t need to|not necessary|no use|need not) [to|in] [me] (explain|explaining|repeat|repeating|elaborate|elaborating|detail|detailing|compare|comparing|justify|clarify|recommend|advise|expand|go into)',
  ],
};
