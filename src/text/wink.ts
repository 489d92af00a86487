import type englishModel from 'wink-eng-lite-web-model';
import type { WinkMethods, default as WinkNlp } from 'wink-nlp';
import type { Cutter, Piece } from './cutter-tokenizer.js';

/** The library and its language model. */
export interface WinkParts {
  readonly winkNLP: typeof WinkNlp;
  readonly model: typeof englishModel;
}

/** Names and versions of the library and its language, as model files record them; a test compares them. */
export const winkVersion = 'wink-nlp 2.4.0, wink-eng-lite-web-model 1.8.1';

/**
 * English words by wink-nlp, with the parts of speech of Universal Dependencies (NOUN, PROPN, ADJ …).
 *
 * @param load called on first use, for loading library and model takes a while
 */
export function winkCutter(load: () => WinkParts): Cutter {
  let parts: WinkParts | undefined;
  const pipelines = new Map<'cut' | 'tag', WinkMethods>();

  function pipeline(name: 'cut' | 'tag'): WinkMethods {
    parts ??= load();
    const made = pipelines.get(name) ?? parts.winkNLP(parts.model, name === 'tag' ? ['pos'] : []);
    pipelines.set(name, made);
    return made;
  }

  return {
    // Names are told by their capitals.
    keepsCase: true,
    *cut(text) {
      for (const { word } of pieces(pipeline('cut'), text, false)) yield word;
    },
    tag: (text) => pieces(pipeline('tag'), text, true),
  };
}

/** Abbreviations to wink, even at the end of a sentence, where in small letters they are words. */
const wordsWithStop = /^(ark|fig|gal|gen|ill|in|mar|mass|miss|no|ore|rep|sat|sun|wash|wed)\.$/;
const sentenceEnd = /^\s*(["'”’)\]\n\p{Lu}]|$)/u;

function* pieces(nlp: WinkMethods, text: string, tagged: boolean): Generator<Piece> {
  const tokens = nlp.readDoc(text).tokens();
  const words = tokens.out(nlp.its.value) as string[];
  const tags = tagged ? (tokens.out(nlp.its.pos) as string[]) : undefined;
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    const start = text.indexOf(words[i], at);
    if (start > at) yield { word: text.slice(at, start) };
    at = start + words[i].length;
    if (wordsWithStop.test(words[i]) && sentenceEnd.test(text.slice(at, at + 8))) {
      const word = words[i].slice(0, -1);
      yield tags ? { word, partOfSpeech: tags[i] === 'PROPN' ? 'NOUN' : tags[i] } : { word };
      yield { word: '.' };
    } else yield tags ? { word: words[i], partOfSpeech: tags[i] } : { word: words[i] };
  }
  if (at < text.length) yield { word: text.slice(at) };
}
