import type { Language, Tokenizer, TokenizerDescription, Vocabulary } from '@telltale/core';
import { KeywordError } from '@telltale/core/internal/errors.js';
import { type CutterChoice, makeTokenizer } from '@telltale/core/internal/text/create-tokenizer.js';
import type { Piece } from '@telltale/core/internal/text/cutter-tokenizer.js';
import { KeptWords } from '@telltale/core/internal/text/kept-words.js';
import { gunzipSync } from 'fflate';

/**
 * The tokenizer a model was trained with, made of what runs in a browser. Libraries and dictionaries are loaded when a
 * language first needs them.
 *
 * jieba is jieba-wasm here, and our own program over its dictionary in Node: a test compares them.
 */
export async function browserTokenizer(trained: TokenizerDescription, vocabulary: Vocabulary): Promise<Tokenizer> {
  const { name, normalization, locale } = trained;
  const make = (cutters: Partial<Record<'jieba' | 'wink', CutterChoice>>) =>
    makeTokenizer({ name, normalization, locale, cutters });
  if (name === 'wink') {
    const [{ winkCutter, winkVersion }, { default: winkNLP }, { default: model }, taggerWeights] = await Promise.all([
      import('@telltale/core/internal/text/wink.js'),
      import('wink-nlp'),
      import('wink-eng-lite-web-model'),
      loadWeights(new URL('../../../../core/data/en-tagger.bin.gz', import.meta.url)),
    ]);
    return make({ wink: { cutter: winkCutter(() => ({ winkNLP, model, taggerWeights })), version: winkVersion } });
  }
  if (name !== 'jieba') return make({});
  const [cutter, { knowsSimplifiedOnly, simplifying }] = await Promise.all([
    jiebaOfBrowser(),
    import('@telltale/core/internal/text/traditional.js'),
  ]);
  const tokenizer = make({ jieba: { cutter, version: trained.version } });
  return knowsSimplifiedOnly(vocabulary.indexOf) ? simplifying(tokenizer) : tokenizer;
}

/** The weights of a tagger. */
async function loadWeights(url: URL): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok)
    throw new KeywordError(
      'FILE_NOT_FOUND',
      `The weights of the tagger cannot be loaded from ${url}: HTTP ${response.status}. Reload the page.`,
    );
  const bytes = new Uint8Array(await response.arrayBuffer());
  // A server may have unpacked it on the way.
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** Loads what the tokenizer of an embedded model needs, so that it is there when the model is. */
export async function prepareTokenizer(language: Language): Promise<void> {
  if (language === 'zh') await jiebaOfBrowser();
}

let jieba: Promise<CutterChoice['cutter']> | undefined;

function jiebaOfBrowser(): Promise<CutterChoice['cutter']> {
  jieba ??= loadJieba().catch((error: unknown) => {
    jieba = undefined; // What failed may be tried again.
    throw error;
  });
  return jieba;
}

async function loadJieba(): Promise<CutterChoice['cutter']> {
  const [{ default: load, cut, tag }, { chineseWeights }, { GUESS_TAG, recutter }, weights] = await Promise.all([
    import('jieba-wasm/web'),
    import('@telltale/core/internal/text/chinese-tagger.js'),
    import('@telltale/core/internal/text/recut.js'),
    loadWeights(new URL('../../../../core/data/zh-tagger.bin.gz', import.meta.url)),
  ]);
  await load();
  cut('一', true); // The first call reads the dictionary.
  const tags = new KeptWords<string>();
  const tagOf = (word: string) => {
    const known = tags.get(word);
    if (known !== undefined) return known === GUESS_TAG ? undefined : known;
    const pieces = tag(word, true);
    tags.set(word, pieces.length === 1 ? pieces[0].tag : GUESS_TAG);
    return pieces.length === 1 && pieces[0].tag !== GUESS_TAG ? pieces[0].tag : undefined;
  };
  return {
    cut: (text) => cut(text, true),
    *tag(text): Generator<Piece> {
      for (const piece of tag(text, true)) yield { word: piece.word, partOfSpeech: piece.tag };
    },
    recut: recutter(chineseWeights(weights), tagOf),
  };
}
