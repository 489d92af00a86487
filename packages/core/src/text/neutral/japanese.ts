import type { Piece } from '../cutter-tokenizer.js';

const HIRAGANA_ONLY = /^[\u3041-\u309fー]+$/;
/** A word that ICU cut of a single kanji. */
export const ONE_KANJI = /^\p{Script=Han}$/u;
/** Hiragana that may follow a noun: particles and forms of the copula. After one kanji anything else is the ending of a verb. */
const AFTER_NOUN =
  /^(?:(?:[にとでのはをもだ]|から|まで|より|ほど|など|こそ|しか|さえ|ずつ|たち|さん|さま|する|した|して).*|[がやへかなしさ]|なら|なの)$/;
/** A number in digits or kanji, or a part of one. */
const NUMBER = /^[〇一二三四五六七八九十百千万億兆数\d][〇一二三四五六七八九十百千万億兆数\d.,]*$/u;
/** What is counted, with the words for it. */
const COUNTERS =
  '円 年 月 日 時 時間 分 分間 秒 秒間 人 名 人分 件 個 本 枚 台 回 回目 度 歳 杯 匹 頭 羽 冊 階 点 位 倍 割 棟 戸 軒 校 社 億 万 歩 泊 問 票 議席 試合 世紀 年度 年間 年前 年目 日間 日目 人目 代 週間 か月 カ月 ヶ月 箇所 カ所 か所 世帯 段階 種類 単位 つ 坪 畳 隻 機 艘 袋 粒 切れ 合 リットル グラム キロ キログラム トン メートル センチ ミリ ドル ユーロ パーセント %'.split(
    ' ',
  );
const counters = new Set(COUNTERS);
/** A number with what is counted in one piece: 三年. Places and names look alike. */
const COUNTED = new RegExp(
  `^(?!千歳|八戸|三戸|五戸|八代|千代|万歳)[一二三四五六七八九十百千万億兆数]+(?:${COUNTERS.join('|')})$`,
  'u',
);
/** What ties the parts of a foreign name. */
export const MIDDLE_DOT = '・';
/** How something is or sounds, before と: カリッと. */
const SOUND = /^[ァ-ヺー]+ッ$/;
/** What follows an amount and is of it: 三年以内. */
const OF_AMOUNT = /^(?:以内|以上|以下|以降|以前|未満|前後|程度|近く|余り|ごと|連続)$/;
const INFLECTED = /\p{Script=Han}.*[\u3041-\u309f]$/u;

/** What a verb names, by its stem after two kanji, before a particle of nouns: 草刈りを, 田植えの; in い adjectives end. */
const NAMED = /^\p{Script=Han}{2,}[きぎしじちにびみりえけげせぜてでねべめれ]$/u;
const OF_NOUNS = /^[をがのはも]/;

/**
 * Marks what is not a noun: words in hiragana, which are particles and endings but for a few, words in kanji that end in
 * hiragana, which are verbs and adjectives, amounts (十二億円), and one kanji before the ending of a verb, from which ICU
 * parts it. A middle dot ties the parts of a foreign name.
 */
export function* japanesePieces(segments: Iterable<string>): Iterable<Piece> {
  const words = [...segments];
  const isAmount = amountsIn(words);
  for (const [w, word] of words.entries()) {
    const next = words[w + 1] ?? '';
    const isStem = ONE_KANJI.test(word) && HIRAGANA_ONLY.test(next) && !AFTER_NOUN.test(next);
    const isSound = SOUND.test(word) && next.startsWith('と');
    const isVerb = INFLECTED.test(word) && !(NAMED.test(word) && OF_NOUNS.test(next));
    if (isAmount[w] || isStem || HIRAGANA_ONLY.test(word) || isSound || isVerb) yield { word, partOfSpeech: 'X' };
    else if (word === MIDDLE_DOT) yield { word, partOfSpeech: 'PUNCT:link' };
    else yield { word };
  }
}

/** (words) Whether each is an amount, or a part of one. */
export function amountsIn(words: readonly string[]): boolean[] {
  let isNumber = false;
  let isLong = false;
  let wasAmount = false;
  return words.map((word, w) => {
    const next = words[w + 1] ?? '';
    const isCounted: boolean = isNumber && (counters.has(word) || (isLong && ONE_KANJI.test(word)));
    isLong = NUMBER.test(word) && (isNumber || word.length > 1);
    isNumber = NUMBER.test(word);
    wasAmount =
      (wasAmount && OF_AMOUNT.test(word)) ||
      isCounted ||
      (isNumber &&
        (NUMBER.test(next) || counters.has(next) || COUNTED.test(next) || (isLong && ONE_KANJI.test(next)))) ||
      COUNTED.test(word);
    return wasAmount;
  });
}
