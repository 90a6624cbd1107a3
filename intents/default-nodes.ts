/** The names that sentences may hold where no inventory says any. */
export const DEFAULT_NODES = ['M1', 'M2', 'M3', 'OL1', 'GEMINI'] as const;
