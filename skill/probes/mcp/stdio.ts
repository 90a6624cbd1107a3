import { ProbeError } from '../../audit/define.ts';
import { orAborted } from '../../host/abort.ts';
import { toFailure } from '../../host/failures.ts';
import type { Host, Interlocutor } from '../../host/host.ts';
import { isMissingScript } from '../missing-script.ts';
import { createDialogue, type Dialogue } from './dialogue.ts';
import { shakeHands } from './handshake.ts';
import { type Greeting, greetingOfDiscovery, modernParams } from './protocol.ts';
import { listTools } from './tools.ts';
import { orNull, type Share, TOOLS_SHARE, TRIAL_SHARE, type Visit } from './visit.ts';

/** Starts a server and talks with it, one line at a time. */
export async function visitProgram(command: readonly string[], host: Host, share: Share, signal: AbortSignal): Promise<Visit> {
  const visit = (opening: Opening) => host.converse(command, {}, (program) => talk(program, opening, host, share, signal), signal);
  const startsModern: Opening = { discovers: true, hasEnded: false };
  try {
    return await visit(startsModern);
  } catch (error) {
    // some older servers end when the first word is not theirs
    if (signal.aborted || !startsModern.hasEnded || toFailure(error).code !== 'reset') throw error;
    return await visit({ discovers: false, hasEnded: false });
  }
}

interface Opening {
  readonly discovers: boolean;
  /** The program ended on the modern question. */
  hasEnded: boolean;
}

async function talk(program: Interlocutor, opening: Opening, host: Host, share: Share, signal: AbortSignal): Promise<Visit> {
  const startedAtMs = host.now();
  const dialogue = createDialogue((message) => program.send(JSON.stringify(message)));
  listen(program, dialogue);
  const greeting = (opening.discovers ? await discover(dialogue, opening, share, signal) : null) ?? (await greet(dialogue));
  const latencyMs = Math.round(host.now() - startedAtMs);
  const inTime = share(TOOLS_SHARE);
  const always = greeting.era === 'modern' ? modernParams : {};
  const tools = await listTools(greeting, (method, params) =>
    orNull(signal, () => orAborted(inTime, () => dialogue.ask(method, { ...params, ...always }))),
  );
  return { transport: 'stdio', greeting, tools, latencyMs, clockSkewMs: null, ask: null };
}

function listen(program: Interlocutor, dialogue: Dialogue) {
  const hear = async () => {
    for await (const line of program.lines) dialogue.receive(line);
    throw whyEnded(await program.ended, dialogue);
  };
  hear().catch(dialogue.end);
}

function whyEnded({ exitCode, stderr }: Awaited<Interlocutor['ended']>, dialogue: Dialogue): ProbeError {
  if (isMissingScript(exitCode, stderr)) return new ProbeError('missing-tool', 'the script to run is not there');
  if (exitCode === 0 && dialogue.hasNoiseOnly()) return new ProbeError('wrong-product', 'not an MCP server: no line was JSON-RPC');
  return new ProbeError('reset', `the program ended with exit code ${exitCode} before it answered`);
}

/** Null where the server does not speak the modern version, or not in time. */
async function discover(dialogue: Dialogue, opening: Opening, share: Share, signal: AbortSignal): Promise<Greeting | null> {
  const trial = share(TRIAL_SHARE);
  try {
    return greetingOfDiscovery(await orAborted(trial, () => dialogue.ask('server/discover', modernParams)));
  } catch (error) {
    if (signal.aborted || trial.aborted) return null;
    opening.hasEnded = true;
    throw error;
  }
}

/** A modern server that was slow to start has answered its question meanwhile. */
async function greet(dialogue: Dialogue): Promise<Greeting> {
  try {
    return await shakeHands(dialogue);
  } catch (error) {
    const late = greetingOfDiscovery(dialogue.firstAnswer());
    if (late) return late;
    throw error;
  }
}
