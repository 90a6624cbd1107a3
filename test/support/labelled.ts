import { readFileSync } from 'node:fs';
import type { Intent } from '../../intents/intents.ts';
import type { Context, Matcher, Slots } from '../../intents/understanding.ts';

/** A sentence, and what somebody who had not read the matcher says it asks. */
export interface Labelled {
  readonly utterance: string;
  readonly intent: Intent;
  readonly slots: Slots;
  readonly context: Context;
  readonly language: string;
  readonly family: string;
  /** Intents that are right, too. */
  readonly accept: readonly string[];
}

export interface Judged extends Labelled {
  readonly heard: Intent;
  readonly heardSlots: Slots;
  readonly isRight: boolean;
  readonly microseconds: number;
}

const STARTING: readonly Intent[] = ['audit_full', 'schedule'];
const ACTING: readonly Intent[] = [...STARTING, 'cancel'];

export function labelledIn(file: string | URL): readonly Labelled[] {
  const [head = [], ...rows] = cellsOf(readFileSync(file, 'utf8'));
  return rows
    .filter((row) => row.length === head.length)
    .map((row) => {
      const cell = (name: string) => row[head.indexOf(name)] ?? '';
      return {
        utterance: cell('utterance'),
        intent: cell('intent') as Intent,
        slots: JSON.parse(cell('slots')) as Slots,
        context: cell('context') as Context,
        language: cell('lang'),
        family: cell('family'),
        accept: cell('accept').split('|').filter(Boolean),
      };
    });
}

export function judgedBy(match: Matcher, sentences: readonly Labelled[]): readonly Judged[] {
  return sentences.map((labelled) => {
    const startedAt = process.hrtime.bigint();
    const { intent, slots } = match(labelled.utterance, labelled.context);
    const microseconds = Number(process.hrtime.bigint() - startedAt) / 1000;
    const isRight = intent === labelled.intent || labelled.accept.includes(intent);
    return { ...labelled, heard: intent, heardSlots: slots, isRight, microseconds };
  });
}

/** Shares are of 1. */
export function scoresOf(judged: readonly Judged[]) {
  const ours = judged.filter(({ intent }) => intent !== 'none');
  const foreign = judged.filter(({ intent }) => intent === 'none');
  const hard = foreign.filter(({ family }) => family.startsWith('hard'));
  const denied = foreign.filter(({ family }) => family === 'negation');
  return {
    intent: share(ours, ({ isRight }) => isRight),
    frame: share(ours, (each) => each.isRight && isSame(each.slots, each.heardSlots)),
    misrouted: share(ours, ({ isRight, heard }) => !isRight && heard !== 'none'),
    falselyAccepted: share(foreign, ({ isRight }) => !isRight),
    hardFalselyAccepted: share(hard, ({ isRight }) => !isRight),
    negationsDisobeyed: denied.filter(({ heard }) => STARTING.includes(heard)).length,
    actionsFromForeign: foreign.filter(({ isRight, heard }) => !isRight && ACTING.includes(heard)).length,
  };
}

function share<T>(all: readonly T[], is: (each: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(is).length / all.length;
}

export function isSame(a: Slots, b: Slots): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  // the labels say nothing of the pace
  return [...names].every((name) => name === 'pace' || a[name] === b[name]);
}

/** RFC 4180. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows;
}
