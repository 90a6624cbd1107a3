import { DatabaseSync } from 'node:sqlite';
import type { Host } from '../../skill/host/host.ts';
import { createNodeHost } from '../../skill/host/node.ts';
import { backups } from '../../skill/probes/backups.ts';
import { command } from '../../skill/probes/command.ts';
import { compose } from '../../skill/probes/compose.ts';
import { docker } from '../../skill/probes/docker.ts';
import { gpu } from '../../skill/probes/gpu.ts';
import { host as hostProbe } from '../../skill/probes/host.ts';
import { lmstudio } from '../../skill/probes/lmstudio.ts';
import { logs } from '../../skill/probes/logs.ts';
import { mcp } from '../../skill/probes/mcp.ts';
import { ollama } from '../../skill/probes/ollama.ts';
import { openai } from '../../skill/probes/openai.ts';
import { ports } from '../../skill/probes/ports.ts';
import { sqlite } from '../../skill/probes/sqlite.ts';
import { startEngine } from '../support/docker-engine.ts';
import { nodeMetrics, nvidiaGpuMetrics } from '../support/exporters.ts';
import { temporaryFolder, writeProgram } from '../support/fake-program.ts';
import { writeAged } from '../support/file-tree.ts';
import { startLmStudio } from '../support/lmstudio-server.ts';
import { startLegacyMcp, startModernMcp } from '../support/mcp-servers.ts';
import { startServer } from '../support/node-server.ts';
import { startOllama } from '../support/ollama-server.ts';
import { startOpenAi } from '../support/openai-server.ts';
import { DEBIAN, onMachine } from '../worlds/machine.ts';
import { writeNvidiaSmi } from '../worlds/tools.ts';
import {
  areSaidPorts,
  areWrittenPorts,
  isCommandAnswer,
  isEngine,
  isExporter,
  isListed,
  isLmStudioList,
  isMcpServer,
  isMemoryOf,
  isOllama,
  isOpenAiList,
  isRowOfEachGpu,
} from './genuine.ts';
import { parserSubjects } from './parsers.ts';
import { probeSubject, type Subject } from './subject.ts';
import { textOf } from './tape.ts';

/** Every probe and parser, each fed by a stand-in that answers as the real product does. */
export async function subjects(): Promise<readonly Subject[]> {
  await using started = new AsyncDisposableStack();
  const real = createNodeHost();
  started.defer(() => real.close());
  using folder = temporaryFolder();
  const probed = [
    ...(await nodeSubjects(real, started)),
    ...(await serverSubjects(real, started)),
    ...(await machineSubjects(real, folder.path)),
    ...(await fileSubjects(real, folder.path)),
    ...(await containerSubjects(real, started, folder.path)),
    await commandSubject(real, folder.path),
  ];
  return [...probed, ...parserSubjects];
}

async function nodeSubjects(real: Host, started: AsyncDisposableStack): Promise<readonly Subject[]> {
  const kept = async <S extends { close(): Promise<void> }>(server: Promise<S>) => started.adopt(await server, ({ close }) => close());
  const quiet = { ...real, addresses: () => [] };
  const models = [
    { key: 'qwen3-8b', loaded: true, vision: true },
    { key: 'nomic-embed', type: 'embedding' as const },
  ];
  const lmStudios = (['v1', 'v0', 'openai'] as const).map(async (api) => {
    const { url } = await kept(startLmStudio({ api, models }));
    const target = { id: 'M1', kind: 'lmstudio', url } as const;
    return probeSubject({ name: `lmstudio ${api}`, probe: lmstudio, target, mayBeUp: isLmStudioList }, quiet);
  });
  const openAis = (['llama.cpp', 'vllm', 'generic'] as const).map(async (product) => {
    const { url } = await kept(startOpenAi({ product, models: [{ id: 'qwen3-8b' }, { id: 'embed-small' }] }));
    const target = { id: 'O1', kind: 'openai', url: url.endsWith('/v1') ? url : `${url}/v1` } as const;
    return probeSubject({ name: `openai ${product}`, probe: openai, target, mayBeUp: isOpenAiList }, quiet);
  });
  const { url } = await kept(startOllama({ models: [{ name: 'qwen3:1.7b' }, { name: 'mistral:7b' }], running: [{ name: 'mistral:7b' }] }));
  const target = { id: 'OL1', kind: 'ollama', url } as const;
  return Promise.all([...lmStudios, ...openAis, probeSubject({ name: 'ollama', probe: ollama, target, mayBeUp: isOllama }, quiet)]);
}

async function serverSubjects(real: Host, started: AsyncDisposableStack): Promise<readonly Subject[]> {
  const kept = async <S extends { close(): Promise<void> }>(server: Promise<S>) => started.adopt(await server, ({ close }) => close());
  const cards = [{ name: 'NVIDIA GeForce RTX 3070', totalMiB: 8_192, usedMiB: 4_096, temperature: 55, uuidEnd: '000000000001' }];
  const machine = {
    hostname: 'm2',
    cores: 16,
    totalKiB: 32_000_000,
    availableKiB: 20_000_000,
    load: [1.1, 1, 0.9] as const,
    disks: [{ device: '/dev/nvme0n1p2', mount: '/', sizeGiB: 931, usedPercent: 47 }],
    gateway: '192.168.200.1',
  };
  const gpuServer = await kept(startServer(() => ({ body: nvidiaGpuMetrics(cards) })));
  const hostServer = await kept(startServer(() => ({ body: nodeMetrics(machine) })));
  const modern = await kept(startModernMcp());
  const legacy = await kept(startLegacyMcp());
  return Promise.all([
    probeSubject(
      {
        name: 'gpu exporter',
        probe: gpu,
        target: { id: 'g', kind: 'gpu', url: gpuServer.url },
        mayBeUp: isExporter(/nvidia_smi_|DCGM_FI_/),
      },
      real,
    ),
    probeSubject(
      {
        name: 'host exporter',
        probe: hostProbe,
        target: { id: 'm2', kind: 'host', url: hostServer.url },
        mayBeUp: isExporter(/node_|windows_/),
      },
      real,
    ),
    ...[modern, legacy].map(({ url }, index) =>
      probeSubject(
        { name: `mcp ${index === 0 ? 'modern' : 'legacy'}`, probe: mcp, target: { id: 'mcp', kind: 'mcp', url }, mayBeUp: isMcpServer },
        real,
      ),
    ),
  ]);
}

async function fileSubjects(real: Host, folder: string): Promise<readonly Subject[]> {
  for (const [day, hours] of [9, 33, 57].entries()) writeAged(folder, `backups/base-2026-11-${20 - day}.sql.gz`, hours, 1_000 + day);
  writeAged(folder, 'backups/.restore-tested', 400, '2026-10-03 : 12 min\n');
  writeAged(folder, 'logs/app.log', 1, 500);
  writeAged(folder, 'logs/app.log.1', 30, 900);
  using database = new DatabaseSync(`${folder}/jarvis.db`);
  database.exec('CREATE TABLE commands (name TEXT)');
  return Promise.all([
    probeSubject(
      {
        name: 'backups',
        probe: backups,
        target: { id: 'saves', kind: 'backups', sets: [{ name: 'base', path: `${folder}/backups` }] },
        mayBeUp: (delivered, { sets }) => isListed(sets, delivered),
      },
      real,
    ),
    probeSubject(
      {
        name: 'logs',
        probe: logs,
        target: { id: 'journals', kind: 'logs', paths: [`${folder}/logs`] },
        mayBeUp: (delivered, { paths }) => isListed(paths, delivered),
      },
      real,
    ),
    probeSubject(
      {
        name: 'sqlite',
        probe: sqlite,
        target: { id: 'db', kind: 'sqlite', path: `${folder}/jarvis.db` },
        mayBeUp: (delivered, { check }) =>
          check !== 'ok' || delivered.some((exchange) => /"check"\s*:\s*"ok"/.test(textOf(exchange) ?? '')),
      },
      real,
    ),
  ]);
}

async function containerSubjects(real: Host, started: AsyncDisposableStack, folder: string): Promise<readonly Subject[]> {
  const Labels = { 'com.docker.compose.project': 'stack', 'traefik.enable': 'true', 'traefik.http.routers.web.rule': 'Host(`a.lan`)' };
  const engine = started.use(
    await startEngine({
      containers: {
        web: {
          listed: { Ports: [{ IP: '127.0.0.1', PrivatePort: 80, PublicPort: 8002, Type: 'tcp' }] },
          inspected: { Config: { Labels } },
        },
        crash: { listed: { State: 'restarting' }, inspected: { State: { Status: 'restarting', Restarting: true }, RestartCount: 9 } },
      },
      networks: [{ Name: 'bridge', Driver: 'bridge', IPAM: { Config: [{ Subnet: '172.17.0.0/16', Gateway: '172.17.0.1' }] } }],
    }),
  );
  const file = `x: &x { image: base:1, ports: ["\${PORT:-8001}:80"] }
services:
  web: { <<: *x, container_name: front, networks: [edge] }
  db: { extends: web, ports: [{ target: 5432, published: "5433", host_ip: 127.0.0.1 }, "3000-3005:3000-3005/udp"] }
networks: { edge: { external: true } }
`;
  writeAged(folder, 'stack/compose.yaml', 1, file);
  writeAged(folder, 'stack/.env', 1, 'PORT=8005\n');
  return Promise.all([
    probeSubject(
      { name: 'docker', probe: docker, target: { id: 'docker', kind: 'docker', socket: engine.socket }, mayBeUp: isEngine },
      real,
    ),
    probeSubject(
      { name: 'compose', probe: compose, target: { id: 'stack', kind: 'compose', paths: [`${folder}/stack`] }, mayBeUp: areWrittenPorts },
      real,
    ),
  ]);
}

async function machineSubjects(real: Host, folder: string): Promise<readonly Subject[]> {
  const tool = writeNvidiaSmi(folder, [
    { name: 'NVIDIA GeForce GTX 1660 SUPER', totalMiB: 6_144, usedMiB: 3_072, temperature: 58 },
    { name: 'NVIDIA GeForce RTX 3080', totalMiB: 10_240, usedMiB: 9_800, temperature: '[N/A]' },
  ]);
  const machine = onMachine({
    hostname: 'tour',
    release: DEBIAN,
    cores: 4,
    memory: { totalKiB: 65_000_000, availableKiB: 30_000_000 },
    load: '0.52 0.58 0.59',
    disks: [{ device: '/dev/nvme0n1p2', mount: '/', sizeGiB: 500, usedPercent: 40 }],
    gateway: '192.168.1.1',
    addresses: ['192.168.1.10'],
  })(real);
  return Promise.all([
    probeSubject({ name: 'gpu nvidia-smi', probe: gpu, target: { id: 'gpus', kind: 'gpu', tool }, mayBeUp: isRowOfEachGpu }, real),
    probeSubject(
      // what full mode adds is parsed below, without this machine's own process table
      { name: 'host', probe: hostProbe, target: { id: 'tour', kind: 'host' }, mode: 'quick', mayBeUp: isMemoryOf },
      machine,
    ),
    probeSubject({ name: 'ports', probe: ports, target: { id: 'ports', kind: 'ports', host: '127.0.0.1' }, mayBeUp: areSaidPorts }, real),
  ]);
}

function commandSubject(real: Host, folder: string): Promise<Subject> {
  const proxy = writeProgram(folder, 'gemini-proxy', `echo 'starting'; echo '{"status":"ok","model":"gemini-2.5-flash","latency_ms":412}'`);
  const target = { id: 'GEMINI', kind: 'command', command: [proxy] } as const;
  return probeSubject(
    { name: 'command', probe: command, target: { ...target, command: [...target.command] }, mayBeUp: isCommandAnswer },
    real,
  );
}
