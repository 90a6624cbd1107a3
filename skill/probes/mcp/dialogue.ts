import { ProbeError } from '../../audit/define.ts';
import { type Answer, answerTo, type Message, messagesIn, notification, question, replyTo } from './messages.ts';

const MOST_REPLIES = 50;
/** Lines that are no JSON-RPC, such as a banner: each costs as much as one that is. */
const MOST_NOISE = 2_000;

/** Questions and answers over one line in each direction, on which the server may speak and ask as it likes. */
export function createDialogue(send: (message: object) => void) {
  const heard = new Map<number, Answer>();
  const waiting = new Map<number, (answer: Answer) => void>();
  const { promise: ended, reject: end } = Promise.withResolvers<never>();
  // an end that nobody waits for is no failure
  ended.catch(() => {});
  let lastId = 0;
  let repliesLeft = MOST_REPLIES;
  let noises = 0;
  let hasWords = false;

  function take(message: Message) {
    const reply = replyTo(message);
    if (reply && repliesLeft > 0) {
      repliesLeft -= 1;
      send(reply);
    }
    for (const id of asked()) {
      const answer = answerTo(id, message);
      if (!answer) continue;
      heard.set(id, answer);
      waiting.get(id)?.(answer);
      return;
    }
  }

  /** What is still unanswered, oldest first. */
  function asked(): readonly number[] {
    return Array.from({ length: lastId }, (_, index) => index + 1).filter((id) => !heard.has(id));
  }

  return {
    /** Hears one text of the server; whatever is no JSON-RPC is noise. */
    receive(text: string) {
      if (noises > MOST_NOISE) return;
      const messages = messagesIn(text);
      if (messages.length > 0) hasWords = true;
      else if (text.trim() !== '') noises += 1;
      if (noises > MOST_NOISE) end(new ProbeError('too-large', `more than ${MOST_NOISE} lines that are no JSON-RPC`));
      messages.forEach(take);
    },
    /** Nothing more will come: whoever waits is told why. */
    end,
    /** Rejects when the server ends first. */
    ask(method: string, params: object): Promise<Answer> {
      lastId += 1;
      const id = lastId;
      const answer = new Promise<Answer>((resolve) => {
        waiting.set(id, resolve);
      });
      send(question(id, method, params));
      return Promise.race([answer, ended]);
    },
    tell: (method: string) => send(notification(method)),
    /** The answer to the first question, should it have come late. */
    firstAnswer: () => heard.get(1) ?? null,
    hasNoiseOnly: () => noises > 0 && !hasWords,
  };
}

export type Dialogue = ReturnType<typeof createDialogue>;
