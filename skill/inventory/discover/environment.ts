import { publicUrl } from '../../public-url.ts';
import { onLoopback } from '../environment.ts';
import type { Environment } from '../expand.ts';
import type { Sighting, Value } from './sighting.ts';

/** The nodes that the assistant's own environment names. A token is named, never written; so is a URL that holds one. */
export function seeEnvironment(environment: Environment): readonly Sighting[] {
  const nodes = [1, 2, 3].flatMap((number) => lmStudio(number, environment));
  const ping = environment['OLLAMA_DEFAULT_MODEL'];
  return [...nodes, ...node('OL1', 'ollama', 'OLLAMA_URL', environment, ping ? { ping } : {})];
}

function lmStudio(number: number, environment: Environment): readonly Sighting[] {
  const token = [`LM_STUDIO_${number}_API_KEY`, `LM_STUDIO_${number}_KEY`].find((name) => environment[name]);
  return node(`M${number}`, 'lmstudio', `LM_STUDIO_${number}_URL`, environment, {
    ...(token ? { token: { env: token } } : {}),
    // the master is never given a prompt: the assistant runs on it
    ...(number === 1 ? { prompt: 'never' } : {}),
  });
}

function node(
  id: string,
  kind: string,
  name: string,
  environment: Environment,
  more: Readonly<Record<string, Value>>,
): readonly Sighting[] {
  const written = environment[name];
  if (!written) return [];
  const url = onLoopback(written);
  const shown = publicUrl(url);
  const isPlain = shown !== '' && shown === url.replace(/\/+$/, '');
  return [{ id, kind, fields: { url: isPlain ? shown : { env: name }, ...more }, notes: [{ id: 'environment', values: { name } }] }];
}
