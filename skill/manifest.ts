import { intents } from '../intents/intents.ts';
import { examples as english } from '../locales/en/examples.ts';
import { examples as french } from '../locales/fr/examples.ts';
import packageFile from '../package.json' with { type: 'json' };
import { reporters } from '../reporters/all.ts';
import { MOST_IN_FLIGHT, TARGET_MS } from './audit/gather.ts';
import { FULL_S, QUICK_S } from './config.ts';
import { MOST_BODY_BYTES } from './host/http.ts';
import { MOST_OUTPUT_BYTES } from './host/run.ts';
import { probes } from './probes/all.ts';

/** What an assistant must know to call this skill; `skill.manifest.json` is this, written down. */
export const manifest = {
  id: packageFile.name,
  version: packageFile.version,
  description: packageFile.description,
  languages: ['fr', 'en'],
  intents: Object.entries(intents).map(([name, slots]) => ({
    name,
    slots: [...slots],
    examples: { fr: french[name as keyof typeof intents], en: english[name as keyof typeof intents] },
  })),
  kinds: probes.map(({ kind }) => kind),
  reporters: reporters.map(({ id }) => id),
  entryPoints: { cli: Object.keys(packageFile.bin)[0], module: packageFile.exports['.'].default },
  permissions: {
    network:
      'the targets of the inventory, their names, the ports that it expects, and the services that it names for speech; no other host, no redirect to one',
    programs: [
      'nvidia-smi',
      'rocm-smi',
      'timedatectl',
      'smartctl',
      'apt-get -s',
      'stat -f',
      'ss',
      'espeak-ng',
      'the commands of the inventory',
    ],
    reads: ['the inventory', '/proc and /etc of this machine', 'environment variables that the inventory names'],
    writes: [
      'the folder of reports, with conversations and planned audits',
      'files named on the command line',
      "its own compiled code, in the user's cache folder",
    ],
    changes: 'nothing: every probe is read-only',
  },
  limits: {
    readingsInFlight: MOST_IN_FLIGHT,
    targetMs: TARGET_MS,
    fullAuditMs: FULL_S * 1000,
    quickAuditMs: QUICK_S * 1000,
    responseBytes: MOST_BODY_BYTES,
    programOutputBytes: MOST_OUTPUT_BYTES,
  },
} as const;
