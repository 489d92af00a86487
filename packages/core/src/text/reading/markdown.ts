import { matchesOf } from '../matches.js';
import type { Edit } from './view.js';

/** Signs of strong and of struck-out words, with the words between them. */
const STRONG =
  /(?<![\w*])(\*{2,3})(?=[^\s*])([^*\r\n]{1,300})(?<=\S)\1(?![\w*])|(?<![\w~])(~~)(?=[^\s~])([^~\r\n]{1,300})(?<=\S)~~(?![\w~])/g;
/** What a line begins with that is not part of its sentence: headings, quotes, bullets. */
const LEAD = /^[^\S\r\n]*(?:(?:#{1,6}|>{1,5}|[-*+–—])[^\S\r\n]+|[•‣◦⁃▪▫●○■□◆◇★☆✓✔→▶※·][^\S\r\n]*)+(?=\S)/gm;

/** The signs of Markdown that are shown as no characters: a sentence goes on over them. */
export function* markdownEdits(text: string): Generator<Edit> {
  for (const { index, 0: signs } of matchesOf(LEAD, text)) yield { start: index, end: index + signs.length, by: '' };
  if (!text.includes('**') && !text.includes('~~')) return;
  for (const { index, 0: whole, 1: stars } of matchesOf(STRONG, text)) {
    const { length } = stars ?? '~~';
    yield { start: index, end: index + length, by: '' };
    yield { start: index + whole.length - length, end: index + whole.length, by: '' };
  }
}

/** A keyword without the signs of strong words that it has inside. */
export const withoutSigns = (keyword: string) => keyword.replace(/\*{2,3}|~~/g, '');
