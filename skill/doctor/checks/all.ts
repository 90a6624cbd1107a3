import type { Check } from '../check.ts';
import { clock } from './clock.ts';
import { gpu } from './gpu.ts';
import { hearing } from './hearing.ts';
import { inventory } from './inventory.ts';
import { microphone } from './microphone.ts';
import { network } from './network.ts';
import { node } from './node.ts';
import { reports } from './reports.ts';
import { rights } from './rights.ts';
import { sound } from './sound.ts';
import { tools } from './tools.ts';
import { voice } from './voice.ts';

/** Everything that is looked at, in the order in which it is told. */
export const checks: readonly Check[] = [node, inventory, reports, clock, network, gpu, rights, tools, voice, sound, microphone, hearing];
