import { z } from 'zod';
import { cut } from './cut.ts';

/* Optional fields of a foreign answer: a value of another type is as good as none. */

export const foreignNumber = z.number().nonnegative().nullable().catch(null);
export const foreignCount = z.int().nonnegative().nullable().catch(null);
export const foreignFlag = z.boolean().nullable().catch(null);
export const foreignText = z
  .string()
  .transform((text) => cut(text))
  .nullable()
  .catch(null);
export const foreignWords = z.array(z.string()).nullable().catch(null);
