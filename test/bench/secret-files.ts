import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../support/random.ts';
import { secretKinds } from '../support/secret-kinds.ts';

/** About as long as a compose file. */
const LINES = 90;

/** So many files as a home has them, a hundred folders full: settings and notes, every tenth with a secret in it. */
export function writeSecretFiles(folder: string, count: number): void {
  const random = randomFrom(count);
  const { found, decoys } = secretKinds(count);
  const line = () =>
    `  service_${Math.floor(random() * 1e6)}: "image/of-some-product:${Math.floor(random() * 100)}" # what it is there for`;
  for (let index = 0; index < count; index += 1) {
    const place = join(folder, `stack-${index % 100}`);
    mkdirSync(place, { recursive: true });
    const [name, text] = (index % 10 === 0 ? found[(index / 10) % found.length] : decoys[index % decoys.length]) ?? ['a', ''];
    const body = [...Array.from({ length: LINES }, line), text].join('\n');
    writeFileSync(join(place, `${index}-${name.replaceAll('/', '-')}`), body);
  }
}
