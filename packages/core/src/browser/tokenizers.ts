import { importFailure, KeywordError, packageMissing } from '../errors.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { chineseLabeler, chineseWeights } from '../text/chinese-tagger.js';
import { type CutterChoice, makeTokenizer } from '../text/create-tokenizer.js';
import type { Piece } from '../text/cutter-tokenizer.js';
import { KeptWords } from '../text/kept-words.js';
import type { Language } from '../text/language.js';
import { GUESS_TAG, recutter } from '../text/recut.js';
import { readTermTable } from '../text/term-table.js';
import type { Tokenizer, TokenizerDescription } from '../text/tokenizer.js';
import { type AssetOptions, fetchBytes, urlIn } from './assets.js';

/**
 * The tokenizer a model was trained with, made of what runs in a browser. Libraries and dictionaries are loaded when a
 * language first needs them.
 *
 * jieba is jieba-wasm here, and our own program over its dictionary in Node: a test compares them.
 *
 * @throws KeywordError FILE_NOT_FOUND, PACKAGE_MISSING
 */
export async function browserTokenizer(
  trained: TokenizerDescription,
  vocabulary: Vocabulary,
  options: AssetOptions = {},
): Promise<Tokenizer> {
  const { name, normalization, locale } = trained;
  const make = (cutters: Partial<Record<'jieba' | 'wink', CutterChoice>>) =>
    makeTokenizer({ name, normalization, locale, cutters });
  if (name === 'wink') {
    const [{ winkCutter, winkVersion }, { default: winkNLP }, { default: model }, taggerWeights, terms] =
      await Promise.all([
        import('../text/wink.js'),
        import('wink-nlp'),
        import('wink-eng-lite-web-model'),
        // Bundlers find a file by this very expression.
        load('en-tagger.bin.gz', options, () => new URL('../../data/en-tagger.bin.gz', import.meta.url)),
        load('en-terms.bin', options, () => new URL('../../data/en-terms.bin', import.meta.url)),
      ]);
    const cutter = winkCutter(() => ({ winkNLP, model, taggerWeights }));
    const table = readTermTable(terms.buffer);
    return make({ wink: { cutter: { ...cutter, terms: () => table }, version: winkVersion } });
  }
  if (name !== 'jieba') return make({});
  const [cutter, { knowsSimplifiedOnly, simplifying }] = await Promise.all([
    jiebaOfBrowser(options),
    import('../text/traditional.js'),
  ]);
  const tokenizer = make({ jieba: { cutter, version: trained.version } });
  return knowsSimplifiedOnly(vocabulary.indexOf) ? simplifying(tokenizer) : tokenizer;
}

/** A file of the option `assets`, or the one at the address that the bundler knows. */
function load(name: string, { assets, signal }: AssetOptions, bundled: () => URL): Promise<Uint8Array<ArrayBuffer>> {
  return fetchBytes(assets === undefined ? bundled() : urlIn(assets, name), ASSETS_ADVICE, signal);
}

const ASSETS_ADVICE = 'Put the file there, or give the option assets the folder that has it.';

/** Loads what the tokenizer of an embedded model needs, so that it is there when the model is. */
export async function prepareTokenizer(language: Language, options: AssetOptions = {}): Promise<void> {
  if (language === 'zh') await jiebaOfBrowser(options);
}

let jieba: Promise<CutterChoice['cutter']> | undefined;

function jiebaOfBrowser({ assets }: AssetOptions): Promise<CutterChoice['cutter']> {
  // Without the signal of one: others may wait for the same.
  jieba ??= loadJieba(assets).catch((error: unknown) => {
    jieba = undefined; // What failed may be tried again.
    throw error;
  });
  return jieba;
}

async function loadJieba(assets: AssetOptions['assets']): Promise<CutterChoice['cutter']> {
  const [{ default: start, cut, tag }, weights, terms] = await Promise.all([
    importJieba(),
    load('zh-tagger.bin.gz', { assets }, () => new URL('../../data/zh-tagger.bin.gz', import.meta.url)),
    load('zh-terms.bin', { assets }, () => new URL('../../data/zh-terms.bin', import.meta.url)),
  ]);
  const program = 'jieba_rs_wasm_bg.wasm';
  if (assets !== undefined) await start({ module_or_path: await fetchBytes(urlIn(assets, program), ASSETS_ADVICE) });
  else
    await start().catch((cause: Error) => {
      throw new KeywordError(
        'FILE_NOT_FOUND',
        `Cannot load ${program} of jieba-wasm: ${cause.message}. ${ASSETS_ADVICE}`,
        { cause },
      );
    });
  cut('一', true); // The first call reads the dictionary.
  const table = readTermTable(terms.buffer);
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
    recut: recutter(chineseLabeler(chineseWeights(weights)), tagOf),
    terms: () => table,
  };
}

const chineseText = { en: 'Chinese text', zh: '中文文本' };

/** What is used of jieba-wasm; TypeScript takes it for CommonJS, which it is not. */
interface JiebaWasm {
  readonly default: (program?: { readonly module_or_path: Uint8Array }) => Promise<unknown>;
  readonly cut: (text: string, hmm: boolean) => string[];
  readonly tag: (text: string, hmm: boolean) => { readonly word: string; readonly tag: string }[];
}

/** The package, which only pages with Chinese texts need. */
async function importJieba(): Promise<JiebaWasm> {
  let jieba: unknown;
  // In a `try`, where bundlers take a package that is missing for optional.
  try {
    jieba = await import('jieba-wasm/web');
  } catch (cause) {
    throw importFailure(cause, 'jieba-wasm', chineseText);
  }
  // What a bundler was told to leave out is empty.
  if (!(jieba as Partial<JiebaWasm>).default) throw packageMissing('jieba-wasm', chineseText);
  return jieba as JiebaWasm;
}
