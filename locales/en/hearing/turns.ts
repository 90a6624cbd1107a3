import type { Vocabulary } from '../../../intents/vocabulary.ts';

/** Parts of a day that a request is set against. */
const WHILE =
  'kids|children|baby|family|guests|guest|boss|team|customer|client|clients|wife|husband|visitors|meeting|call|demo|meeting starts|show|game|match|dinner|lunch|breakfast|supper|school|work|bed|bedtime|holiday|holidays|vacation|trip|weekend|storm|release|deployment|shift|exam|class|lecture|party|standup|handover|presentation|review';
const PEOPLE =
  'boss|team|client|clients|customer|guests|kids|students|class|audience|wife|husband|manager|colleagues|friends|visitors|board|folks|people in the back';

/** Ways to say what other words say already. */
export const turns: Vocabulary['written'] = {
  plain: [
    'even|actually|basically|literally|once|anyway|already|whatsoever|lately|presently|going forward|by now|at last|in general|on the whole|all in all|all told|overall|as ever|as always|as usual|for once|for a change|for good measure|for my peace of mind|for the record|just in case|just to be (sure|safe)|to be (sure|safe|honest|fair)|if i m honest|you know|i mean to say|you see|like i said|mate|cobber|bruv|pet|duck|son|dude|reckon [you could]|(do you|d you) (reckon|mind)|i reckon [you could|we should]|(nothing|not) (fancy|special|major|urgent|serious|too long|too deep)|nothing (else|more)|no (rush|hurry|worries|fuss|frills|biggie|panic|need to hurry|need to rush)|take your time|whenever|any time|at your leisure|when you re done|if it s not too much trouble|if you don t mind|if you would be so kind|chop chop|pronto|stat|quick smart|right this second|this instant|on the double|lickety split|would you be a dear|be a love|there s a love|ta very much|thanks a (lot|million|bunch)|thank you (so|very) much|much (obliged|appreciated)|cheers (mate|pal)|with all (its|the) (parts|sections)|these boxes|of mine|of ours|that (we|i) (have|run|own|manage)|we ve got|i ve got|here at home|at my place|to me|to us|over here|in plain english|in plain terms|in simple terms|for dummies|in layman s terms|aloud|out loud',
    `(before|after|during|until|till) [the|my|our|his|her|their] (${WHILE}) [starts|gets up|get up|wake up|wakes up|begins|arrives|arrive|comes|is over|ends|leaves]`,
    `for (the|my|our) (${PEOPLE})`,
    '(until|till) further notice|from now on|starting (now|today|tomorrow)|as of (today|tomorrow)|(for|during) the (next|whole) (week|month|day)|while (i m|we re) (away|out|gone|on holiday|asleep|at work)',
    '(i|we) (would|d) (like|love|want|prefer) to (have|get|see|schedule|run|do|start)|(i|we) (want|need|wanna) to (have|get|run|do)|(i|we) (wanna|want|need) (have|get)|(could|can|may) (i|we) (have|get|trouble you for|ask for|ask you for)',
  ],
  gpu: ['gpu|gpus|graphics cards|graphics card|video memory|vram|temperatures'],
  instead: ['instead|rather|i mean|i meant|what i mean is'],
  report: ['(find|found|turned up|turn up|come up with|came up with|uncovered|reveal|revealed)'],
  launch: [
    '(have|get) (an|a|us an) [full|quick|complete|system] audit [run|done|started|going|underway]|going|underway|(chuck|bung|whack|stick|throw|slap|pop) (in|on|us|me) (an|a)|(chuck|bung|whack|stick|throw|slap|pop) (an|a)|(it s|it is) time (for|we had|you did)|let s (have|get|do|run|start|kick off|see)|hit me with|treat me to|knock out|crank out|whip up|spin up|give (me|us) (an|a|the)|how about (running|doing|starting)|kick off|kicks off',
  ],
  put: ['chuck|bung|whack|stick|throw|slap|pop|pencil'],
  plan: [
    '(chuck|bung|whack|stick|throw|slap|pop|pencil|slot) [in|an|a]|set up (an|a)|lock (in|an|a)|diarise|diarize|calendar|make it a habit to|get into the habit of',
  ],
  planned: ['booked|slated|pencilled|penciled|lined up|set|due|pending|arranged'],
  cancel: [
    'scratch (that|the|this)|pull the plug on|kill off|bin|nix|ditch|drop|scrub|bail on|(hold|put) (it|that|off)|on second thought|on second thoughts|wait no|as you were|false alarm|forget i (asked|said anything)|skip it|let s not',
  ],
  alive: [
    'back (up|online|on|in business|from the dead|with us)|up again|online again|fall (over|down)|fell (over|down|off)|fallen (over|down)|gone (awol|walkabout|quiet|offline|to sleep|haywire)|gone bung|cactus|carked it|kaput|borked|knackered|buggered|bricked|toasty|chugging [along]|hanging in there|behaving (itself|themselves)|good to go|all there|there at all|still (standing|with us|there|going|breathing|talking)|in the land of the living|back from the dead|hale and hearty|right as rain|fit as a fiddle|tip top|peachy|hunky dory|sweet as|on the fritz|down for the count|responding at all',
  ],
  inspect: ['reach|get through to|talk to|contact|get hold of|touch base with'],
  checkup: ['sanity check|smoke test|spot check|pulse check|vitals check|wellness check'],
  problem: ['(is it|is that|how) (serious|bad is it|bad is that|that bad|dangerous)|should (i|we) (worry|be worried|panic)'],
  more: ['what else|anything else|and what else'],
  how: [
    'how (goes|fares|stands) [it with]|what s the (word|story|situation|state of play|latest|news|scoop|verdict|damage) [on|with|for|about]|where are (we|things) (at|with) [with|on|for]|what kind of (shape|state) (is|are)|how s [it] (hanging|tracking|travelling) [with|for]',
  ],
  tell: [
    '(a|one|quick) word (on|about)|(any|the) (word|update|news) (on|about|from)|give (me|us) (the|a|an) (rundown|lowdown|skinny|picture|update|quick word|quick look|heads up|readout|report|state|overall|top|current) [on|of|about]|list (the|my|our|all)|spit out|cough up|read out|call out|sum up|let (me|us) have',
  ],
  which: ['how many (of)|which (of|ones|one)'],
  why: [
    'on what (basis|grounds)|what (basis|grounds)|what s with (the|that|this|our)|what gave [us|me|it]|why d (we|it|i|you) (get|give|score)|how d (we|it|i|you) get|what (went|has gone) wrong with|what s holding [it|us|the] [back|down]|who gave (us|me|it)',
  ],
  degree: [
    'so (poor|bad|low|crappy|rubbish|lousy|dire)|this (poor|bad|low)|in the (red|gutter|toilet|dumps)|down the (drain|toilet)|nothing to write home about|underwhelming|figure|number',
  ],
  mean: [
    '(does|do|is) (that|this|the) [score|figure|number|rating] (even|actually|really) [mean|measure|say|tell me|tell us]|(even|actually|really) (mean|means|measure|measures|tell me|tell us|tells me|tells us)|what s (that|this|it) (supposed to|meant to) mean',
  ],
};
