/** A voice. Rejects with a `ProbeError` when it cannot speak here, and falls silent at once when `signal` aborts. */
export interface Speaker {
  readonly id: string;
  speak(text: string, language: 'fr' | 'en', signal: AbortSignal): Promise<void>;
}
