import { sharesOf, type WordTable } from './common-words.js';

/** Characters of a text, at most, that is told by its words: a longer one has kana, or forms of one of the languages. */
const LONGEST = 8;
/** Letters of a word of the table, at most. */
const LONGEST_WORD = 4;
/** What a character counts that is in no word, in nats, and what Chinese is given: a Chinese text is hardly ever to be taken for Japanese. */
const ALONE = -9;
const CHINESE = 3;
const RUN = /\p{Script=Han}+/gu;
/** Other letters, and punctuation that short texts of Japanese hardly have. */
const OTHER = /[^\P{L}\p{Script=Han}]|[，：。！？]/u;

/** Whether a text in characters that both languages write is told by its words. */
export const isToldByWords = (text: string, han: number): boolean => han > 0 && han <= LONGEST && !OTHER.test(text);

/** How much likelier a text in Han characters is Japanese than Chinese, in nats, by a table of both. */
export function japaneseByWords(text: string, table: WordTable): number {
  const fit = (language: string) => {
    const place = table.languages.indexOf(language);
    return (text.match(RUN) ?? []).reduce((sum, run) => sum + fitOf(run, table, place), 0);
  };
  return fit('ja') - fit('zh') - CHINESE;
}

/** The language that a text in Han characters may be in as well, by how much likelier Japanese is; undefined where it is plain. */
export function rivalInHan(japanese: number): string | undefined {
  if (japanese > 0) return japanese < CHINESE ? 'zh' : undefined;
  // What is given to Chinese alone makes it so.
  return japanese > -CHINESE ? 'ja' : undefined;
}

/** The best cut of a run of characters into words, in nats. */
function fitOf(run: string, table: WordTable, place: number): number {
  const best = [0];
  for (let end = 1; end <= run.length; end++) {
    best[end] = best[end - 1] + ALONE;
    for (let length = 2; length <= Math.min(end, LONGEST_WORD); length++) {
      const share = sharesOf(run.slice(end - length, end), table)[place];
      if (share !== 0) best[end] = Math.max(best[end], best[end - length] + share);
    }
  }
  return best[run.length];
}
