import type { Vocabulary } from '../model/vocabulary.js';
import { chineseLabeler, chineseWeights } from '../text/chinese-tagger.js';
import { type CutterChoice, makeTokenizer } from '../text/create-tokenizer.js';
import { jiebaCutterOf } from '../text/jieba-cutter.js';
import { buildJiebaTables, readJiebaTables } from '../text/jieba-tables.js';
import type { Language } from '../text/language.js';
import { recutter } from '../text/recut.js';
import { readTermTable } from '../text/term-table.js';
import type { Tokenizer, TokenizerDescription } from '../text/tokenizer.js';
import { type AssetOptions, fetchBytes, urlIn } from './assets.js';

/**
 * The tokenizer a model was trained with, made of what runs in a browser. Libraries and dictionaries are loaded when a
 * language first needs them.
 *
 * @throws KeywordError FILE_NOT_FOUND
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
  const [dictionary, states, weights, terms] = await Promise.all([
    load('zh-dictionary.txt.gz', { assets }, () => new URL('../zh-dictionary.txt.gz', import.meta.url)),
    load('zh-states.bin.gz', { assets }, () => new URL('../../data/zh-states.bin.gz', import.meta.url)),
    load('zh-tagger.bin.gz', { assets }, () => new URL('../../data/zh-tagger.bin.gz', import.meta.url)),
    load('zh-terms.bin', { assets }, () => new URL('../../data/zh-terms.bin', import.meta.url)),
  ]);
  const sources = { version: '', dictionary: new TextDecoder().decode(dictionary), states };
  const cutter = jiebaCutterOf(readJiebaTables(buildJiebaTables(sources)));
  const table = readTermTable(terms.buffer);
  return { ...cutter, recut: recutter(chineseLabeler(chineseWeights(weights)), cutter.tagOf), terms: () => table };
}
