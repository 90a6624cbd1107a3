import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './fake-program.ts';

/** Whether this machine lets us have a network and a resolv.conf of our own. */
export function canUnshare(): boolean {
  try {
    execFileSync('unshare', [...NAMESPACES, 'sh', '-c', 'ip link set lo up && mount --bind /dev/null /etc/resolv.conf'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

const NAMESPACES = ['--map-root-user', '--net', '--mount', '--pid', '--fork', '--mount-proc', '--kill-child'];

/** A name server that tells 127.0.0.1 of `good…` and is silent about everything else. */
const NAME_SERVER = `
const { writeFileSync } = require('node:fs');
const server = require('node:dgram').createSocket('udp4');
server.on('message', (question, { port, address }) => {
  if (!question.subarray(13, 17).equals(Buffer.from('good'))) return;
  const end = question.indexOf(0, 12) + 5;
  const isA = question.readUInt16BE(end - 4) === 1;
  const header = Buffer.from([question[0], question[1], 0x81, 0x80, 0, 1, 0, isA ? 1 : 0, 0, 0, 0, 0]);
  const answer = isA ? Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 127, 0, 0, 1]) : Buffer.alloc(0);
  server.send(Buffer.concat([header, question.subarray(12, end), answer]), port, address);
});
server.bind(53, '127.0.0.1', () => writeFileSync(process.argv[1], ''));
`;

/** What to put before a program so that its only name server is such a one. */
export function underDeadResolver(): readonly string[] {
  const folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
  const at = (name: string) => join(folder.path, name);
  writeFileSync(at('resolv.conf'), 'nameserver 127.0.0.1\n');
  writeFileSync(at('server.cjs'), NAME_SERVER.replace('process.argv[1]', 'process.argv[2]'));
  const script = [
    'ip link set lo up',
    `mount --bind ${at('resolv.conf')} /etc/resolv.conf`,
    `${process.execPath} ${at('server.cjs')} ${at('ready')} >/dev/null 2>&1 &`,
    `until [ -e ${at('ready')} ]; do sleep 0.02; done`,
    'exec "$@"',
  ];
  return ['unshare', ...NAMESPACES, 'sh', '-c', script.join('\n'), 'sh'];
}
