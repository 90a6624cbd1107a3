import { parseApiJson } from '../../../probes/api-json.ts';
import { fieldOf } from '../../../probes/entries.ts';
import type { HttpFingerprint } from '../fingerprint.ts';
import { textOf } from './text-of.ts';

export const prometheus: HttpFingerprint = {
  product: 'Prometheus',
  kind: 'prometheus',
  over: 'http',
  ports: [9090],
  process: /^prometheus/,
  front: /<title>Prometheus Time Series/,
  path: '/api/v1/status/buildinfo',
  recognise({ body }) {
    const answer = parseApiJson(body);
    const version = textOf(fieldOf(answer, 'data'), 'version');
    return fieldOf(answer, 'status') === 'success' && version ? { version } : null;
  },
};

export const alertmanager: HttpFingerprint = {
  product: 'Alertmanager',
  kind: 'alertmanager',
  over: 'http',
  ports: [9093],
  process: /alertmanager/,
  front: /<title>Alertmanager/,
  path: '/api/v2/status',
  recognise({ body }) {
    const version = textOf(fieldOf(parseApiJson(body), 'versionInfo'), 'version');
    return version ? { version } : null;
  },
};

export const grafana: HttpFingerprint = {
  product: 'Grafana',
  kind: 'grafana',
  over: 'http',
  ports: [3000],
  process: /^grafana/,
  front: /<title>Grafana/,
  path: '/api/health',
  recognise({ body }) {
    const health = parseApiJson(body);
    return textOf(health, 'database') ? { version: textOf(health, 'version') } : null;
  },
};

/** Of this very machine, which is read without it. */
export const nodeExporter: HttpFingerprint = {
  product: 'node exporter',
  kind: null,
  over: 'http',
  ports: [9100],
  process: /node.?exporter/,
  front: /<title>Node Exporter/,
  path: '/',
  recognise: ({ body }) => (/<title>Node Exporter/.test(body) ? {} : null),
};

export const nvidiaGpuExporter: HttpFingerprint = {
  product: 'NVIDIA GPU exporter',
  kind: null,
  over: 'http',
  ports: [9835],
  process: /nvidia.?gpu.?exp/,
  front: /<title>Nvidia GPU Exporter/i,
  path: '/',
  recognise: ({ body }) => (/<title>Nvidia GPU Exporter/i.test(body) ? {} : null),
};

export const uptimeKuma: HttpFingerprint = {
  product: 'Uptime Kuma',
  kind: 'http',
  over: 'http',
  ports: [3001],
  front: /<title>Uptime Kuma/,
  path: '/',
  recognise: ({ body }) => (/<title>Uptime Kuma/.test(body) ? {} : null),
};
