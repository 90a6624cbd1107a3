import type { Plugin } from 'rolldown';

/** HTTP/2 is never agreed on with a server, and its module takes as long to load as all of ours. */
const NEVER_USED = /^node:http2$/;

/** What runs before any other file of ours is loaded may share none with it. */
const FIRST = /skill\/compiled-code\.ts$/;

/**
 * Gets Node's own modules by a call instead of an import, which would run every getter of theirs, and so load what
 * stands behind it: workers, a diff, readline, WebCrypto.
 */
export function builtins(): Plugin {
  return {
    name: 'builtins',
    resolveId(source, importer) {
      const isOurs = source.startsWith('node:') && source !== 'node:module' && !FIRST.test(importer ?? '');
      return isOurs ? `\0${source}` : null;
    },
    load(id) {
      if (!id.startsWith('\0node:')) return null;
      const name = id.slice(1);
      if (NEVER_USED.test(name)) return { code: 'module.exports = { constants: {} };', moduleSideEffects: false };
      return { code: `module.exports = process.getBuiltinModule('${name}');`, moduleSideEffects: false };
    },
  };
}
