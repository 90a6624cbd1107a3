/** One sentence a person can act on: file, line, what was expected. */
export class InventoryError extends Error {
  constructor(file: string, line: number | null, problem: string) {
    super(line === null ? `${file}: ${problem}` : `${file}:${line}: ${problem}`);
    this.name = 'InventoryError';
  }
}
