import type { Locale } from '../../locales/locale.ts';
import { coloured } from '../../reporters/colour.ts';
import { doctorReport, prescription } from '../../reporters/doctor.ts';
import type { Settings } from '../config.ts';
import type { Patient } from '../doctor/check.ts';
import { examine } from '../doctor/examine.ts';
import { realFiles } from '../doctor/files.ts';
import { findPackages } from '../doctor/packages.ts';
import { createNodeHost } from '../host/node.ts';
import type { Environment } from '../inventory/expand.ts';

const PACKAGES_MS = 3_000;

/** What this machine lacks, and what brings it. Resolves to 1 when something needed is missing, else to 0. */
export async function doctorCommand(
  { config, out, isJson }: Pick<Settings, 'config' | 'out' | 'isJson'>,
  locale: Locale,
  environment: Environment,
  signal: AbortSignal,
): Promise<number> {
  const host = createNodeHost();
  try {
    const files = realFiles(host, environment);
    const isRoot = process.getuid?.() === 0;
    const packages = await findPackages(files, isRoot, host.platform, host.deadline(PACKAGES_MS, signal));
    const patient: Patient = {
      host,
      environment,
      isRoot,
      nodeVersion: process.versions.node,
      packages,
      language: locale.language,
      config,
      out,
      files,
    };
    const examined = await examine(patient, signal);
    const atOnce = packages.install(examined.filter(({ state }) => state !== 'ok').flatMap((each) => each.packages ?? []));
    const text = isJson ? `${JSON.stringify(prescription(examined, locale), null, 2)}\n` : doctorReport(examined, atOnce, locale);
    process.stdout.write(!isJson && process.stdout.isTTY && process.stdout.hasColors() ? coloured(text) : text);
    return examined.some(({ state }) => state === 'missing') ? 1 : 0;
  } finally {
    await host.close();
  }
}
