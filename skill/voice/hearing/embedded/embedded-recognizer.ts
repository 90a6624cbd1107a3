import { ProbeError } from '../../../audit/define.ts';
import type { Recognizer } from '../recognizer.ts';
import { RATE_HZ } from '../sound-source.ts';
import { decided } from './decision.ts';
import { openEmbedder } from './embedder.ts';
import { comparable } from './likeness.ts';
import { prepared } from './prepared.ts';
import { type TemplateOptions, templatesFor } from './templates.ts';

export interface EmbeddedRecognizer extends Recognizer {
  /** Frees the models. */
  close(): Promise<void>;
}

/** A command is over by then: what a listener cuts after 12 s, with the moments around it. Longer is refused, so that work is bounded. */
const LONGEST_S = 13;

/**
 * Knows the sentences that matter with nothing asked of anybody. Rejects with a `ProbeError` where the optional packages are
 * missing, or nobody can speak the templates and the user has recorded none.
 */
export async function openEmbeddedRecognizer(options: TemplateOptions, signal: AbortSignal): Promise<EmbeddedRecognizer> {
  const { language } = options;
  const embedder = await openEmbedder();
  const templates = await templatesFor(options, embedder, signal);
  return {
    id: 'embedded',
    budgetMs: 2_000,
    async recognize(samples, hints, recognizing) {
      recognizing.throwIfAborted();
      if (hints.language !== language) throw new ProbeError('missing-tool', `it knows no command in ${hints.language}`);
      if (samples.length > LONGEST_S * RATE_HZ) throw new ProbeError('too-large', `more than ${LONGEST_S} s of sound`);
      const sound = prepared(samples);
      if (!sound) return null;
      const frames = await embedder.embed(sound.samples);
      recognizing.throwIfAborted();
      return decided(comparable(frames, templates.common), templates, hints.context);
    },
    close: () => embedder.close(),
  };
}
