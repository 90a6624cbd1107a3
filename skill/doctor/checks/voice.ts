import { ProbeError } from '../../audit/define.ts';
import type { SpeechSettings } from '../../inventory/schema.ts';
import { publicUrl } from '../../public-url.ts';
import { curl } from '../../rules/shell.ts';
import { type Availability, availableVoices } from '../../voice/speaking/available.ts';
import { type Check, type Diagnosis, fine, type Patient } from '../check.ts';
import { describeCommand } from '../describe-command.ts';
import { bringOptional } from '../npm-packages.ts';
import { bring } from '../packages.ts';
import { speechOf } from '../speech.ts';

/** Within the time of the check: whoever is silent by then is said to be, and does not hide the others. */
export const TRIAL_MS = 2_500;

/** Whether the summary can be spoken: each engine makes the sound of one word. */
export const voice: Check = {
  id: 'voice',
  async look(patient, signal) {
    const { host, language, packages } = patient;
    const { tts: server } = await speechOf(patient, signal);
    const tried = await availableVoices(language, server, host, host.deadline(TRIAL_MS, signal));
    const first = tried.findIndex(isWorking);
    const failing = tried.filter(({ failure }) => failure !== null && failure.code !== 'missing-tool');
    const said = failing.map((each) => silent(each, server, patient));
    if (first < 0)
      return [
        { state: 'optional', note: { id: 'voiceNone', values: {} }, ...bring(packages, 'espeak-ng') },
        ...said,
        ...(tried.some(({ id, failure }) => id === 'espeak-ng-npm' && failure?.code === 'missing-tool')
          ? [await npmVoice(patient, signal)]
          : []),
      ];
    const isBetterAbsent = tried.slice(0, first).some(({ id, failure }) => id === 'pico2wave' && failure?.code === 'missing-tool');
    return [
      fine({ id: 'voiceFine', values: { voices: tried.filter(isWorking).map(({ id }) => id) } }),
      ...said,
      ...(isBetterAbsent ? await betterVoice(patient, signal) : []),
    ];
  },
};

const isWorking = ({ failure }: Availability) => failure === null;

function silent({ id, failure }: Availability, server: SpeechSettings['tts'], { language }: Patient): Diagnosis {
  const code = failure?.code ?? 'bug';
  if (id !== 'server' || !server)
    return { state: 'optional', note: { id: 'voiceSilent', values: { voice: id, failure: code } }, command: null };
  const url = publicUrl(server.wyoming ?? server.url ?? '');
  const note = { id: 'voiceServerSilent', values: { url, failure: code } } as const;
  if (server.wyoming !== undefined) return { state: 'optional', note, command: describeCommand(server.wyoming) };
  return {
    state: 'optional',
    note,
    command: `${curl(`${url}/audio/speech`, {
      hasToken: server.key !== undefined,
      headers: ['content-type: application/json'],
      body: JSON.stringify({ model: server.model, voice: server.voice ?? 'alloy', input: language, response_format: 'wav' }),
    })} -o /dev/null -w '%{http_code} %{content_type}\\n'`,
  };
}

/** Worth a word only where a command brings it: Debian has it in a section that few have switched on. */
async function betterVoice({ host, packages }: Patient, signal: AbortSignal): Promise<readonly Diagnosis[]> {
  const brought = bring(packages, 'pico2wave');
  if (brought.command === null || !(await isOffered(packages.nameOf('pico2wave') ?? '', host, signal))) return [];
  return [{ state: 'optional', note: { id: 'voiceBetter', values: { voice: 'pico2wave' } }, ...brought }];
}

/** Whether the lists of apt, where they can be asked, have a version to install. */
async function isOffered(name: string, host: Patient['host'], signal: AbortSignal): Promise<boolean> {
  try {
    const { stdout } = await host.run(['apt-cache', 'policy', name], { env: { LC_ALL: 'C' } }, signal);
    return /^\s*Candidate: (?!\(none\))\S/m.test(stdout);
  } catch (error) {
    if (error instanceof ProbeError) return false;
    throw error;
  }
}

async function npmVoice(patient: Patient, signal: AbortSignal): Promise<Diagnosis> {
  return { state: 'optional', note: { id: 'voiceNpmAbsent', values: {} }, command: await bringOptional(patient, signal) };
}
