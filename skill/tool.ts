import packageFile from '../package.json' with { type: 'json' };

/** What signs every report. */
export const tool = { name: packageFile.name, version: packageFile.version } as const;
