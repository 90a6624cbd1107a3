import type { Concept } from './concepts.ts';
import type { Intent } from './intents.ts';

/**
 * One way of asking for an intent. A sentence is in the frame when each need is met by a word of its own and every other
 * word is one that the frame allows: what it cannot explain speaks against it.
 */
export interface Frame {
  readonly intent: Intent;
  /** Every group needs one of its concepts. */
  readonly needs: readonly (readonly Concept[])[];
  readonly allows: readonly Concept[];
  /** Only while we talk: said out of the blue it may be for anybody. */
  readonly isFollowUp?: true;
  /** Only when nothing else was said, not even politely: « stabilité ? ». */
  readonly isWhole?: true;
  /** What the section is when none was said: « le score du cluster » is about the scores. */
  readonly section?: 'scores' | 'summary' | 'risks' | 'performance';
}

const SYSTEM = 'system cluster nodes node-word everything';
const EXAM = 'exam checkup inspect';
const WHEN = 'every in at date weekday evening';
const PAST = 'past weekday last before';
const ASK = 'tell what-is which repeat again first-person it explain launch slow';
const STATE = 'date status how alive problem third-person report inspect checkup degree';
const OURS = 'audit|cluster|system|nodes|node|section';
const WORK = `launch put mode first-person ${SYSTEM} ${EXAM}`;
const TALK = 'status it answer report again last tell audit everything first-person slow repeat';
const SCORING =
  'what-about degree audit system cluster report it first-person third-person tell what-is score section how manner change which everything alive negation why mean explain computed section-word last status launch nodes more detail';
const REPAIR =
  'what-about it score section node node-word audit system cluster nodes report problem first fix advise advice what-to-do manner tell what-is which alive degree first-person third-person everything status last how launch section-word more before';
const CHANGES = `${PAST} it tell what-is which status how alive third-person first-person everything audit exam cluster system nodes node node-word section score report launch compare change news what-about date section-word answer more problem degree detail inspect manner again`;

/** In order of precedence: the first frame that a sentence is in decides. */
export const frames: readonly Frame[] = [
  frame('schedule', 'audit every|in|at|date|weekday|plan', `${WORK} ${WHEN} plan planned it status section node repeat report`),
  frame('schedule', 'exam|checkup|inspect system|cluster|nodes every|in|at|date|weekday|plan', `${WORK} ${WHEN} plan planned status`),

  frame('schedule', 'plan every|in|at|date|weekday', `${WORK} ${WHEN} plan planned it repeat again what-about`, { isFollowUp: true }),
  frame('schedule', 'plan|launch|put it|planned every|in|at|date|weekday', `${WORK} ${WHEN} plan planned it repeat again what-about`, {
    isFollowUp: true,
  }),

  frame('cancel', 'cancel|stop|remove audit', `${WORK} ${WHEN} past it running plan planned last cancel stop silence`),
  frame(
    'cancel',
    'cancel|stop|silence',
    'it everything answer running exam report cancel stop silence tell plan planned remove again repeat first-person',
    { isFollowUp: true },
  ),

  frame('repeat', 'repeat|slow', `${TALK} manner more`, { isFollowUp: true }),
  frame('repeat', 'again', 'it answer again last tell first-person slow repeat manner more', { isFollowUp: true }),
  frame('repeat', 'repeat audit|report', `${TALK} system status`),

  frame('audit_full', 'launch audit mode', `${WORK} it date status report detail again`),
  frame('audit_full', 'audit mode', `${WORK} date again`),
  frame('details', 'detail explain', `${ASK} ${STATE} more answer`, { isFollowUp: true }),

  frame('explain_score', 'why|computed section', SCORING),
  frame('explain_score', 'why|computed|explain|mean score section', SCORING),
  frame('explain_score', 'why|computed|explain|mean score|section audit|cluster|system|report', SCORING),
  frame('explain_score', 'why|computed|explain|mean', SCORING, { isFollowUp: true }),

  frame('remediation', `manner|what-to-do|advise|advice fix ${OURS}`, REPAIR),
  frame('remediation', 'what-to-do|advise|advice audit|cluster|system|node|section', REPAIR),
  frame('remediation', `first which|what-is|fix|problem ${OURS}`, REPAIR),
  frame('remediation', 'manner fix', REPAIR, { isFollowUp: true }),
  frame('remediation', 'what-about fix it', REPAIR, { isFollowUp: true }),
  frame('remediation', 'what-to-do|advise|advice|first', `${REPAIR} what-about`, { isFollowUp: true }),

  frame('compare', `compare|change|news ${OURS}|report`, CHANGES),
  frame('compare', 'compare|change past|last|weekday', CHANGES),
  frame('compare', 'compare|change|news', CHANGES, { isFollowUp: true }),
  // « rien n'a changé depuis hier ? » asks; « je ne veux pas comparer » does not
  frame(
    'compare',
    `negation change|news ${OURS}|past|last|weekday`,
    `${PAST} it which third-person everything cluster system nodes section date degree what-about`,
  ),
  frame('compare', 'past|last|weekday', `${PAST} what-about it score section node cluster audit which`, { isFollowUp: true }),

  frame(
    'details',
    'detail audit|section|node|cluster|report',
    `${ASK} ${STATE} ${SYSTEM} audit section node more last section-word score detail answer`,
  ),
  frame(
    'details',
    'detail|more',
    `${ASK} ${STATE} ${SYSTEM} answer audit section node more last section-word score detail first advice what-about`,
    { isFollowUp: true },
  ),

  frame(
    'node_status',
    'node status|how|alive|tell|what-is|inspect|checkup|exam|audit|problem|report',
    `${ASK} ${STATE} ${EXAM} node nodes audit node-word score mode what-about cluster everything`,
  ),
  frame('node_status', 'node', 'what-about node-word it third-person node first-person', { isFollowUp: true }),

  frame('node_status', 'node alive|problem negation', 'node-word third-person date everything status what-about degree it'),
  frame('details', 'why node', `${ASK} ${STATE} node-word negation score`),

  frame(
    'section_status',
    'section status|how|tell|what-is|which|inspect|audit|score|section-word|alive|report|exam|checkup|degree',
    `${ASK} ${STATE} ${EXAM} ${SYSTEM} section section-word audit score mode last what-about`,
  ),
  frame('section_status', 'section', 'section', { isWhole: true }),
  frame('cluster_status', 'cluster|nodes', 'cluster nodes', { isWhole: true }),
  frame('section_status', 'section cluster|system', 'tell what-is which degree third-person first-person it score'),
  frame(
    'section_status',
    'section',
    `tell what-is which repeat again first-person slow ${SYSTEM} section what-about it score section-word audit`,
    { isFollowUp: true },
  ),
  frame('section_status', 'score audit|cluster|system', `${ASK} ${STATE} ${SYSTEM} audit last what-about`, { section: 'scores' }),
  frame('section_status', 'score', `${ASK} ${STATE} what-about last`, { isFollowUp: true, section: 'scores' }),
  frame('section_status', 'summary audit|cluster|system|report', `${ASK} ${STATE} ${SYSTEM} audit last summary mode`, {
    section: 'summary',
  }),
  frame('section_status', 'summary', `${ASK} ${STATE} ${SYSTEM} audit last summary what-about mode`, {
    isFollowUp: true,
    section: 'summary',
  }),
  frame('section_status', 'in-short audit|report', 'tell what-is which it status last report', { section: 'summary' }),
  frame('section_status', 'gpu', 'tell what-is what-about how alive which third-person', { isFollowUp: true, section: 'performance' }),
  frame('section_status', 'in-short', 'tell', { isFollowUp: true, section: 'summary' }),
  frame('section_status', 'report audit', `${ASK} ${SYSTEM} last status mode`, { section: 'summary' }),
  frame('section_status', 'problem', `${ASK} which first what-about`, { isFollowUp: true, section: 'risks' }),

  frame(
    'cluster_status',
    'cluster|nodes status|how|alive|tell|inspect|checkup|which|problem|report',
    `${ASK} ${STATE} ${EXAM} ${SYSTEM} mode what-about audit score`,
  ),
  frame('cluster_status', 'node-word everything status|how|alive|inspect|problem', `${ASK} ${STATE} ${SYSTEM} which`),
  frame('cluster_status', 'system how|alive|problem', `${ASK} ${STATE} ${SYSTEM} what-about`),
  frame('cluster_status', 'status', 'what-is tell which everything what-about first-person', { isFollowUp: true }),
  frame('cluster_status', 'cluster|nodes|system', 'what-about everything it third-person', { isFollowUp: true }),

  frame(
    'cluster_status',
    'cluster|nodes|node-word alive|problem negation',
    `${SYSTEM} third-person date which how degree it past what-about`,
  ),

  frame('audit_full', 'audit', `${WORK} tell it date status report audit`),
  frame('audit_full', 'exam|checkup|inspect|status system', `${WORK} tell it date status report`),
  frame('audit_full', 'exam cluster|nodes', `${WORK} tell it date status report`),
];

/** What we understand and never do. */
export const refusals: readonly Frame[] = [
  frame('none', 'forbidden|remove|stop|launch cluster|nodes|node|system', `${REPAIR} forbidden remove stop running planned again ${WHEN}`),
  frame('none', 'fix cluster|nodes|node|system|section|problem|score', `${REPAIR} last again ${WHEN}`),
  frame('none', 'forbidden|remove report|problem|audit|section|score', `${REPAIR} forbidden remove last ${PAST} ${WHEN}`),
];

/** Said in a denial, these are heard as one: « surtout ne lance rien ». */
export const denials: readonly Frame[] = [
  frame('none', 'denial', `${WORK} ${WHEN} planned audit running`),
  frame('none', 'launch|inspect|audit|plan', `${WORK} ${WHEN} audit plan planned it more again`),
];

/** A need is `a|b`, one of its concepts; what is allowed are concepts, too. */
function frame(intent: Intent, needs: string, allows: string, options: Pick<Frame, 'isFollowUp' | 'isWhole' | 'section'> = {}): Frame {
  const groups = needs.split(' ').map((group) => group.split('|') as Concept[]);
  return { intent, needs: groups, allows: allows.split(' ') as Concept[], ...options };
}
