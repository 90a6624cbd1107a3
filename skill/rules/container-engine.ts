import type { Message } from '../../locales/locale.ts';
import type { RuleCode, Target, Verdict } from '../audit/define.ts';
import { type Engine, isLive } from '../audit/port-owners.ts';
import type { Container } from '../probes/docker/container.ts';
import type { DockerFacts } from '../probes/docker.ts';
import { judge } from './judge.ts';
import { operand, quoted } from './shell.ts';

const USUAL_SOCKET = '/var/run/docker.sock';

export type Details = NonNullable<Container['details']>;
export type Inspected = Container & { readonly details: Details };

/** The engine's own program, told which engine. */
export function program(
  { socket, url }: { readonly socket?: string | undefined; readonly url?: string | undefined },
  product: DockerFacts['product'],
): string {
  const name = product === 'Podman' ? 'podman --url' : 'docker -H';
  if (url !== undefined) return `${name} ${quoted(`tcp://${URL.canParse(url) ? new URL(url).host : ''}`)}`;
  const path = (socket ?? '').replace(/^unix:\/\//, '');
  if (path === USUAL_SOCKET && product === 'Docker') return 'docker';
  const from = path.startsWith('/') ? '' : path.startsWith('~/') ? '"$HOME"/' : '"$PWD"/';
  return `${name} unix://${from}${quoted(path.replace(/^~\//, ''))}`;
}

/** Shows one thing of a container again. `format` is a template of the engine. */
export function inspect({ target, facts }: Engine, name: string, format: string): string {
  return `${program(target, facts.product)} inspect -f '${format}' ${operand(name)}`;
}

/** What a container rule says of one container. */
export type Judgement = (container: Inspected, on: ReturnType<typeof judge>, engine: Engine) => Verdict | null;

export interface Look {
  /** The template that shows it. */
  readonly format: string;
  /** What of it is evidence. */
  evidence(container: Inspected): string;
  readonly judgement: Judgement;
  /** Which containers it is about: those that live when absent. */
  isAbout?(container: Container): boolean;
}

/** One verdict for each container; those without details are one unknown of the engine. */
export function* eachContainer(
  code: RuleCode,
  engine: Engine,
  { format, evidence, judgement, isAbout = isLive }: Look,
): Generator<Verdict> {
  const { target, facts, at } = engine;
  let isBlind = false;
  for (const container of facts.containers) {
    if (!isAbout(container)) continue;
    if (!isInspected(container)) isBlind = true;
    else {
      const on = judge(code, target.id, container.name, {
        evidence: [{ command: `inspect ${container.name}`, value: evidence(container), at }],
        verify: inspect(engine, container.name, format),
      });
      const verdict = judgement(container, on, engine);
      if (verdict) yield verdict;
    }
  }
  if (isBlind) yield blind(code, target, facts);
}

function isInspected(container: Container): container is Inspected {
  return container.details !== null;
}

function blind(code: RuleCode, { id }: Target, { uninspected }: DockerFacts): Verdict {
  const { count = 0, failure = 'timeout' } = uninspected ?? {};
  const message: Message = { id: 'containers-uninspected', values: { target: id, count, failure } };
  return judge(code, id, id).unknown(message);
}
