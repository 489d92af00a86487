import englishModel from 'wink-eng-lite-web-model';
import winkNLP, { type WinkMethods } from 'wink-nlp';
import type { Cutter, Piece } from './cutter-tokenizer.js';

/** Made on first use: unpacking the language model takes a while. */
const pipelines = new Map<'cut' | 'tag', WinkMethods>();

function pipeline(name: 'cut' | 'tag'): WinkMethods {
  const made = pipelines.get(name) ?? winkNLP(englishModel, name === 'tag' ? ['pos'] : []);
  pipelines.set(name, made);
  return made;
}

/** Names and versions of the library and its language, as model files record them; a test compares them. */
export const winkVersion = 'wink-nlp 2.4.0, wink-eng-lite-web-model 1.8.1';

/** English words by wink-nlp, with the parts of speech of Universal Dependencies (NOUN, PROPN, ADJ …). */
export const winkCutter: Cutter = {
  // Names are told by their capitals.
  keepsCase: true,
  *cut(text) {
    for (const { word } of pieces(text, 'cut')) yield word;
  },
  tag: (text) => pieces(text, 'tag'),
};

function* pieces(text: string, name: 'cut' | 'tag'): Generator<Piece> {
  const nlp = pipeline(name);
  const tokens = nlp.readDoc(text).tokens();
  const words = tokens.out(nlp.its.value) as string[];
  const tags = name === 'tag' ? (tokens.out(nlp.its.pos) as string[]) : undefined;
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    const start = text.indexOf(words[i], at);
    if (start > at) yield { word: text.slice(at, start) };
    yield tags ? { word: words[i], partOfSpeech: tags[i] } : { word: words[i] };
    at = start + words[i].length;
  }
  if (at < text.length) yield { word: text.slice(at) };
}
