/** What stems are, as results say it: NLTK's default, which papers print. */
export const STEMS = "Porter stems as NLTK's PorterStemmer in its default mode, NLTK_EXTENSIONS";

/** Words that the rules would cut wrongly. */
const irregular = new Map(
  Object.entries({
    sky: 'sky skies',
    die: 'dying',
    lie: 'lying',
    tie: 'tying',
    news: 'news',
    inning: 'innings inning',
    outing: 'outings outing',
    canning: 'cannings canning',
    howe: 'howe',
    proceed: 'proceed',
    exceed: 'exceed',
    succeed: 'succeed',
  }).flatMap(([stem, words]) => words.split(' ').map((word) => [word, stem] as const)),
);

type Rule = readonly [suffix: string, replacement: string, condition?: (stem: string, word: string) => boolean];

const measured = (stem: string) => measure(stem) > 0;
const long = (stem: string) => measure(stem) > 1;

const step1a: readonly Rule[] = [
  ['sses', 'ss'],
  ['ies', 'i'],
  ['ss', 'ss'],
  ['s', ''],
];
const step1c: readonly Rule[] = [['y', 'i', (stem) => stem.length > 1 && isConsonant(stem, stem.length - 1)]];
const step2: readonly Rule[] = [
  ['ational', 'ate', measured],
  ['tional', 'tion', measured],
  ['enci', 'ence', measured],
  ['anci', 'ance', measured],
  ['izer', 'ize', measured],
  ['bli', 'ble', measured],
  ['alli', 'al', measured],
  ['entli', 'ent', measured],
  ['eli', 'e', measured],
  ['ousli', 'ous', measured],
  ['ization', 'ize', measured],
  ['ation', 'ate', measured],
  ['ator', 'ate', measured],
  ['alism', 'al', measured],
  ['iveness', 'ive', measured],
  ['fulness', 'ful', measured],
  ['ousness', 'ous', measured],
  ['aliti', 'al', measured],
  ['iviti', 'ive', measured],
  ['biliti', 'ble', measured],
  ['fulli', 'ful', measured],
  // The l counts as the stem's, so that geo and theo are long enough.
  ['logi', 'log', (_, word) => measured(word.slice(0, -3))],
];
const step3: readonly Rule[] = [
  ['icate', 'ic', measured],
  ['ative', '', measured],
  ['alize', 'al', measured],
  ['iciti', 'ic', measured],
  ['ical', 'ic', measured],
  ['ful', '', measured],
  ['ness', '', measured],
];
const step4: readonly Rule[] = [
  ...['al', 'ance', 'ence', 'er', 'ic', 'able', 'ible', 'ant', 'ement', 'ment', 'ent'].map(drop),
  ['ion', '', (stem) => long(stem) && /[st]$/.test(stem)],
  ...['ou', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize'].map(drop),
];

function drop(suffix: string): Rule {
  return [suffix, '', long];
}

/**
 * The stem of an English word in small letters (Porter 1980 with NLTK's changes). The npm package `stemmer` has Martin
 * Porter's own changes instead: they, may, used, dying and others come out differently.
 */
export function porterStem(word: string): string {
  const whole = irregular.get(word);
  if (whole !== undefined) return whole;
  if (word.length <= 2) return word;
  let stem = word.length === 4 && word.endsWith('ies') ? word.slice(0, -1) : replace(word, step1a);
  stem = withoutPast(stem);
  stem = replace(stem, step1c);
  // An adverb of an adjective in -al has a second suffix under it: rationalli, rational, ration.
  while (stem.endsWith('alli') && measured(stem.slice(0, -4))) stem = stem.slice(0, -2);
  stem = replace(stem, step2);
  stem = replace(stem, step3);
  stem = replace(stem, step4);
  if (stem.endsWith('e')) {
    const rest = stem.slice(0, -1);
    if (measure(rest) > 1 || (measure(rest) === 1 && !endsShort(rest))) stem = rest;
  }
  return stem.endsWith('ll') && long(stem.slice(0, -1)) ? stem.slice(0, -1) : stem;
}

/** Step 1b: -eed, -ed and -ing. */
function withoutPast(word: string): string {
  if (word.length === 4 && word.endsWith('ied')) return word.slice(0, -1);
  if (word.endsWith('ied')) return word.slice(0, -2);
  if (word.endsWith('eed')) return measured(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const suffix = ['ed', 'ing'].find((s) => word.endsWith(s) && hasVowel(word.slice(0, -s.length)));
  if (suffix === undefined) return word;
  const stem = word.slice(0, -suffix.length);
  if (/(at|bl|iz)$/.test(stem)) return `${stem}e`;
  const last = stem.length - 1;
  if (last > 0 && stem[last] === stem[last - 1] && isConsonant(stem, last)) {
    return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1);
  }
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

/** The first rule whose suffix the word has decides, even where its condition forbids it. */
function replace(word: string, rules: readonly Rule[]): string {
  for (const [suffix, replacement, condition] of rules) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, word.length - suffix.length);
    return condition === undefined || condition(stem, word) ? stem + replacement : word;
  }
  return word;
}

function isConsonant(word: string, i: number): boolean {
  if ('aeiou'.includes(word[i])) return false;
  return word[i] !== 'y' || i === 0 || !isConsonant(word, i - 1);
}

/** Times that a vowel is followed by a consonant. */
function measure(stem: string): number {
  let count = 0;
  for (let i = 1; i < stem.length; i++) if (isConsonant(stem, i) && !isConsonant(stem, i - 1)) count++;
  return count;
}

function hasVowel(stem: string): boolean {
  for (let i = 0; i < stem.length; i++) if (!isConsonant(stem, i)) return true;
  return false;
}

/** Consonant, vowel, consonant other than w, x and y; or a vowel and a consonant that are all. */
function endsShort(stem: string): boolean {
  const n = stem.length;
  if (n < 2 || !isConsonant(stem, n - 1) || isConsonant(stem, n - 2)) return false;
  return n === 2 || (isConsonant(stem, n - 3) && !/[wxy]$/.test(stem));
}
