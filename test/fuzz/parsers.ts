import { parseMarker } from '../../skill/probes/backups/restore-test.ts';
import { parseExposition } from '../../skill/probes/exposition.ts';
import { parseRocm } from '../../skill/probes/gpu-rocm.ts';
import { parseClock } from '../../skill/probes/host/clock.ts';
import { parseIpv6Routes, parseRoutes } from '../../skill/probes/host/gateways.ts';
import { parseMounts, parseStat, writableByFstab } from '../../skill/probes/host/mounts.ts';
import { parseHealth, parseScan } from '../../skill/probes/host/smart.ts';
import { parseUpgrade } from '../../skill/probes/host/updates.ts';
import { parseLsof } from '../../skill/probes/listeners/macos.ts';
import { parseProcNet } from '../../skill/probes/listeners/proc-net.ts';
import { parseSs } from '../../skill/probes/listeners/ss.ts';
import { parseWindows } from '../../skill/probes/listeners/windows.ts';
import { parseLogrotate } from '../../skill/probes/logs/rotation.ts';
import { answerTo, messagesIn } from '../../skill/probes/mcp/messages.ts';
import { greetingOfDiscovery, greetingOfInitialization } from '../../skill/probes/mcp/protocol.ts';
import { secretsIn } from '../../skill/probes/secrets/scan.ts';
import { parseFailed } from '../../skill/probes/systemd/failed.ts';
import { parseShow } from '../../skill/probes/systemd/show.ts';
import { presentsServer } from './genuine.ts';
import { parserSubject, type Subject } from './subject.ts';

const PROC_NET =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n' +
  '   0: 0100007F:04D2 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 23456 1 0000000000000000 100 0 0 10 0\n' +
  '   1: 00000000:18EB 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 34567 1 0000000000000000 100 0 0 10 0\n';
const SS =
  'tcp   LISTEN 0      4096       127.0.0.1:11434      0.0.0.0:*    users:(("ollama",pid=812,fd=3))\n' +
  'tcp   LISTEN 0      511                *:8080             *:*    users:(("node",pid=901,fd=21))\n' +
  'udp   UNCONN 0      0            0.0.0.0:5353       0.0.0.0:*\n';
const LSOF = 'p412\ncollama\nf3\nPTCP\nn127.0.0.1:11434\nTST=LISTEN\np77\ncnode\nf20\nPTCP\nn*:8080\nTST=LISTEN\n';
const WINDOWS = JSON.stringify([
  { Protocol: 'tcp', LocalAddress: '0.0.0.0', LocalPort: 1234, OwningProcess: 4242, State: 2, Process: 'LM Studio' },
  { Protocol: 'udp', LocalAddress: '::', LocalPort: 5353, OwningProcess: 99, Process: null },
]);
const ROCM =
  '{"card0": {"Unique ID": "0x1", "Temperature (Sensor edge) (C)": "45.0", "GPU use (%)": "3", "VRAM Total Memory (B)": "17163091968", "VRAM Total Used Memory (B)": "1000000000", "Card series": "Radeon RX 7800"}, "system": {"Driver version": "6.7.0"}}';

const INITIALIZED =
  '{"jsonrpc":"2.0","id":1,"result":{"protocolVersion":"2025-06-18","capabilities":{"tools":{}},"serverInfo":{"name":"jarvis","version":"10.2"}}}';
const DISCOVERED =
  '{"jsonrpc":"2.0","id":1,"result":{"resultType":"complete","supportedVersions":["2026-07-28"],"capabilities":{"tools":{}},"_meta":{}}}';

const SETTINGS = `# stack
POSTGRES_PASSWORD=Chaton-${'x7Kp'.repeat(2)}!
DATABASE_URL=postgresql://jarvis:${'q9Zt'.repeat(4)}@db:5432/jarvis
HF_TOKEN=hf_${'aB3dE5gH7'.repeat(4)}
MODEL=qwen3:30b
`;
const SHOWN = `NRestarts=12
Id=flappy.service
LoadState=loaded
ActiveState=activating
SubState=auto-restart
Environment=EXECUTE_MODE=direct A=b
`;
const FAILED = '[{"unit":"broken.service","load":"loaded","active":"failed","sub":"failed","description":"Broken service"}]';

/** What a server on standard output says of itself, in either era. */
function greetingOn(line: string) {
  const answers = messagesIn(line).map((message) => answerTo(1, message));
  return answers.map((answer) => greetingOfDiscovery(answer) ?? greetingOfInitialization(answer)).filter((greeting) => greeting !== null);
}

/** Parsers of what a probe reads without the host, or in one mode only. */
export const parserSubjects: readonly Subject[] = [
  parserSubject({
    kind: 'secrets',
    name: 'secrets',
    samples: [SETTINGS],
    parse: (text) => secretsIn(text, '.env'),
    isLie: (text, found) =>
      found.some(({ start, end, name }) => start >= end || end > text.length || (name !== null && !text.includes(name))),
  }),
  parserSubject({
    kind: 'systemd',
    name: 'systemd show',
    samples: [SHOWN],
    parse: (text) => parseShow(text, ['flappy.service'], 100),
    isLie: (text, [unit]) => !/LoadState/.test(text) || (unit?.active !== 'unknown' && !/ActiveState/.test(text)),
  }),
  parserSubject({
    kind: 'systemd',
    name: 'systemd failed',
    samples: [FAILED, 'broken.service loaded failed failed Broken service\n'],
    parse: parseFailed,
    isLie: (text, failed) => (failed ?? []).some((unit) => !text.includes('failed') || unit === ''),
  }),
  parserSubject({
    kind: 'ports',
    name: 'ports /proc/net',
    samples: [PROC_NET],
    parse: (text) => parseProcNet(text, 'tcp'),
    isLie: portsUnsaid(16),
  }),
  parserSubject({ kind: 'ports', name: 'ports ss', samples: [SS], parse: parseSs, isLie: portsUnsaid(10) }),
  parserSubject({ kind: 'ports', name: 'ports lsof', samples: [LSOF], parse: parseLsof, isLie: portsUnsaid(10) }),
  parserSubject({ kind: 'ports', name: 'ports windows', samples: [WINDOWS], parse: parseWindows, isLie: portsUnsaid(10) }),
  parserSubject({
    kind: 'gpu',
    name: 'gpu rocm-smi',
    samples: [ROCM],
    parse: (text) => parseRocm(text).gpus,
    isLie: (text, gpus) => gpus.some(({ index }) => !text.includes(`card${index}`)),
  }),
  parserSubject({
    kind: 'host',
    name: 'host timedatectl',
    samples: ['NTP=yes\nNTPSynchronized=yes\n', 'NTP=no\nNTPSynchronized=no\n'],
    parse: parseClock,
    isLie: (text, clock) => clock?.synchronized === true && !/NTPSynchronized=yes/.test(text),
  }),
  parserSubject({
    kind: 'host',
    name: 'host smartctl --scan',
    samples: ['{"devices":[{"name":"/dev/sda","type":"sat"},{"name":"/dev/nvme0","type":"nvme"}]}'],
    parse: parseScan,
    isLie: (_text, names) => names?.some((name) => /^-|[^\w/.:@-]/.test(name)) ?? false,
  }),
  parserSubject({
    kind: 'host',
    name: 'host smartctl -H',
    samples: ['{"smart_status":{"passed":true}}', '{"smart_status":{"passed":false}}'],
    parse: parseHealth,
    isLie: (text, { healthy }) => healthy === true && !/"passed"\s*:\s*true/.test(text),
  }),
  parserSubject({
    kind: 'host',
    name: 'host apt-get -s upgrade',
    samples: [
      'Inst libssl3 [3.0.14] (3.0.15 Debian-Security:12/stable-security [amd64])\nInst vim [9.0] (9.1 Debian:12.8/stable [amd64])\n',
    ],
    parse: parseUpgrade,
    isLie: (text, { total }) => total > (text.match(/^Inst /gm)?.length ?? 0),
  }),
  parserSubject({
    kind: 'host',
    name: 'host mounts',
    samples: ['/dev/sda1 / ext4 rw,relatime 0 0\nnas:/x /mnt/nas nfs4 ro,vers=4.2 0 0\n'],
    parse: parseMounts,
  }),
  parserSubject({
    kind: 'host',
    name: 'host fstab',
    samples: ['/dev/sda1\t/\text4\tdefaults\t0\t1\nUUID=1 /home ext4 ro 0 2\n'],
    parse: writableByFstab,
  }),
  parserSubject({ kind: 'host', name: 'host stat -f', samples: ['4096 1000000 400000 350000 250000 200000\n'], parse: parseStat }),
  parserSubject({
    kind: 'host',
    name: 'host routes',
    samples: ['Iface\tDestination\tGateway \tFlags\nlan0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n'],
    parse: parseRoutes,
  }),
  parserSubject({
    kind: 'host',
    name: 'host IPv6 routes',
    samples: [
      '00000000000000000000000000000000 00 00000000000000000000000000000000 00 fe800000000000000000000000000001 00000400 00000001 00000000 00450003 lan0\n',
    ],
    parse: parseIpv6Routes,
  }),
  parserSubject({
    kind: 'mcp',
    name: 'mcp stdio',
    samples: [INITIALIZED, DISCOVERED, `[${INITIALIZED}]`],
    parse: greetingOn,
    isLie: (text) => !presentsServer(text),
  }),
  parserSubject({
    kind: 'gpu',
    name: 'exposition format',
    samples: ['# HELP a b\n# TYPE a gauge\na{b="c\\"d",e="f"} 1.5 1795165059000\na_total 3\nb NaN\n# EOF\n'],
    parse: (text) => [...parseExposition(text).samples.keys()],
    isLie: (text, names) => names.some((name) => !text.includes(name)),
  }),
  parserSubject({
    kind: 'backups',
    name: 'backups .restore-tested',
    samples: ['2026-10-03 : 12 min\n', '2026-10-03T12:00:00Z\n'],
    parse: (text) => parseMarker(text, Date.UTC(2026, 10, 20)),
    isLie: (_text, { atMs, minutes }) => (atMs !== null && !Number.isFinite(atMs)) || (minutes !== null && !(minutes >= 0)),
  }),
  parserSubject({
    kind: 'logs',
    name: 'logs logrotate.conf',
    samples: ['/var/log/app/*.log "/srv/my logs/*.log" {\n  weekly\n  rotate 4\n}\n'],
    parse: parseLogrotate,
    isLie: (text, patterns) => patterns.some((pattern) => !text.includes(pattern)),
  }),
];

/** A port that the text does not hold, in its own number system. */
function portsUnsaid(radix: number) {
  return (text: string, listeners: readonly { readonly port: number }[] | null): boolean =>
    (listeners ?? []).some(({ port }) => !text.toUpperCase().includes(port.toString(radix).toUpperCase()));
}
