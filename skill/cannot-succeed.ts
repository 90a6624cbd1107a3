/** What a user can mend, in one sentence. */
export class CannotSucceed extends Error {}
