import type { Statement, Subject } from './node-subject.ts';

/** Of these; where they do not answer, that is bad news. */
export const about = ({ state }: Statement, who: readonly string[]): Subject => ({
  who,
  bad: state === 'up' || state === 'planned' ? [] : who,
});

/** As the report has it. */
export const statusOf = ({ facts }: Statement, id: string) => facts.report.nodes[id]?.status;

/** « Zéro ne répond pas, M1 n'a aucun modèle : les autres … » may count M1 or leave it out. */
export const theRest = ({ among, said }: Statement): readonly (readonly string[])[] => [
  among.filter((id) => !said.mentioned.has(id)),
  among.filter((id) => (said.mentioned.get(id) ?? 'known') === 'known'),
];
