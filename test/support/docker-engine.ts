import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { temporaryFolder } from './fake-program.ts';

/** What differs of one container from one that runs well, as the list and the detailed answer say it. */
export interface ContainerAnswer {
  readonly listed?: Readonly<Record<string, unknown>>;
  readonly inspected?: Readonly<Record<string, unknown>>;
}

export interface EngineOptions {
  readonly containers?: Readonly<Record<string, ContainerAnswer>>;
  /** Answers in place of the engine's own, by path; null hangs. */
  readonly instead?: (path: string) => { readonly status?: number; readonly body: unknown } | null | undefined;
  readonly version?: unknown;
  readonly networks?: unknown;
}

export const VERSION = {
  Version: '26.1.5',
  ApiVersion: '1.45',
  MinAPIVersion: '1.24',
  Components: [{ Name: 'Engine', Version: '26.1.5', Details: {} }],
  Os: 'linux',
};

/** A Docker engine on a socket of its own, which answers in the engine's wire format and says what it was asked. */
export async function startEngine({ containers = {}, instead, version = VERSION, networks = [] }: EngineOptions = {}) {
  const folder = temporaryFolder();
  const socket = join(folder.path, 'docker.sock');
  const asked: string[] = [];
  let most = 0;
  let now = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(`${request.method} ${path}`);
    now += 1;
    most = Math.max(most, now);
    response.once('close', () => {
      now -= 1;
    });
    const other = instead?.(path);
    if (other === null) return;
    if (other !== undefined) return send(response, other.status ?? 200, other.body);
    if (path === '/version') return send(response, 200, version);
    if (path === '/info') return send(response, 200, { ServerVersion: '26.1.5', SecurityOptions: ['name=seccomp,profile=builtin'] });
    if (path === '/networks') return send(response, 200, networks);
    if (path === '/containers/json?all=1')
      return send(
        response,
        200,
        Object.entries(containers).map(([name, { listed }], index) => ({ ...listedOf(name, index), ...listed })),
      );
    const [, id] = /^\/containers\/([0-9a-f]{64})\/json$/.exec(path) ?? [];
    const found = Object.values(containers)[Number.parseInt(id ?? '', 16)];
    return found ? send(response, 200, merged(inspected, found.inspected ?? {})) : send(response, 404, { message: 'No such container' });
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return {
    socket,
    asked,
    /** Requests that were under way at once. */
    most: () => most,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      folder[Symbol.dispose]();
    },
  };
}

function send(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json', server: 'Docker/26.1.5 (linux)' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

const listedOf = (name: string, index: number) => ({
  Id: index.toString(16).padStart(64, '0'),
  Names: [`/${name}`],
  Image: 'local/app:1.2',
  Created: 1_795_163_575,
  Ports: [],
  Labels: {},
  State: 'running',
  Status: 'Up 5 minutes',
  HostConfig: { NetworkMode: 'bridge' },
  NetworkSettings: { Networks: { bridge: { IPAddress: '172.17.0.2', Gateway: '172.17.0.1' } } },
  Mounts: [],
});

const inspected = {
  State: {
    Status: 'running',
    Running: true,
    Restarting: false,
    OOMKilled: false,
    ExitCode: 0,
    Error: '',
    StartedAt: '2026-01-01T00:00:00Z',
  },
  RestartCount: 0,
  Args: [],
  HostConfig: {
    NetworkMode: 'bridge',
    PortBindings: {},
    RestartPolicy: { Name: 'always', MaximumRetryCount: 0 },
    AutoRemove: false,
    Privileged: false,
    CapAdd: null,
    LogConfig: { Type: 'json-file', Config: { 'max-size': '10m' } },
  },
  Config: { Image: 'local/app:1.2', User: '1000', Env: ['PATH=/bin'], Labels: {} },
  NetworkSettings: { Networks: { bridge: { IPAddress: '172.17.0.2', Gateway: '172.17.0.1' } } },
  Mounts: [],
};

/** Objects field by field, anything else as a whole. */
function merged(base: object, changes: object): object {
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
  const own = base as Readonly<Record<string, unknown>>;
  return {
    ...base,
    ...Object.fromEntries(
      Object.entries(changes).map(([key, value]) => [key, isObject(value) && isObject(own[key]) ? merged(own[key], value) : value]),
    ),
  };
}
