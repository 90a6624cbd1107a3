/** Where the assistant cuts what it says, in characters. */
export const MOST_SAID = 300;
/** Where it cuts what it shows, in characters. */
export const MOST_SHOWN = 500;
/** Twenty seconds of speech. */
export const MOST_WORDS = 55;
