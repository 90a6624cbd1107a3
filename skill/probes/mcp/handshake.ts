import { ProbeError } from '../../audit/define.ts';
import type { Dialogue } from './dialogue.ts';
import type { Answer } from './messages.ts';
import { type Greeting, greetingOfInitialization, initializeParams, versionOffered } from './protocol.ts';

/** The handshake of every version before the modern one. A server that knows only older versions may name them. */
export async function shakeHands(dialogue: Dialogue): Promise<Greeting> {
  const first = await dialogue.ask('initialize', initializeParams());
  const offered = versionOffered(first);
  const answer = offered === null ? first : await dialogue.ask('initialize', initializeParams(offered));
  const greeting = greetingOfInitialization(answer);
  if (!greeting) throw refused(answer);
  dialogue.tell('notifications/initialized');
  return greeting;
}

const METHOD_NOT_FOUND = -32_601;

/** Why an answer is no greeting. */
export function refused(answer: Answer): ProbeError {
  if (answer.ok) return new ProbeError('wrong-product', 'initialize: not the answer of an MCP server');
  const { code } = answer.error;
  return new ProbeError(code === METHOD_NOT_FOUND ? 'wrong-product' : 'bad-status', `initialize: JSON-RPC code ${code}`);
}
