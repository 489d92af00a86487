// How many of the keywords that people chose for English texts are noun phrases by our tags:
//
//   node evaluation/noun-phrases.mjs DATA_DIRECTORY
//
// For every en_*.jsonl, with the tags of the tokenizer alone, with words whole, with tags corrected, and with stop words kept out
// of phrases or within them as `wordClass` says: of the keywords that the text has (by Porter stems) the share that is
// a run (ADJ|NOUN|PROPN)* (NOUN|PROPN) at some place, the share that is a maximal one somewhere, and of the distinct
// maximal ones the share that is a keyword; and the F1 of maximal ones. Whole papers and theses are left out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stemmer } from 'stemmer';
import { createTokenizer } from '../packages/core/dist/node.js';
import { joinTornWords } from '../packages/core/dist/text/reading/english/torn-words.js';
import { mendEnglishWords } from '../packages/core/dist/text/reading/english-words.js';
import { wordClass } from '../packages/core/dist/text/word-class.js';

const [data] = process.argv.slice(2);
if (!data) throw new Error('Usage: node evaluation/noun-phrases.mjs DATA_DIRECTORY');
const LONG = /citeulike|theses/;

/** What a token may be in a phrase: h(ead), m(odifier), j(oint), l(ink), or nothing. */
const byTag = ({ word, partOfSpeech: tag }) =>
  /^[-‐‑]$/.test(word) ? 'j' : /^(NOUN|PROPN)$/.test(tag) ? 'h' : tag === 'ADJ' ? 'm' : '';
const byClass = (token) => {
  const its = wordClass(token);
  if (its === 'joint' || its === 'link') return its[0];
  if (its === 'part') return /^(NOUN|PROPN|NUM)/.test(token.partOfSpeech) ? 'h' : '';
  if (its === 'lead') return /^(ADJ|NUM)/.test(token.partOfSpeech) ? 'm' : '';
  return its === 'break' ? '' : byTag(token);
};
const methods = {
  tokenizer: [(_, tokens) => tokens, byTag],
  'words whole': [joinTornWords, byTag],
  corrected: [mendEnglishWords, byTag],
  'stop words out': [
    mendEnglishWords,
    (token) => (wordClass({ ...token, partOfSpeech: undefined }) === 'break' ? '' : byTag(token)),
  ],
  classes: [mendEnglishWords, byClass],
};

const tokenizer = createTokenizer({ tokenizer: 'wink' });
for (const name of readdirSync(data).filter((name) => /^en_.*\.jsonl$/.test(name) && !LONG.test(name))) {
  const documents = readFileSync(join(data, name), 'utf8').trim().split('\n').map(JSON.parse).map(read);
  console.log(`\n${name.slice(0, -6)}, % of keywords in the text\n`);
  console.log('| tags | a run | maximal | keywords among maximal | F1 |\n| --- | --: | --: | --: | --: |');
  for (const [method, [mend, kindOf]] of Object.entries(methods)) {
    const sums = { present: 0, runs: 0, maximal: 0, phrases: 0, hits: 0 };
    for (const document of documents) count(document, mend(document.text, document.tokens), kindOf, sums);
    const { present, runs, maximal, phrases, hits } = sums;
    const shares = [runs / present, maximal / present, hits / phrases, (2 * hits) / (phrases + present)];
    console.log(`| ${method} | ${shares.map((share) => (100 * share).toFixed(1)).join(' | ')} |`);
  }
}

function read({ title = '', text, keywords }) {
  const whole = title && !text.startsWith(title) ? `${title}\n${text}` : text;
  return { text: whole, tokens: tokenizer.tokenize(whole), keywords: new Set(keywords.map(keyOf)) };
}

/** Stems of the words in a part of a text; possessives and signs do not count. */
function stems(text) {
  const words = text.replaceAll(/['’]s\b/g, '  ').matchAll(/[\p{L}\p{M}\p{N}]+/gu);
  return Array.from(words, ({ 0: word, index }) => ({
    index,
    end: index + word.length,
    stem: stemmer(word.toLowerCase()),
  }));
}
function keyOf(text) {
  return stems(text)
    .map(({ stem }) => stem)
    .join(' ');
}

function count({ text, keywords }, tokens, kindOf, sums) {
  const kinds = tokens.map(kindOf);
  const phrases = new Set();
  for (const [first, last] of maximalRuns(text, tokens, kinds))
    phrases.add(keyOf(text.slice(tokens[first].start, tokens[last].end)));
  phrases.delete('');
  const words = stems(text);
  const firsts = new Map(tokens.map(({ start }, t) => [start, t]));
  const lasts = new Map(tokens.map(({ end }, t) => [end, t]));
  for (const keyword of keywords) {
    const { length } = keyword.split(' ');
    const places = words.flatMap((_, w) => (isAt(text, words, w, keyword, length) ? [w] : []));
    if (keyword === '' || places.length === 0) continue;
    sums.present++;
    if (phrases.has(keyword)) sums.maximal++;
    const isRun = places.some((w) => {
      const first = firsts.get(words[w].index);
      const last = lasts.get(words[w + length - 1].end);
      return (
        kinds[last] === 'h' &&
        /^[hm]([hmjl]*h)?$/.test(
          kinds
            .slice(first, last + 1)
            .map((kind) => kind || '-')
            .join(''),
        )
      );
    });
    if (isRun) sums.runs++;
  }
  sums.phrases += phrases.size;
  for (const phrase of phrases) if (keywords.has(phrase)) sums.hits++;
}

/** Whether a keyword of so many words is at a word of a text, with nothing but spaces, hyphens and the like between. */
function isAt(text, words, at, keyword, length) {
  if (!keyword.startsWith(words[at].stem) || at + length > words.length) return false;
  const part = words.slice(at, at + length);
  if (part.map(({ stem }) => stem).join(' ') !== keyword) return false;
  return part.slice(1).every(({ index }, i) => /^[\s\-‐‑/&+#]*$|^['’]s\s|^\.$/.test(text.slice(part[i].end, index)));
}

function* maximalRuns(text, tokens, kinds) {
  const isTied = (t) => t < tokens.length && /^\s*$/.test(text.slice(tokens[t - 1].end, tokens[t].start));
  const isWord = (t) => kinds[t] === 'h' || kinds[t] === 'm';
  for (let first = 0; first < tokens.length; ) {
    if (!isWord(first)) {
      first++;
      continue;
    }
    let last = kinds[first] === 'h' ? first : -1;
    let at = first;
    while (isTied(at + 1)) {
      const ties = kinds[at + 1] === 'j' || kinds[at + 1] === 'l';
      if (isWord(at + 1)) at++;
      else if (ties && isTied(at + 2) && isWord(at + 2)) at += 2;
      else break;
      if (kinds[at] === 'h') last = at;
    }
    if (last >= 0) yield [first, last];
    first = at + 1;
  }
}
