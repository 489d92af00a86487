import { FIRST_HAN } from '../text/chinese-characters.js';
import { isRole } from '../text/persons.js';
import { newIntegers } from '../text/scratch.js';
import { hasPhrase } from '../text/term-table.js';
import type { Token } from '../text/tokenizer.js';
import type { WordClass } from '../text/word-class.js';
import type { TextAnalysis } from './analyze-text.js';
import {
  type Candidate,
  type CandidateOptions,
  candidateWords,
  classesOf,
  isAdmitted,
  isOneHan,
  isVersion,
  tiesOf,
} from './candidate.js';
import { Phrases } from './phrases.js';
import { isModelOf, isPrefix } from './term-openings.js';

/** Words of a phrase where no other limit is given. */
const LONGEST = 4;

/**
 * All runs of words of a text that may be phrases, parts of runs as well, in the order they first occur there: at most
 * `maxPhraseLength` content words with nothing but spaces or a hyphen between them, of which the last is one that may end
 * a phrase (see `WordClass`). Where the tokenizer knows no parts of speech, every word that is not a stop word is a content
 * word.
 */
export function findWordRuns(analysis: TextAnalysis, options: CandidateOptions): Candidate[] {
  const { tokens, words, wordOfToken } = analysis;
  const { maxPhraseLength = LONGEST } = options;
  const classes = classesOf(analysis, options);
  const tied = tiesOf(analysis);
  /** Whether single words or parts of speech are asked for: then a verb of one character is as good as another. */
  const takesVerbs = maxPhraseLength === 1 || options.partsOfSpeech !== undefined;
  const phrases = new Phrases(words);
  const found: Candidate[] = [];
  /** Candidates by the number of their phrase. */
  const ofPhrase: (Candidate | undefined)[] = [];
  const goesOn = maxPhraseLength === 1 ? [] : latinNames(analysis, classes, maxPhraseLength);
  const stands = new Stands(tokens.length);
  for (let first = 0; first < tokens.length; first++) {
    stands.startAt(first);
    if (goesOn[first]) continue;
    const opening = classes[first];
    if (opening === 'break' || opening === 'joint' || opening === 'link') continue;
    // Without its prefix a term means something else, or the opposite: 非参数统计.
    if (first > 0 && classes[first - 1] === 'lead' && isPrefix(tokens[first - 1].word) && tied[first]) continue;
    // 占 of 占太阳系 is neither part of a term nor a term alone.
    const alone = opening === 'verb' && isOneHan(words[wordOfToken[first]].word);
    if (alone && !takesVerbs) continue;
    const longest = alone ? 1 : maxPhraseLength;
    let length = 0;
    let phrase = 0;
    for (let last = first; last < tokens.length && length < longest; last++) {
      if (classes[last] === 'break' || (last > first && !tied[last])) break;
      if (classes[last] === 'joint') {
        if (last + 1 === tokens.length || tokens[last].end !== tokens[last + 1].start) break;
        continue;
      }
      length++;
      phrase = phrases.longer(phrase, wordOfToken[last]);
      const isPart = goesOn[last + 1] && !(RELEASE.test(tokens[last + 1].word) && isModelOf(tokens, last));
      if (isPart || !mayEnd(classes[last], length) || !isAdmitted(analysis, first, last, options)) continue;
      let candidate = ofPhrase[phrase];
      if (candidate) candidate.spans.push({ first, last });
      else {
        const parts = candidateWords(analysis, classes, first, last);
        const spans = [{ first, last }];
        candidate = { words: parts, spans, nested: 0, opening, ending: classes[last] };
        ofPhrase[phrase] = candidate;
        found.push(candidate);
      }
      stands.add(candidate, last);
    }
  }
  stands.countNested(found);
  return found.filter(
    (candidate) =>
      !isPersonAtWork(candidate, tokens) && !isToldHow(candidate, analysis) && !isLeftOpen(candidate, analysis),
  );
}

/** What jieba calls adverbs, and nouns have before them as they have adjectives: 渐近解, 相对位移. */
const ATTRIBUTES = new Set(
  '一致 不定 专门 主动 事后 事前 偏正 偶然 共同 初步 即刻 即时 单独 原初 变相 同向 向上 多元 对外 对内 常年 必要 快速 徒手 手动 择期 无偏 无穷 时分 最优 极小 极大 正常 渐近 渐进 特定 特别 相互 相对 真实 纵深 绝对 自然 自动 间断 长期 随机'.split(
    ' ',
  ),
);

/** Whether a phrase begins with an adverb, and established terms do not hold it: 先量体温, unlike 极小曲面. */
function isToldHow({ words, opening, spans: [{ first }] }: Candidate, { tokens, terms }: TextAnalysis): boolean {
  const { word, partOfSpeech = '' } = tokens[first];
  if (opening !== 'lead' || terms === undefined || partOfSpeech[0] !== 'd' || ATTRIBUTES.has(word)) return false;
  // 无边泳池, but not 无端指责.
  if (word[0] === '无' && tokens[first + 1].partOfSpeech === 'n') return false;
  return !hasPhrase(terms.terms, words);
}

/** Verbs and adjectives of one character that end nouns, too: PVC管, 假单胞菌属, 面线糊, 门锁. */
const NOUN_ENDS = new Set(
  '属屬晕暈排围圍管糊卷圈盖蓋锁鎖扣钩鉤包画畫雕套锯鋸锤錘架罩垫墊塞刷夹夾筛篩卡剪病伤傷痛税稅展赛賽斑膏泥浆醬酱煲焖羹酥冻凍霜锈鏽红紅黄黃蓝藍绿綠白黑青糖解核根积積'.split(
    '',
  ),
);

/** Whether a phrase that occurs once ends as a clause does, and is not an established term: 人民币兑, 袖子太短, 承租人书面. */
function isLeftOpen({ words, ending, spans }: Candidate, { tokens, terms }: TextAnalysis): boolean {
  if (words.length === 1 || spans.length > 1 || (ending !== 'verb' && ending !== 'modifier')) return false;
  const { word, partOfSpeech } = tokens[spans[0].last];
  const isOpen = word.length === 1 ? isOneHan(word) && !NOUN_ENDS.has(word) : word[0] === '太' || partOfSpeech === 'b';
  return isOpen && !(terms && hasPhrase(terms.terms, words));
}

/** What they do or when, after it. */
const DEED = /^([dft]|ad?$|v(?!n))/;

/**
 * Whether a phrase is a person beside a role, or once beside a deed (总经理何锐, 何锐辞职): the name alone is the keyword. What
 * is named after people who are in dictionaries is a term: 傅里叶变换.
 */
function isPersonAtWork({ words, spans }: Candidate, tokens: readonly Token[]): boolean {
  if (words.length === 1) return false;
  const { first, last } = spans[0];
  if (isPerson(tokens[last]) && isRole(tokens[last - 1].word)) return true;
  if (spans.length > 1 || !isPerson(tokens[first]) || tokens[first].isGuess !== true) return false;
  return DEED.test(tokens[last].partOfSpeech ?? '');
}

const isPerson = ({ partOfSpeech = '', word }: Token) => partOfSpeech.startsWith('nr') && word.length > 1;

/** What may be left out after a name: 轻记 App 5.3. */
const RELEASE = /^\d+\.\d/;

/** What is written with Latin letters, and nothing but a space between it and the next. */
const LATIN = /^\p{Script=Latin}[\p{Script=Latin}0-9.+#-]*$/u;
const isLatinWord = (word: string) => word.charCodeAt(0) < FIRST_HAN && LATIN.test(word);

/**
 * (tokens) Whether a token of a Chinese text goes on with a name: of Visual Studio Code and iPhone 15 Pro the second and the third, of
 * 云栖 M3 the second. A part of one is not a keyword; a longer run is a sentence in another language, whose words count one by one.
 */
function latinNames(analysis: TextAnalysis, classes: readonly WordClass[], longest: number): boolean[] {
  const { text, tokens, tokenizer, words, wordOfToken } = analysis;
  const goesOn: boolean[] = [];
  if (tokenizer !== 'jieba') return goesOn;
  const isLatin = (at: number) =>
    at < tokens.length && isLatinWord(words[wordOfToken[at]].word) && tokens[at].kind === undefined;
  for (let first = 0; first < tokens.length; first++) {
    if (!isLatin(first)) continue;
    if (classes[first] !== 'break' && isModelOf(tokens, first)) goesOn[first] = true;
    let last = first;
    while (
      (isLatin(last + 1) || (last + 1 < tokens.length && isVersion(analysis, last + 1))) &&
      text.slice(tokens[last].end, tokens[last + 1].start) === ' '
    )
      last++;
    if (last - first < longest) for (let at = first + 1; at <= last; at++) goesOn[at] = true;
    first = last;
  }
  return goesOn;
}

/** Where candidates are, in the order of their first and then of their last tokens. */
class Stands {
  private readonly candidates: Candidate[] = [];
  private readonly lasts: number[] = [];
  /** (tokens) those beginning at token t are from[t] … from[t + 1] − 1. */
  private readonly from: Int32Array;

  constructor(tokens: number) {
    this.from = newIntegers(tokens + 1);
  }

  /** All that are added from now on begin at a token, or after it. */
  startAt(token: number): void {
    this.from[token] = this.lasts.length;
  }

  add(candidate: Candidate, last: number): void {
    this.candidates.push(candidate);
    this.lasts.push(last);
  }

  /** A candidate that only ever occurs inside a longer one has little to say of its own. */
  countNested(found: readonly Candidate[]): void {
    const { candidates, lasts, from } = this;
    from[from.length - 1] = lasts.length;
    for (const outer of found) {
      if (outer.words.length === 1) continue;
      for (const { first, last } of outer.spans) {
        for (let at = from[first]; at < from[last + 1]; at++) {
          const inner = candidates[at];
          if (lasts[at] <= last && inner !== outer) inner.nested = Math.max(inner.nested, outer.spans.length);
        }
      }
    }
  }
}

/** Whether a phrase of so many words may end with a word of a class. */
function mayEnd(last: WordClass, length: number): boolean {
  return last !== 'lead' && last !== 'link' && !(last === 'part' && length === 1);
}
