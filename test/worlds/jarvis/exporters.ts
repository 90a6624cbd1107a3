import { type ExportedCard, nodeMetrics, nvidiaGpuMetrics } from '../../support/exporters.ts';
import { type NodeServer, startServer } from '../../support/node-server.ts';

const rtx = (uuidEnd: string): ExportedCard => ({
  name: 'NVIDIA GeForce RTX 3070',
  totalMiB: 8_192,
  usedMiB: 4_096,
  temperature: 55,
  uuidEnd,
});

/** A Debian machine in good health. */
const M2 = {
  hostname: 'm2',
  cores: 16,
  totalKiB: 32_780_128,
  availableKiB: 19_402_552,
  load: [1.12, 0.97, 0.85],
  disks: [{ device: '/dev/nvme0n1p2', mount: '/', sizeGiB: 931, usedPercent: 48 }],
  gateway: '192.168.200.1',
} as const;

/** What m2 and m3 tell of themselves: their GPUs, and m2 also its disks, memory and clock. */
export function startExporters(): readonly Promise<NodeServer>[] {
  return [
    exporter('192.168.200.12', 9835, () => nvidiaGpuMetrics(['a1', 'a2', 'a3'].map((end) => rtx(`0000000000${end}`)))),
    exporter('192.168.200.13', 9835, () => nvidiaGpuMetrics([rtx('0000000000b1')])),
    exporter('192.168.200.12', 9100, () => nodeMetrics(M2)),
  ];
}

function exporter(host: string, port: number, metrics: () => string): Promise<NodeServer> {
  const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };
  return startServer(
    ({ url }) => (url === '/metrics' ? { body: metrics(), headers } : { status: 404, body: '404 page not found\n', headers }),
    {
      host,
      port,
    },
  );
}
