import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { powershellLine } from '../../skill/registry/powershell.ts';
import { temporaryFolder } from '../support/fake-program.ts';

const exec = promisify(execFile);

it('words that mean themselves stand as they are', () => {
  expect(powershellLine(['/usr/bin/node', '/opt/a-b/main.js', 'ask', '--session', 'assistant'])).toBe(
    '/usr/bin/node /opt/a-b/main.js ask --session assistant',
  );
  expect(powershellLine(['C:\\node\\node.exe', 'D:/x/main.js'])).toBe('C:\\node\\node.exe D:/x/main.js');
});

it('a program whose path needs quotes is called by &', () => {
  expect(powershellLine(['C:\\Program Files\\nodejs\\node.exe', 'main.js', 'ask', 'état du cluster'])).toBe(
    "& 'C:\\Program Files\\nodejs\\node.exe' main.js ask 'état du cluster'",
  );
});

it('every quote that PowerShell knows is doubled within quotes', () => {
  expect(powershellLine(['node', "l'audit", 'C:\\L’équipe\\x'])).toBe("node 'l''audit' 'C:\\L’’équipe\\x'");
});

it.each(['$x', '$(x)', 'a;b', 'a`b', 'a|b', '@x', 'a b', '', '-x:y', '--x=y', '~/x', '%x%', '{x}', 'a\nb', 'a&b', '#x', '(x)', 'a,b', '*'])(
  '%j is quoted, for it means something to PowerShell',
  (word) => {
    expect(powershellLine(['node', word])).toBe(`node '${word}'`);
  },
);

it('the shell of Linux runs the same words where the paths are plain', async () => {
  using folder = temporaryFolder();
  const program = join(folder.path, 'print.js');
  writeFileSync(program, 'console.log(JSON.stringify(process.argv.slice(2)))');
  const words = ['ask', 'état des nœuds $HOME', '--session', 'assistant', '--out', '/tmp/a b'];
  const { stdout } = await exec('sh', ['-c', powershellLine([process.execPath, program, ...words])]);
  expect(JSON.parse(stdout)).toEqual(words);
});
