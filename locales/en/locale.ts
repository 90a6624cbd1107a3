import type { Locale } from '../locale.ts';
import { aloud } from './aloud.ts';
import { answers } from './answers.ts';
import { conversation } from './conversation.ts';
import { discover } from './discover.ts';
import { doctor } from './doctor.ts';
import { enrolment } from './enrolment.ts';
import { findings } from './findings.ts';
import { listening } from './listening.ts';
import { mcp } from './mcp.ts';
import { dimensions, failures, outcomes, severities } from './names.ts';
import { page } from './page.ts';
import { phrasing } from './phrasing.ts';
import { registry } from './registry.ts';
import { rules } from './rules.ts';
import { script } from './script.ts';
import { sections } from './sections.ts';
import { speech } from './speech.ts';

/** English, the counterpart of the French reference. */
export const en: Locale = {
  language: 'en',
  rules,
  findings,
  failures,
  severities,
  outcomes,
  dimensions,
  sections,
  phrasing,
  script,
  speech,
  aloud,
  conversation,
  answers,
  discover,
  doctor,
  page,
  mcp,
  listening,
  enrolment,
  registry,
};
