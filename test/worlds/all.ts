import { jarvis } from './jarvis/world.ts';
import { nothing } from './nothing/world.ts';
import type { World } from './world.ts';

/** Every world, in the order of WORLDS.md. */
export const worlds: readonly World[] = [jarvis, nothing];
