import { en } from './en/locale.ts';
import { fr } from './fr/locale.ts';

/** Every language that `--locale` knows. */
export const locales = { fr, en } as const;
