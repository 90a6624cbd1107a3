/**
 * `timeout`: M1 takes the connection and says nothing. `planned`: the same, and the inventory knows. `awake`: the inventory
 * says that it is off, and it answers.
 */
export const STATES = ['timeout', 'planned', 'awake'] as const;
export type State = (typeof STATES)[number];
