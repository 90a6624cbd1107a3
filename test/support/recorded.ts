import { fileURLToPath } from 'node:url';

/**
 * The folder of payloads recorded from real products, which are not ours to publish: `JARVIS_AUDIT_RECORDED`, else
 * `shared/fixtures` beside the project. Tests that read them are skipped by name where it is not there.
 */
export const RECORDED = process.env['JARVIS_AUDIT_RECORDED'] ?? fileURLToPath(new URL('../../../shared/fixtures', import.meta.url));
