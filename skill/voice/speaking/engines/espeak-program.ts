import { readFileSync, writeFileSync } from 'node:fs';

interface Files {
  writeFile(path: string, content: Uint8Array): void;
  readFile(path: string): Uint8Array;
}
interface Instance {
  readonly FS: Files;
}
interface Options {
  readonly arguments: readonly string[];
  readonly preRun: readonly ((instance: Instance) => void)[];
  readonly print: (line: string) => void;
}
type Start = (options: Options) => Promise<Instance>;

// a program of its own: <URL of the engine> <voice> <file to write> [options of espeak], the text on standard input
const [engine = '', voice = '', file = '', ...options] = process.argv.slice(2);
const { default: start } = (await import(engine)) as { readonly default: Start };
const text = readFileSync(0);
const { FS } = await start({
  arguments: ['-v', voice, '-b', '1', '-w', 'speech.wav', '-f', 'text', ...options],
  preRun: [(instance) => instance.FS.writeFile('text', text)],
  print: () => {},
});
try {
  writeFileSync(file, FS.readFile('speech.wav'), { mode: 0o600 });
} catch {
  // the engine has said why
  process.exitCode = 1;
}
