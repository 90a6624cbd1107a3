/** Straight on the machine, with nothing around it. */
export function isDirect(mode: string): boolean {
  return mode.toLowerCase() === 'direct';
}

/** Whether one of these names, which have a value, is that of a list of allowed commands. */
export function isAllowlist(name: string): boolean {
  return /allow(?:ed)?_?list|allowed_?commands?|commands?_?(?:allowed|allow_?list|white_?list)|white_?list/i.test(name);
}
