import type { Tokenizer, TokenizerDescription, Vocabulary } from '../../index.js';
import { type CutterChoice, makeTokenizer } from '../../text/create-tokenizer.js';
import type { Piece } from '../../text/cutter-tokenizer.js';

/**
 * The tokenizer a model was trained with, made of what runs in a browser. Libraries and dictionaries are loaded when a
 * language first needs them.
 *
 * jieba is jieba-wasm here, @node-rs/jieba in Node: both are jieba-rs with the same dictionary, and a test compares them.
 */
export async function browserTokenizer(trained: TokenizerDescription, vocabulary: Vocabulary): Promise<Tokenizer> {
  const { name, normalization, locale } = trained;
  const make = (cutters: Partial<Record<'jieba' | 'wink', CutterChoice>>) =>
    makeTokenizer({ name, normalization, locale, cutters });
  if (name === 'wink') {
    const [{ winkCutter, winkVersion }, { default: winkNLP }, { default: model }] = await Promise.all([
      import('../../text/wink.js'),
      import('wink-nlp'),
      import('wink-eng-lite-web-model'),
    ]);
    return make({ wink: { cutter: winkCutter(() => ({ winkNLP, model })), version: winkVersion } });
  }
  if (name !== 'jieba') return make({});
  const [jieba, { knowsSimplifiedOnly, simplifying }] = await Promise.all([
    jiebaOfBrowser(trained.version),
    import('../../text/traditional.js'),
  ]);
  const tokenizer = make({ jieba });
  return knowsSimplifiedOnly(vocabulary.indexOf) ? simplifying(tokenizer) : tokenizer;
}

async function jiebaOfBrowser(version: string): Promise<CutterChoice> {
  const { default: load, cut, tag } = await import('jieba-wasm/web');
  await load();
  return {
    version,
    cutter: {
      cut: (text) => cut(text, true),
      *tag(text): Generator<Piece> {
        for (const piece of tag(text, true)) yield { word: piece.word, partOfSpeech: piece.tag };
      },
    },
  };
}
