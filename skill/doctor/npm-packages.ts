import { findPackageJSON } from 'node:module';
import { dirname } from 'node:path';
import { quoted } from '../rules/shell.ts';
import type { Patient } from './check.ts';

/** The command that brings the optional npm packages of this program, wherever it lies. */
export async function bringOptional({ files, packages }: Patient, signal: AbortSignal): Promise<string> {
  const folder = dirname(findPackageJSON(import.meta.url) ?? '.');
  const isInstalled = /[\\/]node_modules[\\/]/.test(folder);
  const command = `npm install --prefix ${quoted(folder)} --include=optional${isInstalled ? ' --omit=dev' : ''}`;
  const isOurs = await files.isWritable(folder, signal);
  return isOurs ? command : packages.asRoot(command);
}

/** Whether npm could install it where this program finds it. */
export function hasPackage(name: string): boolean {
  try {
    return findPackageJSON(name, import.meta.url) !== undefined;
  } catch {
    return false;
  }
}
