import { KeywordError } from '../errors.js';
import type { Tokenizer, TokenizerName } from './tokenizer.js';

/** Tags of the tokenizers that know some: those in jieba's dictionary and of what it guesses, and Universal Dependencies. */
const tags: Partial<Record<TokenizerName, readonly string[]>> = {
  jieba:
    'a ad ag an b c d df dg e eng f g h i j k l m mg mq n ng nr nrfg nrt ns nt nz o p q r rg rr rz s t tg u ud ug uj ul uv uz v vd vg vi vn vq x y z zg'.split(
      ' ',
    ),
  wink: 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SPACE SYM VERB X'.split(' '),
};

/** Tags as names of properties: the engine has each of these once, so that two are compared by where they are in memory. */
export const asPropertyNames = (of: readonly string[]): string[] =>
  Object.keys(Object.fromEntries(of.map((tag) => [tag, tag])));

/** The tags of a tokenizer; undefined where it knows none. */
export function partsOfSpeechOf(name: TokenizerName): readonly string[] | undefined {
  return tags[name];
}

/**
 * Refuses parts of speech that no word of the tokenizer can have. Those of the tokenizer of another language may stand
 * beside its own, for texts of several languages.
 *
 * @throws KeywordError INVALID_OPTION naming those there are
 */
export function checkPartsOfSpeech(
  asked: readonly string[],
  { description, partsOfSpeech: own = [] }: Tokenizer,
): void {
  const known = (among: readonly string[]) => (tag: string) => among.some((one) => one.startsWith(tag));
  const all = [...own, ...Object.values(tags).flat()];
  const wrong = asked.filter((tag) => tag === '' || !known(all)(tag));
  if (wrong.length === 0 && (asked.length === 0 || asked.some(known(own)))) return;
  const has = own.length ? `has ${own.join(', ')}` : 'knows no parts of speech';
  const hasInChinese = own.length ? `有 ${own.join('、')}` : '不标词性';
  const given = (wrong.length ? wrong : asked).join(', ').slice(0, 200);
  throw new KeywordError('INVALID_OPTION', `partsOfSpeech is ${given}; the tokenizer ${description.name} ${has}.`, {
    option: 'partsOfSpeech',
    zh: `partsOfSpeech是 ${given}；分词器 ${description.name} ${hasInChinese}。`,
  });
}
