import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writeProgram } from '../support/fake-program.ts';

/** One card as nvidia-smi shows it: MiB, and degrees or `[N/A]`. */
export interface Card {
  readonly name: string;
  readonly totalMiB: number;
  readonly usedMiB: number;
  readonly temperature: number | '[N/A]';
}

/** What the driver keeps for itself. */
const RESERVED_MIB = 207;

/** An nvidia-smi that answers any `--query-gpu` in csv,noheader,nounits, and refuses the fields that it does not know. */
export function writeNvidiaSmi(folder: string, cards: readonly Card[]): string {
  const cells = cards.flatMap((card, index) =>
    Object.entries(fieldsOf(card, index)).map(([field, value]) => `    ${index}:${field}) printf '%s' '${value}';;`),
  );
  return writeProgram(
    folder,
    'nvidia-smi',
    `for word in "$@"; do case $word in --query-gpu=*) fields=\${word#--query-gpu=};; esac; done
[ -n "$fields" ] || { echo 'Invalid combination of input arguments. Please run '"'nvidia-smi -h'"' for help.'; exit 1; }
IFS=,
for field in $fields; do case $field in ${Object.keys(fieldsOf(cards[0], 0)).join('|')}) ;; *) printf 'Field "%s" is not a valid field to query.\\n\\n' "$field"; exit 2;; esac; done
for card in ${cards.map((_, index) => index).join(',')}; do
  separator=
  for field in $fields; do
    printf '%s' "$separator"
    separator=', '
    case $card:$field in
${cells.join('\n')}
    esac
  done
  echo
done`.replace(/for card in ([\d,]+);/, (_, list: string) => `for card in ${list.replaceAll(',', ' ')};`),
  );
}

function fieldsOf(card: Card | undefined, index: number): Readonly<Record<string, string | number>> {
  const { name, totalMiB, usedMiB, temperature } = card ?? { name: '', totalMiB: 0, usedMiB: 0, temperature: 0 };
  return {
    index,
    uuid: `GPU-8f6d2a1c-0b3e-4c57-9a10-${`${totalMiB}${index}`.padStart(12, '0')}`,
    name,
    driver_version: '550.163.01',
    'temperature.gpu': temperature,
    'memory.total': totalMiB,
    'memory.used': usedMiB,
    'memory.free': totalMiB - usedMiB - RESERVED_MIB,
    'memory.reserved': RESERVED_MIB,
    'utilization.gpu': 12,
    'power.draw': `${40 + index}.27`,
    pstate: 'P8',
  };
}

/** The programs of a machine in good health: its clock is set, its disk is sound, nothing waits to be installed. */
export function writeHealthyTools(folder: string): void {
  writeProgram(folder, 'timedatectl', '[ "$1" = show ] || exit 1\necho NTP=yes\necho NTPSynchronized=yes');
  writeProgram(
    folder,
    'smartctl',
    `case "$*" in
*--scan*) echo '{ "json_format_version": [1, 0], "smartctl": { "version": [7, 3], "argv": ["smartctl", "--scan", "-j"], "exit_status": 0 }, "devices": [ { "name": "/dev/nvme0", "info_name": "/dev/nvme0", "type": "nvme", "protocol": "NVMe" } ] }';;
*) echo '{ "json_format_version": [1, 0], "smartctl": { "version": [7, 3], "argv": ["smartctl", "-j", "-H", "/dev/nvme0"], "exit_status": 0 }, "device": { "name": "/dev/nvme0", "type": "nvme", "protocol": "NVMe" }, "smart_status": { "passed": true, "nvme": { "value": 0 } } }';;
esac`,
  );
  writeProgram(
    folder,
    'apt-get',
    "printf '%s\\n' 'Reading package lists...' 'Building dependency tree...' 'Reading state information...' 'Calculating upgrade...' '0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.'",
  );
}

/** The very Node that runs us, under its usual name. */
export function linkNode(folder: string): void {
  symlinkSync(process.execPath, join(folder, 'node'));
}
