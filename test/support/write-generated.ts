import { mkdirSync, writeFileSync } from 'node:fs';
import { generated } from './generated.ts';

// the files that programs outside read, written from the code that they must equal
for (const [file, text] of Object.entries(generated())) {
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(new URL(file), text);
}
