import packageFile from '../package.json' with { type: 'json' };

/** What signs every report. */
export const tool = { name: packageFile.name, version: packageFile.version } as const;

/** How one calls it from a shell: a clone has no program of that name. */
export const invocation = import.meta.url.endsWith('.ts') ? 'npm run --silent audit --' : packageFile.name;
