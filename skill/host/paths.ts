import { homedir } from 'node:os';
import { resolve } from 'node:path';

/** Where a path of the inventory leads: relative to the inventory's folder, `~` to the home of whoever runs this. */
export function placed(path: string, folder: string): string {
  return resolve(folder, path.replace(/^~(?=\/|$)/, homeFolder));
}

/** The home of whoever runs this; the root for a user without one, as in many containers. */
export function homeFolder(): string {
  try {
    return homedir() || '/';
  } catch {
    return '/';
  }
}
