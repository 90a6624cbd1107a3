import type { Dimension } from '../../../skill/audit/define.ts';
import type { Locale } from '../../locale.ts';
import { own } from '../../own.ts';

/** What a violation endangers, in one sentence, where the dimension alone does not say it. */
const byCode: Readonly<Record<string, string>> = {
  'NODE-001': 'What it served fails, or falls on the other nodes.',
  'NODE-002': 'The first request will wait for a model to load, or be refused.',
  'NODE-003': 'The assistant can no longer use this node.',
  'NODE-004': 'Anybody on that network can use the node and read what it is told.',
  'NODE-005': 'The models of this node are out of use.',
  'NODE-006': 'Requests to that model will be refused.',
  'NODE-007': 'That model answers slowly.',
  'NODE-008': 'The node looks alive but produces nothing.',
  'NODE-009': 'What this command serves is missing.',
  'NODE-010': 'The agents lack the tools of this server.',
  'NODE-011': 'Two versions do not behave alike: failures become hard to understand.',
  'NODE-012': 'The assistant cannot do what is promised.',
  'NODE-013': 'A web page opened by mistake could use the node.',
  'GPU-001': 'Models may run on the processor, or not at all.',
  'GPU-002': 'The card will slow down, then stop to protect itself.',
  'GPU-003': 'The next model will not fit in video memory.',
  'GPU-004': 'Video memory is missing, and models crowd elsewhere.',
  'SYS-001': 'A full disk stops logs, backups and models.',
  'SYS-002': 'No new file can be made.',
  'SYS-003': 'Nothing can be saved any more.',
  'SYS-004': 'The system will kill a program to make room.',
  'SYS-005': 'Everything answers more slowly.',
  'SYS-006': 'Known holes stay open.',
  'SYS-007': 'Updates that are installed do not protect yet.',
  'SYS-008': 'Logs carry wrong dates and tokens expire at the wrong time.',
  'SYS-009': 'The disk may fail with what is on it.',
  'NET-001': 'That service does nothing any more.',
  'NET-002': 'Something runs that nobody has declared.',
  'NET-003': 'Any machine of the network can connect to it.',
  'NET-004': 'One of the two does not answer when it is called.',
  'NET-008': 'Whatever is reached by a name stays out of sight.',
  'OBS-007': 'On the day of the failure there will be nothing to read.',
  'DATA-008': 'After a loss, all that is newer than the last backup is gone.',
  'DATA-009': 'A backup that was never restored may not be restorable.',
  'ARCH-001': 'One failure is enough to lose all that depends on it.',
  'ARCH-002': 'With the first failure this capability is gone.',
  'ARCH-003': 'Without that link there is no way out.',
};

const byDimension: Readonly<Record<Dimension, string>> = {
  stability: 'The service may be interrupted.',
  resilience: 'Nothing would make up for a failure.',
  security: 'Somebody could use it, or read what is not theirs.',
  scalability: 'There is no room for more work.',
  multimodal: 'The assistant cannot do all that is promised.',
  observability: 'A failure would go unnoticed.',
};

/** What it endangers. */
export const stakes: Locale['answers']['stakes'] = {
  of: (code, dimension) => own(byCode, code) ?? byDimension[dimension],
};
