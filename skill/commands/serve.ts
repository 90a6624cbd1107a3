import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import type { Locale } from '../../locales/locale.ts';
import { CannotSucceed } from '../cannot-succeed.ts';
import type { Settings } from '../config.ts';
import { createSkill } from '../create-skill.ts';
import { errorCode } from '../error-code.ts';
import { createFileStore } from '../history/files.ts';
import { createNodeHost } from '../host/node.ts';
import type { Environment } from '../inventory/expand.ts';
import { findInventory } from '../inventory/find.ts';
import { createRedactor } from '../redact.ts';
import { accessKey } from '../servers/web/access-key.ts';
import { createWebServer } from '../servers/web/server.ts';

/** As many connections may wait to be taken as the system lets them. */
const BACKLOG = 4_096;

/** The webhook, the API and the page, until a signal; then what runs is answered. Resolves to the exit code. */
export async function serve(settings: Settings, locale: Locale, environment: Environment, signal: AbortSignal): Promise<number> {
  const { config, out, port, host: name, allowedHosts, deadlineMs } = settings;
  const key = accessKey(environment, name);
  const host = createNodeHost();
  try {
    const inventory = await findInventory(config, environment, host, signal);
    const store = createFileStore(out);
    const skill = createSkill({ inventory, host, store, out, locale: locale.language, deadlineMs });
    const server = await createWebServer({
      skill,
      key,
      out,
      hostNames: [...allowedHosts, ...(isIPv6(name) ? [] : [name])],
      redact: createRedactor([...inventory.secrets, ...(key === null ? [] : [key])]),
      log: (line) => void process.stderr.write(line),
    });
    try {
      const listening = await listen(() => server.app.listen({ host: addressOf(name), port, backlog: BACKLOG }), name, port);
      process.stdout.write(`${JSON.stringify({ listening })}\n`);
      if (!signal.aborted) await once(signal, 'abort');
    } finally {
      await server.close();
      await skill.close();
    }
    return 0;
  } finally {
    await host.close();
  }
}

/** One address: a name may stand for two, of which only one would be known. */
function addressOf(name: string): string {
  return name === 'localhost' ? '127.0.0.1' : name;
}

async function listen(start: () => Promise<string>, name: string, port: number): Promise<string> {
  try {
    return await start();
  } catch (error) {
    const reason = REASONS[errorCode(error)];
    if (reason === undefined) throw error;
    throw new CannotSucceed(`serve: ${name}:${port} cannot be listened on (${reason})`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there; choose another --port',
  EACCES: 'no right to it; choose a --port above 1023',
  EADDRNOTAVAIL: 'no address of this machine; choose another --host',
  ENOTFOUND: 'no such name; choose another --host',
  EAI_AGAIN: 'no such name; choose another --host',
  EINVAL: 'no address of this machine; choose another --host',
};
