import type { Claims } from '../../locales/claims.ts';
import { claims as en } from '../../locales/en/claims.ts';
import { claims as fr } from '../../locales/fr/claims.ts';
import type { Locale } from '../../locales/locale.ts';

const CLAIMS: Readonly<Record<Locale['language'], Claims>> = { fr, en };

/** The words of claims, by language: apart from the locale, because an audit without a model has no use for the tables. */
export const claimsOf = ({ language }: Locale): Claims => CLAIMS[language];
