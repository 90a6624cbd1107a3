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
  /** What the section is when none was said: « le score du cluster » is about the scores. */
  readonly section?: 'scores' | 'summary' | 'risks';
}

const SYSTEM: readonly Concept[] = ['system', 'cluster', 'nodes', 'node-word', 'everything'];
const EXAM: readonly Concept[] = ['exam', 'checkup', 'inspect'];
const WHEN: readonly Concept[] = ['every', 'in', 'at', 'date', 'weekday', 'evening'];
const PAST: readonly Concept[] = ['past', 'weekday', 'last', 'before'];
const ASK: readonly Concept[] = ['tell', 'what-is', 'which', 'repeat', 'again', 'first-person', 'it', 'explain', 'launch'];
const STATE: readonly Concept[] = ['status', 'how', 'alive', 'problem', 'third-person', 'report', 'inspect', 'checkup', 'degree'];
const OURS: readonly Concept[] = ['audit', 'cluster', 'system', 'nodes', 'node', 'section'];
const WORK: readonly Concept[] = ['launch', 'mode', 'first-person', ...SYSTEM, ...EXAM];
const TALK: readonly Concept[] = [
  'it',
  'answer',
  'report',
  'again',
  'last',
  'tell',
  'audit',
  'everything',
  'first-person',
  'slow',
  'repeat',
];
const SCORING: readonly Concept[] = [
  'degree',
  'audit',
  'system',
  'cluster',
  'report',
  'it',
  'first-person',
  'third-person',
  'tell',
  'what-is',
  'score',
  'section',
  'how',
  'manner',
  'change',
  'which',
  'everything',
  'alive',
  'negation',
  'why',
  'mean',
  'explain',
  'computed',
  'section-word',
  'last',
  'status',
  'launch',
  'nodes',
  'more',
  'detail',
];
const REPAIR: readonly Concept[] = [
  'it',
  'score',
  'section',
  'node',
  'node-word',
  'audit',
  'system',
  'cluster',
  'nodes',
  'report',
  'problem',
  'first',
  'fix',
  'advise',
  'advice',
  'what-to-do',
  'manner',
  'tell',
  'what-is',
  'which',
  'alive',
  'degree',
  'first-person',
  'third-person',
  'everything',
  'status',
  'last',
  'how',
  'launch',
  'section-word',
  'more',
  'before',
];
const CHANGES: readonly Concept[] = [
  ...PAST,
  'it',
  'tell',
  'what-is',
  'which',
  'status',
  'how',
  'alive',
  'third-person',
  'first-person',
  'everything',
  'audit',
  'exam',
  'cluster',
  'system',
  'nodes',
  'node',
  'node-word',
  'section',
  'score',
  'report',
  'launch',
  'compare',
  'change',
  'news',
  'what-about',
  'date',
  'section-word',
  'answer',
  'more',
  'problem',
  'degree',
  'detail',
];

/** In order of precedence: the first frame that a sentence is in decides. */
export const frames: readonly Frame[] = [
  {
    intent: 'schedule',
    needs: [['audit'], ['every', 'in', 'at', 'date', 'weekday', 'plan']],
    allows: [...WORK, ...WHEN, 'plan', 'planned', 'it', 'status', 'section', 'node', 'repeat', 'report'],
  },
  {
    intent: 'schedule',
    needs: [
      ['exam', 'checkup', 'inspect'],
      ['system', 'cluster', 'nodes'],
      ['every', 'in', 'at', 'date', 'weekday', 'plan'],
    ],
    allows: [...WORK, ...WHEN, 'plan', 'planned', 'status'],
  },

  {
    intent: 'cancel',
    needs: [['cancel', 'stop', 'remove'], ['audit']],
    allows: [...WORK, ...WHEN, 'it', 'running', 'plan', 'planned', 'last', 'cancel', 'stop', 'silence'],
  },
  {
    intent: 'cancel',
    isFollowUp: true,
    needs: [['cancel', 'stop', 'silence']],
    allows: [
      'it',
      'everything',
      'answer',
      'running',
      'exam',
      'report',
      'cancel',
      'stop',
      'silence',
      'tell',
      'plan',
      'planned',
      'remove',
      'again',
      'repeat',
      'first-person',
    ],
  },

  { intent: 'repeat', isFollowUp: true, needs: [['repeat', 'again', 'slow']], allows: [...TALK, 'manner', 'more'] },
  { intent: 'repeat', needs: [['repeat'], ['audit', 'report']], allows: [...TALK, 'system', 'status'] },

  { intent: 'explain_score', needs: [['why', 'computed'], ['section']], allows: SCORING },
  { intent: 'explain_score', needs: [['why', 'computed', 'explain', 'mean'], ['score'], ['section']], allows: SCORING },
  {
    intent: 'explain_score',
    needs: [
      ['why', 'computed', 'explain', 'mean'],
      ['score', 'section'],
      ['audit', 'cluster', 'system', 'report'],
    ],
    allows: SCORING,
  },
  { intent: 'explain_score', isFollowUp: true, needs: [['why', 'computed', 'explain', 'mean']], allows: SCORING },

  { intent: 'remediation', needs: [['manner', 'what-to-do', 'advise', 'advice'], ['fix'], [...OURS]], allows: REPAIR },
  { intent: 'remediation', needs: [['what-to-do', 'advise', 'advice', 'first'], [...OURS]], allows: REPAIR },
  { intent: 'remediation', isFollowUp: true, needs: [['manner'], ['fix']], allows: REPAIR },
  { intent: 'remediation', isFollowUp: true, needs: [['what-to-do', 'advise', 'advice', 'first']], allows: [...REPAIR, 'what-about'] },

  {
    intent: 'compare',
    needs: [
      ['compare', 'change', 'news'],
      [...OURS, 'report'],
    ],
    allows: CHANGES,
  },
  {
    intent: 'compare',
    needs: [
      ['compare', 'change'],
      ['past', 'last', 'weekday'],
    ],
    allows: CHANGES,
  },
  { intent: 'compare', isFollowUp: true, needs: [['compare', 'change', 'news', 'past', 'last', 'before']], allows: CHANGES },

  {
    intent: 'details',
    needs: [['detail'], ['audit', 'section', 'node', 'cluster', 'report']],
    allows: [...ASK, ...STATE, ...SYSTEM, 'audit', 'section', 'node', 'more', 'last', 'section-word', 'score', 'detail'],
  },
  {
    intent: 'details',
    isFollowUp: true,
    needs: [['detail', 'more']],
    allows: [
      ...ASK,
      ...STATE,
      ...SYSTEM,
      'answer',
      'audit',
      'section',
      'node',
      'more',
      'last',
      'section-word',
      'score',
      'detail',
      'first',
      'advice',
      'what-about',
    ],
  },

  {
    intent: 'node_status',
    needs: [['node'], ['status', 'how', 'alive', 'tell', 'what-is', 'inspect', 'checkup', 'exam', 'audit', 'problem', 'report']],
    allows: [...ASK, ...STATE, ...EXAM, 'node', 'audit', 'node-word', 'score', 'mode', 'what-about', 'cluster', 'everything'],
  },
  {
    intent: 'node_status',
    isFollowUp: true,
    needs: [['node']],
    allows: ['what-about', 'node-word', 'it', 'third-person', 'node', 'first-person'],
  },
  { intent: 'details', needs: [['why'], ['node']], allows: [...ASK, ...STATE, 'node-word', 'negation', 'score'] },

  {
    intent: 'section_status',
    needs: [
      ['section'],
      [
        'status',
        'how',
        'tell',
        'what-is',
        'which',
        'inspect',
        'audit',
        'score',
        'section-word',
        'alive',
        'report',
        'exam',
        'checkup',
        'degree',
        'cluster',
        'system',
      ],
    ],
    allows: [...ASK, ...STATE, ...EXAM, ...SYSTEM, 'section', 'section-word', 'audit', 'score', 'mode', 'last', 'what-about'],
  },
  {
    intent: 'section_status',
    isFollowUp: true,
    needs: [['section']],
    allows: [...ASK, ...SYSTEM, 'section', 'what-about', 'it', 'score', 'section-word', 'audit'],
  },
  {
    intent: 'section_status',
    section: 'scores',
    needs: [['score'], ['audit', 'cluster', 'system']],
    allows: [...ASK, ...STATE, ...SYSTEM, 'audit', 'last', 'what-about'],
  },
  { intent: 'section_status', section: 'scores', isFollowUp: true, needs: [['score']], allows: [...ASK, ...STATE, 'what-about', 'last'] },
  { intent: 'section_status', section: 'summary', needs: [['report'], ['audit']], allows: [...ASK, ...SYSTEM, 'last', 'status', 'mode'] },
  { intent: 'section_status', section: 'risks', isFollowUp: true, needs: [['problem']], allows: [...ASK, 'which', 'first', 'what-about'] },

  {
    intent: 'cluster_status',
    needs: [
      ['cluster', 'nodes'],
      ['status', 'how', 'alive', 'tell', 'inspect', 'checkup', 'which', 'problem', 'report'],
    ],
    allows: [...ASK, ...STATE, ...EXAM, ...SYSTEM, 'mode', 'what-about', 'audit', 'score'],
  },
  {
    intent: 'cluster_status',
    needs: [['node-word'], ['everything'], ['status', 'how', 'alive', 'inspect', 'problem']],
    allows: [...ASK, ...STATE, ...SYSTEM, 'which'],
  },
  { intent: 'cluster_status', needs: [['system'], ['how', 'alive', 'problem']], allows: [...ASK, ...STATE, ...SYSTEM, 'what-about'] },
  {
    intent: 'cluster_status',
    isFollowUp: true,
    needs: [['cluster', 'nodes', 'system']],
    allows: ['what-about', 'everything', 'it', 'third-person'],
  },

  { intent: 'audit_full', needs: [['audit']], allows: [...WORK, 'tell', 'it', 'date', 'status', 'report', 'audit', 'again'] },
  {
    intent: 'audit_full',
    needs: [['exam', 'checkup', 'inspect', 'status'], ['system']],
    allows: [...WORK, 'tell', 'it', 'date', 'status', 'report', 'again'],
  },
  { intent: 'audit_full', needs: [['exam'], ['cluster', 'nodes']], allows: [...WORK, 'tell', 'it', 'date', 'status', 'report'] },
];

/** What we understand and never do. */
export const refusals: readonly Frame[] = [
  {
    intent: 'none',
    needs: [
      ['forbidden', 'remove', 'fix', 'stop', 'launch'],
      ['cluster', 'nodes', 'node', 'system', 'node-word'],
    ],
    allows: [...REPAIR, 'forbidden', 'remove', 'stop', 'running', 'planned', 'alive', 'again', ...WHEN],
  },
  {
    intent: 'none',
    needs: [
      ['forbidden', 'remove', 'fix'],
      ['report', 'problem', 'audit', 'section', 'score', 'it'],
    ],
    allows: [...REPAIR, 'forbidden', 'remove', 'last', ...PAST, ...WHEN],
  },
];

/** Said in a denial, these are heard as one: « surtout ne lance rien ». */
export const denials: readonly Frame[] = [
  {
    intent: 'none',
    needs: [['launch', 'inspect', 'audit', 'plan']],
    allows: [...WORK, ...WHEN, 'audit', 'plan', 'planned', 'it', 'more', 'again'],
  },
];
