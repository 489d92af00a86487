import { matchesOf } from '../../matches.js';
import { englishLeadWords, englishPartWords, keptStopWords } from '../../stop-words.js';
import type { Token } from '../../tokenizer.js';

/**
 * A word as English spells it, with all that wink may cut off: an abbreviation with inner stops (Ph.D.), or letters and
 * digits with hyphens or slashes between them (k-means, TCP/IP), the end of a software name (Node.js), a sign of a
 * language (C++, C#), or a leading stop (.NET); or a decimal number with a unit in capitals (7.5Ah).
 */
const PART = '[\\p{L}\\p{M}\\p{N}]+';
const WORD = new RegExp(
  `(?:\\p{Lu}\\p{Ll}{0,2}\\.){2,}|\\d+\\.\\d+\\p{Lu}\\p{L}{0,2}(?!${PART})|(?<![\\p{L}\\p{N}.])\\.?${PART}(?:[-‐‑/]${PART})*` +
    `(?:\\.(?:js|JS|net|NET|io|ai|py)(?!${PART}))?(?:\\+\\+|#)?`,
  'gu',
);
/** What a run must have beside ASCII letters for a word of it to be torn: "word," and "it's" have none of it. */
const TEARS = /[^\0-\x7f]|\d|[-+#/:=;]|\.[a-z]/i;
/** Signs after a word, which most runs of two tokens are; they need no closer look. */
const ENDS = new Set([',', '.', ';', ':', ')', '?', '!', '"', '”']);
/** wink reads "DEBUG:Disk" as DEBUG, an emoticon and isk; the 's of an owner is none. */
const EMOTICON = /^(?!['’])[^\p{L}\p{N}\s]+[\p{L}\p{N}]$/u;
const INITIAL = /^[\p{L}\p{M}]{1,4}\.$/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;
/** Scripts that write without spaces between words, of which each token is a word. */
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** Tags of words that are in no phrase by themselves. */
const FUNCTION_TAG = /^(ADP|AUX|CCONJ|DET|NUM|PART|PRON|SCONJ)$/;
/** The words that wink tears apart as one token each; the other tokens as they are. */
export function joinTornWords(text: string, tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let first = 0; first < tokens.length; ) {
    let last = first;
    while (last + 1 < tokens.length && tokens[last + 1].start === tokens[last].end && !tokens[last + 1].kind) last++;
    if (last > first && !tokens[first].kind && !(last === first + 1 && ENDS.has(tokens[last].word))) {
      const run = text.slice(tokens[first].start, tokens[last].end);
      if (TEARS.test(run)) joinRun(run, splitGlued(tokens.slice(first, last + 1)), joined);
      else for (let t = first; t <= last; t++) joined.push(tokens[t]);
    } else {
      if (isNumeral(tokens[first], joined.at(-1))) joined.push(...splitNumeral(tokens[first]));
      else joined.push(tokens[first]);
      if (last > first && !tokens[first].kind) joined.push(tokens[last]);
    }
    if (tokens[first].kind) last = first;
    first = last + 1;
  }
  return joined;
}

/**
 * The tokens of a run, with what wink glues to a torn word apart: the letter of what is not an emoticon, for it touches a
 * word, and the full stop after the last piece, which wink takes for an initial ("5G." is 5 and G.).
 */
function splitGlued(run: Token[]): Token[] {
  if (!run.some(isGlued)) return run;
  return run.flatMap((token, t) => {
    if (!isGlued(token)) return [token];
    const before = run[t - 1]?.word.at(-1) ?? '';
    const isAfterWord = WORD_CHARACTER.test(before);
    const isTied = EMOTICON.test(token.word)
      ? isAfterWord || WORD_CHARACTER.test(run[t + 1]?.word[0] ?? '')
      : isAfterWord || /[-‐‑/]/.test(before);
    if (!isTied) return [token];
    const { word, start, end, partOfSpeech = '' } = token;
    const last = /\d$/.test(word) ? 'NUM' : word.endsWith('.') ? 'PUNCT' : 'NOUN';
    return [
      { word: word.slice(0, -1), start, end: end - 1, partOfSpeech: EMOTICON.test(word) ? 'PUNCT' : partOfSpeech },
      { word: word.slice(-1), start: end - 1, end, partOfSpeech: last },
    ];
  });
}

function isGlued({ word }: Token): boolean {
  return EMOTICON.test(word) || (word.endsWith('.') && INITIAL.test(word));
}

/** "World War I. France": a Roman number at the end of a sentence, which wink takes for an initial. */
const isNumeral = ({ word, kind }: Token, before: Token | undefined) =>
  word.length === 2 && !kind && NUMERAL.test(word) && before !== undefined && NUMBERED.test(before.word);
const NUMERAL = /^[ivx]\.$/;
/** What Roman numbers are counted by. */
const NUMBERED =
  /^(?:act|annex|article|book|chapter|class|grade|group|part|phase|schedule|stage|tier|title|type|volume|war)$/;

function splitNumeral({ word, start, end, partOfSpeech = '' }: Token): Token[] {
  return [
    { word: word[0], start, end: end - 1, partOfSpeech },
    { word: '.', start: end - 1, end, partOfSpeech: 'PUNCT' },
  ];
}

/** Adds the tokens of a run without spaces, the torn words in it joined. */
function joinRun(run: string, tokens: readonly Token[], joined: Token[]): void {
  const offset = tokens[0].start;
  let t = 0;
  for (const match of matchesOf(WORD, run)) {
    const start = offset + match.index;
    const end = start + match[0].length;
    while (t < tokens.length && tokens[t].start < start) joined.push(tokens[t++]);
    let last = t;
    while (last < tokens.length && tokens[last].end < end) last++;
    const parts = tokens.slice(t, last + 1);
    const isWhole =
      parts.length > 1 &&
      parts[0].start === start &&
      parts.at(-1)!.end === end &&
      parts.every(({ partOfSpeech }) => partOfSpeech);
    if (!isWhole || !isOneWord(match[0], parts)) continue;
    const tag = tagOf(match[0], parts);
    joined.push({ word: parts.map(({ word }) => word).join(''), start, end, partOfSpeech: tag });
    t = last + 1;
  }
  while (t < tokens.length) joined.push(tokens[t++]);
}

/** Whether what looks like a word is one, of the tokens that wink made of it. */
function isOneWord(word: string, parts: readonly Token[]): boolean {
  if (NO_SPACES.test(word)) return false;
  if (word.includes('/')) return /^[\p{Lu}\d]{1,5}(\/[\p{Lu}\d]{1,5})+[+#]*$/u.test(word) && /\p{Lu}/u.test(word);
  if (/[-‐‑]/.test(word)) {
    // 1998-2004 and 3-2 are no words. A compound of which every part may be in a phrase stays cut, for a model knows its parts.
    if (!/\p{L}/u.test(word)) return false;
    return (
      word.split(/[-‐‑]/).some((part) => part.length === 1 || /[\d\u0370-\u03ff]/.test(part)) ||
      parts.some(standsNotAlone)
    );
  }
  if (/[+#]$/.test(word)) return /^\p{L}[+#]+$/u.test(word);
  if (word.startsWith('.')) return /^\.(\p{Ll}+|[\p{Lu}\d]+|Net)$/u.test(word);
  return word.includes('.') || /[^\0-\x7f]/.test(word) || /\d/.test(word) || parts[0].word.length === 1;
}

/** Whether a word is in no phrase by itself: then what is left of its compound would be a phrase without it. */
function standsNotAlone({ word, partOfSpeech = '' }: Token): boolean {
  if (FUNCTION_TAG.test(partOfSpeech)) return true;
  return keptStopWords.has(word) && !englishLeadWords.has(word) && !englishPartWords.has(word);
}

/** The tag of a joined word: most before another word modify it; 10mg is a number. */
function tagOf(word: string, parts: readonly Token[]): string {
  if (/^\d+(\.\d+\p{L}+|\p{Ll}+|['’]?s)$/u.test(word) && !/^\dd$/.test(word)) return 'NUM';
  if (/[-‐‑]/.test(word)) {
    const { partOfSpeech: head = '' } = parts[parts.length - 1];
    if (/^\p{L}[-‐‑]/u.test(word) || /^\p{Lu}/u.test(word))
      return /^(VERB|ADJ)$/.test(head) && /(ed|al|ic|ive)$/.test(word) ? 'ADJ' : 'NOUN';
    return /^(ADP|ADV)$/.test(head) ? 'NOUN' : 'ADJ';
  }
  return /^[^\p{L}]*\p{Lu}/u.test(word) && !/^\d/.test(word) ? 'PROPN' : 'NOUN';
}
