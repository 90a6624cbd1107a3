import { createMatcher } from '../../../../intents/matcher.ts';
import type { Context } from '../../../../intents/understanding.ts';
import { spokenCommands as english } from '../../../../locales/en/hearing/spoken-commands.ts';
import { spokenCommands as french } from '../../../../locales/fr/hearing/spoken-commands.ts';

/** One way to say one command. */
export interface SpokenCommand {
  /** As one says it, with the assistant's name where that stands before it. */
  readonly said: string;
  /** What is handed on, with the assistant's name where that was said. */
  readonly sentence: string;
  /** Where it is a command at all: a follow-up is none out of a conversation. */
  readonly context: Context;
  /** Commands of one meaning are the same: which of them was said makes no difference. */
  readonly meaning: string;
  /** The assistant's name comes first. */
  readonly isNamed: boolean;
}

/** Everything that can be said without a server, in one language, of these nodes. */
export function spokenCommands(language: 'fr' | 'en', nodes: readonly string[]): readonly SpokenCommand[] {
  const { name, always, followUps, ofNode } = SAID[language];
  const match = createMatcher(nodes);
  const of = (ways: Ways, context: Context, node = '') =>
    Object.entries(ways).flatMap(([template, sayings]) => {
      const sentence = template.replace('*', node);
      const { intent, slots } = match(sentence, 'active');
      const meaning = JSON.stringify([intent, slots]);
      return sayings
        .map((saying) => saying.replace('*', node))
        .flatMap((said) => [
          { said, sentence, isNamed: false },
          { said: `${name}, ${said}`, sentence: `${name}, ${sentence}`, isNamed: true },
        ])
        .map((each) => ({ ...each, context, meaning }));
    });
  return [
    { said: name, sentence: name, context: 'idle', meaning: name, isNamed: false },
    ...of(always, 'idle'),
    ...of(followUps, 'active'),
    ...nodes.flatMap((node) => [...of(ofNode.always, 'idle', node), ...of(ofNode.followUps, 'active', node)]),
  ];
}

type Ways = Readonly<Record<string, readonly string[]>>;

/** What is said in one language, and what sounds like it. */
export interface Said {
  readonly name: string;
  readonly always: Ways;
  readonly followUps: Ways;
  readonly ofNode: { readonly always: Ways; readonly followUps: Ways };
  readonly stop: readonly string[];
  readonly enrolled: readonly string[];
  readonly foreign: readonly string[];
}

export const SAID: Readonly<Record<'fr' | 'en', Said>> = { fr: french, en: english };
