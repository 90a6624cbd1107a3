/** One card as nvidia_gpu_exporter shows it; a figure that the driver does not give has no line. */
export interface ExportedCard {
  readonly name: string;
  readonly totalMiB: number;
  readonly usedMiB: number;
  readonly temperature?: number;
  /** The part of the UUID that differs from card to card; 12 hexadecimal digits. */
  readonly uuidEnd: string;
}

/** What the driver keeps for itself. */
const RESERVED_MIB = 207;
const BYTES = 2 ** 20;

/** The answer of nvidia_gpu_exporter: UUIDs without `GPU-`, bytes, ratios, and its own health. */
export function nvidiaGpuMetrics(cards: readonly ExportedCard[], exitCode = 0): string {
  const uuid = ({ uuidEnd }: ExportedCard) => `5c1b9e0a-77d2-4f31-8a66-${uuidEnd}`;
  const gauge = (name: string, value: (card: ExportedCard, index: number) => number | undefined) =>
    family(
      `nvidia_smi_${name}`,
      cards.flatMap((card, index) => {
        const figure = value(card, index);
        return figure === undefined ? [] : [`nvidia_smi_${name}{uuid="${uuid(card)}"} ${goNumber(figure)}`];
      }),
    );
  return [
    family('nvidia_smi_command_exit_code', [`nvidia_smi_command_exit_code ${exitCode}`]),
    family(
      'nvidia_smi_gpu_info',
      cards.map(
        (card, index) =>
          `nvidia_smi_gpu_info{driver_model_current="[N/A]",driver_version="550.163.01",index="${index}",name="${card.name}",uuid="${uuid(card)}",vbios_version="94.02.42.00.0e"} 1`,
      ),
    ),
    gauge('index', (_, index) => index),
    gauge('memory_free_bytes', ({ totalMiB, usedMiB }) => (totalMiB - usedMiB - RESERVED_MIB) * BYTES),
    gauge('memory_total_bytes', ({ totalMiB }) => totalMiB * BYTES),
    gauge('memory_used_bytes', ({ usedMiB }) => usedMiB * BYTES),
    gauge('power_draw_watts', (_, index) => 40.27 + index),
    gauge('temperature_gpu', ({ temperature }) => temperature),
    gauge('utilization_gpu_ratio', () => 0.12),
  ].join('');
}

/** What a Linux machine's node_exporter tells of it. */
export interface ExportedMachine {
  readonly hostname: string;
  readonly cores: number;
  readonly totalKiB: number;
  readonly availableKiB: number;
  readonly load: readonly [number, number, number];
  readonly disks: readonly { readonly device: string; readonly mount: string; readonly sizeGiB: number; readonly usedPercent: number }[];
  readonly gateway: string;
}

/** The answer of node_exporter with the collectors of routes and of text files, whose apt script ran an hour ago. */
export function nodeMetrics({ hostname, cores, totalKiB, availableKiB, load, disks, gateway }: ExportedMachine, now = Date.now()): string {
  const seconds = now / 1000;
  const lines = (name: string, samples: readonly string[]) =>
    family(
      name,
      samples.map((sample) => `${name}${sample}`),
    );
  const ofDisks = (name: string, value: (disk: ExportedMachine['disks'][number]) => number) =>
    lines(
      `node_filesystem_${name}`,
      disks.map((disk) => `{device="${disk.device}",fstype="ext4",mountpoint="${disk.mount}"} ${goNumber(value(disk))}`),
    );
  const freeBytes = ({ sizeGiB, usedPercent }: ExportedMachine['disks'][number]) =>
    Math.round((sizeGiB * 2 ** 30 * (100 - usedPercent)) / 100);
  return [
    lines('apt_upgrades_pending', ['{arch="",origin=""} 0']),
    lines('node_boot_time_seconds', [` ${goNumber(Math.round(seconds - 1_209_612))}`]),
    lines(
      'node_cpu_seconds_total',
      Array.from({ length: cores }, (_, cpu) => ['idle', 'user'].map((mode) => `{cpu="${cpu}",mode="${mode}"} ${1_000 + cpu}.25`)).flat(),
    ),
    ofDisks('avail_bytes', freeBytes),
    ofDisks('device_error', () => 0),
    ofDisks('files', () => 6_553_600),
    ofDisks('files_free', () => 5_900_000),
    ofDisks('free_bytes', freeBytes),
    ofDisks('readonly', () => 0),
    ofDisks('size_bytes', ({ sizeGiB }) => sizeGiB * 2 ** 30),
    ...[1, 5, 15].map((minutes, place) => lines(`node_load${minutes}`, [` ${load[place]}`])),
    lines('node_memory_MemAvailable_bytes', [` ${goNumber(availableKiB * 1024)}`]),
    lines('node_memory_MemTotal_bytes', [` ${goNumber(totalKiB * 1024)}`]),
    lines('node_network_route_info', [`{dest="default",device="eth0",gw="${gateway}",priority="100",proto="static",src="",weight=""} 1`]),
    lines('node_os_info', ['{id="debian",name="Debian GNU/Linux",pretty_name="Debian GNU/Linux 12 (bookworm)",version_id="12"} 1']),
    lines('node_reboot_required', [' 0']),
    lines('node_textfile_mtime_seconds', [`{file="/var/lib/prometheus/node-exporter/apt.prom"} ${goNumber(seconds - 3_600)}`]),
    lines('node_time_seconds', [` ${goNumber(seconds)}`]),
    lines('node_timex_sync_status', [' 1']),
    lines('node_uname_info', [`{domainname="(none)",machine="x86_64",nodename="${hostname}",release="6.1.0-25-amd64",sysname="Linux"} 1`]),
    lines('smartmon_device_smart_healthy', ['{disk="/dev/nvme0",type="nvme"} 1']),
  ].join('');
}

const family = (name: string, samples: readonly string[]) =>
  samples.length === 0 ? '' : [`# HELP ${name} ${name}`, `# TYPE ${name} gauge`, ...samples, ''].join('\n');

/** Go writes large figures with an exponent. */
const goNumber = (value: number) => (Math.abs(value) >= 2 ** 21 ? value.toExponential().replace(/e\+(\d)$/, 'e+0$1') : String(value));
