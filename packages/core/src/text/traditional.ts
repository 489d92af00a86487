import { simplifiedOnly } from './language.js';
import { Converter } from './opencc.js';
import { toTraditional } from './to-traditional.js';
import type { Tokenizer } from './tokenizer.js';
import { traditionalCharacters } from './traditional-characters.js';

/** By code unit: whether it is of Traditional Chinese alone, or of Cantonese. An expression of so many characters takes several times as long. */
const kinds = new Uint8Array(0x10000);
const TRADITIONAL = 1;
const CANTONESE = 2;
for (const character of traditionalCharacters) kinds[character.charCodeAt(0)] = TRADITIONAL;
/** Characters that are counted to tell a Traditional text from a Simplified one that quotes some. */
const SAMPLE = 5000;

let made: ((text: string) => string) | undefined;

/** Function words of Cantonese, and what Mandarin has for each, character by character; those that are words of Mandarin too are not here. */
const FUNCTION_WORDS =
  '嘅的 喺在 啲些 咗了 哋们 嗰那 冇没 唔不 佢他 嚟来 喇啦 咁这 噉这 睇看 諗想 俾给 畀给 乜啥 攞拿 揾找 瞓睡 啱刚';
const mandarin = new Map(FUNCTION_WORDS.split(' ').map(([from, to]) => [from, to]));
/** But 喇叭, 喇嘛, 哈喇 and 俾斯麦. */
const ALL_CANTONESE = new RegExp(`(?!喇[叭嘛]|(?<=哈)喇|俾斯)[${[...mandarin.keys()].join('')}]`, 'g');
for (const character of mandarin.keys()) kinds[character.charCodeAt(0)] |= CANTONESE;

/**
 * What OpenCC leaves, or takes for another word: 於單 is a name to it; 座標 and 想像 are 坐标 and 想象; books are 著, but 讨论着 and
 * 还原着 go on.
 */
const LEFT = /於(?!菟)|暱|座标|想像|(?<=土|遗|专|巨|名|(?<![讨谈议争辩评])论|(?<![还复])原)着|着(?=名)/g;
const mended: Readonly<Record<string, string>> = { 於: '于', 暱: '昵', 座标: '坐标', 想像: '想象', 着: '著' };

/** By OpenCC: the forms of Hong Kong (衞 敍 枱) as those of Taiwan, and these by words, so that 隨著 is read and 著名 stays. */
function converter(): (text: string) => string {
  const fromHongKong = Converter({ from: 'hk', to: 't' });
  const toMainland = Converter({ from: 'tw', to: 'cn' });
  made ??= (text) => toMainland(fromHongKong(text)).replace(LEFT, (one) => mended[one]);
  return made;
}

/**
 * A text in Simplified Chinese, character by character, so that every offset stays where it is; the text itself where
 * there are more characters of Simplified Chinese alone in it than of Traditional Chinese alone. By OpenCC's dictionaries;
 * function words of Cantonese as those of Mandarin.
 */
export function toSimplified(given: string): string {
  const found = kindsIn(given);
  const text = (found & CANTONESE) === 0 ? given : given.replace(ALL_CANTONESE, (one) => mandarin.get(one)!);
  if ((found & TRADITIONAL) === 0 || !isTraditional(text.slice(0, SAMPLE))) return text;
  const convert = made ?? converter();
  const simplified = convert(text);
  if (simplified.length === text.length) return simplified;
  // A few rare characters have simplified forms of two code units.
  return Array.from(text, (character) => {
    const one = convert(character);
    return one.length === character.length ? one : character;
  }).join('');
}

/** Whether a text has as many characters of Traditional Chinese alone as of Simplified Chinese alone. */
function isTraditional(sample: string): boolean {
  let count = 0;
  for (let at = 0; at < sample.length; at++) count += kinds[sample.charCodeAt(at)] & TRADITIONAL;
  return count >= (sample.match(simplifiedOnly)?.length ?? 0);
}

/** All kinds that characters of a text are of. */
function kindsIn(text: string): number {
  let all = 0;
  for (let at = 0; at < text.length; at++) all |= kinds[text.charCodeAt(at)];
  return all;
}

/** A tokenizer of Simplified Chinese that also cuts Traditional Chinese: words come out simplified, offsets are the text's own. */
export function simplifying(tokenizer: Tokenizer): Tokenizer {
  const { tokenizeAgain } = tokenizer;
  return {
    ...tokenizer,
    simplify: toSimplified,
    tokenize: (text) => tokenizer.tokenize(toSimplified(text)),
    ...(tokenizeAgain && { tokenizeAgain: (text, isWord) => tokenizeAgain(toSimplified(text), isWord) }),
    words: (text) => tokenizer.words(toSimplified(text)),
  };
}

/** Whether a vocabulary knows Simplified Chinese alone, by words that no Chinese corpus is without. */
export function knowsSimplifiedOnly(indexOf: (word: string) => number | undefined): boolean {
  return indexOf('这') !== undefined && indexOf('這') === undefined;
}

/** Ranked words of a vocabulary, in Traditional Chinese where the word asked for is, and the vocabulary in Simplified alone. */
export function rankedAs<Ranked extends { readonly word: string }>(
  asked: string,
  { vocabulary }: { readonly vocabulary: { indexOf(word: string): number | undefined } },
  ranked: readonly Ranked[],
): Ranked[] {
  if (!knowsSimplifiedOnly(vocabulary.indexOf) || toSimplified(asked) === asked) return [...ranked];
  return ranked.map((one) => ({ ...one, word: toTraditional(one.word) }));
}
