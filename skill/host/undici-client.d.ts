/** One part of undici, which tells the types of the whole alone. */
declare module 'undici/lib/dispatcher/client.js' {
  // biome-ignore lint/style/noDefaultExport: it is theirs
  export { Client as default } from 'undici';
}
