import type { Statement, Subject } from './node-subject.ts';

/** Of these; where they do not answer, that is bad news. */
export const about = ({ state }: Statement, who: readonly string[]): Subject => ({
  who,
  bad: state === 'up' || state === 'planned' ? [] : who,
});

export const statusOf = ({ facts }: Statement, id: string) => facts.report.nodes[id]?.status;
