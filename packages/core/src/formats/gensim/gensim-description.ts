import type { ModelSource } from '../foreign/foreign-model.js';
import { PickleDict } from '../pickle/pickle-values.js';
import type { GensimObject } from './gensim-object.js';

/** What a gensim file says of itself. */
export interface GensimDescription {
  readonly source: ModelSource;
  /** Trained with hierarchical softmax. */
  readonly hs: boolean;
  /** Noise words per pair; 0 without negative sampling. */
  readonly negative: number;
  /** Noise words were drawn in proportion to count to this power. */
  readonly noiseExponent: number;
  /** Converted from a fastText file by `load_facebook_model`. */
  readonly fromFastText: boolean;
  readonly warnings: readonly string[];
}

/** Our name of an option, then the attributes it may be called in the file. */
const optionNames: readonly (readonly [string, ...string[]])[] = [
  ['sg', 'sg'],
  ['hs', 'hs'],
  ['negative', 'negative'],
  ['ns_exponent', 'ns_exponent'],
  ['vector_size', 'vector_size', 'layer1_size'],
  ['window', 'window'],
  ['epochs', 'epochs', 'iter'],
  ['min_count', 'min_count'],
  ['sample', 'sample'],
  ['alpha', 'alpha'],
  ['seed', 'seed'],
  ['cbow_mean', 'cbow_mean'],
  ['corpus_count', 'corpus_count'],
  ['corpus_total_words', 'corpus_total_words'],
  ['bucket', 'bucket'],
  ['min_n', 'min_n'],
  ['max_n', 'max_n'],
];

/** word2vec's power; gensim before 3.5 knows no other. */
const usualNoiseExponent = 0.75;
/** fastText's (`NegativeSamplingLoss`); what gensim converts from it says 0.75, by which it was not trained. */
const fastTextNoiseExponent = 0.5;

/** Reads options, version and history off a saved model. */
export function describeGensim(saved: GensimObject): GensimDescription {
  // Version 3.3 moved options to objects of their own, version 4 moved them back.
  const holders = [saved, ...['trainables', 'vocabulary', 'wv'].map((name) => saved.object(name))];
  const options: Record<string, number> = {};
  for (const [option, ...names] of optionNames) {
    for (const holder of holders) {
      const value = names.map((name) => holder?.number(name)).find((found) => found !== undefined);
      if (value === undefined) continue;
      options[option] = value;
      break;
    }
  }
  const events = lifecycleEvents(saved);
  const fromFastText = events.some((event) => event.get('event') === 'load_fasttext_format');
  const warnings: string[] = [];
  if (options.sg === 0) {
    warnings.push(
      'The model is CBOW (sg=0): it was trained to predict a word from the mean of its context, not from one word, so p(word | word) is an extrapolation.',
    );
  }
  if (events.some((event) => event.get('event') === 'build_vocab' && event.get('update') === true)) {
    warnings.push(
      'Words were added after training (build_vocab(update=True)); gensim made a new tree then and kept the node vectors of the old one, so probabilities are doubtful.',
    );
  }
  return {
    source: { family: 'gensim', version: versionOf(saved, events), options },
    hs: (options.hs ?? 0) !== 0,
    negative: options.negative ?? 0,
    noiseExponent: fromFastText ? fastTextNoiseExponent : (options.ns_exponent ?? usualNoiseExponent),
    fromFastText,
    warnings,
  };
}

/** The log of a model's life that gensim 4 keeps. */
function lifecycleEvents(saved: GensimObject): PickleDict[] {
  const events = saved.get('lifecycle_events');
  return Array.isArray(events) ? events.filter((event) => event instanceof PickleDict) : [];
}

/** The version that wrote the file, or the versions whose layout it has. */
function versionOf(saved: GensimObject, events: readonly PickleDict[]): string {
  const recorded = events.at(-1)?.get('gensim');
  if (typeof recorded === 'string') return recorded;
  const vectors = saved.object('wv') ?? saved;
  if (vectors.get('index_to_key') !== undefined) return '4';
  if (vectors.has('vectors')) return '3.3 – 3.8';
  return saved.object('wv') ? '0.13.4 – 3.2' : '0.8 – 0.13.3';
}
