import type { TextSpan } from '../marks.js';
import { matchesOf } from '../matches.js';

/** Ends of letters, whole: of single words of them, such as Appetit, saludos, texts have much to say. */
const CLOSINGS = [
  '(?:mit )?(?:freundlichen|herzlichen|besten|lieben|schönen|vielen) grüßen',
  '(?:(?:viele|liebe|schöne|beste|herzliche|freundliche) )?grüße',
  'guten appetit',
  'hochachtungsvoll',
  '(?:un |muchos )?(?:cordial(?:es)? )?saludos?(?: cordial(?:es)?)?',
  '(?:i miei )?(?:(?:cordiali|distinti|cari) )?saluti',
  '(?:bien )?cordialement',
  '(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?',
  '(?:serdeczne )?pozdrowienia',
  'atenciosamente|atentamente|cordialmente|(?:melhores )?cumprimentos',
  '(?:(?:kind|best|warm)(?:est)? )?regards',
  '(?:with )?(?:best|kind|warm) wishes',
  'yours (?:sincerely|faithfully|truly)',
];
/** A line of its own, or what comes after the last sentence. */
const CLOSING = new RegExp(
  `(?<=^[ \\t]{0,4}|[.!?…][ \\t]{1,4})(?:${CLOSINGS.join('|')})(?=[,.!]?[ \\t]{0,4}(?:\\r?\\n|$(?![^]))|,[^.!?\\n]{1,40}[.!]?\\s{0,4}$(?![^]))`,
  'gimu',
);

/** What one of them has; to look for it takes a fifth of the time. */
const OF_CLOSINGS =
  /grüße|appetit|hochachtungsvoll|salud|salut|cordial|groet|pozdrowienia|atenciosamente|atentamente|cumprimentos|regards|wishes|yours/iu;

/** Who signs, at the end of the text. */
const SIGNATURE = /^[,.!]?\s{1,8}\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}(?=(?:[,\r\n][^.!?]{0,80})?[.!]?\s*$)/u;

/** Phrases that end a letter (Schöne Grüße, Cordiali saluti), unless the text has nothing else. */
export function* closingsIn(text: string): Generator<TextSpan> {
  if (!OF_CLOSINGS.test(text)) return;
  const closings = matchesOf(CLOSING, text).map(({ index: start, 0: closing }) => {
    const end = start + closing.length;
    const [signature = ''] = SIGNATURE.exec(text.slice(end)) ?? [];
    return { start, end: end + signature.length, kind: 'label' } as const;
  });
  let rest = 0;
  const isElsewhere = [...closings, { start: text.length, end: 0 }].some(({ start, end }) => {
    const between = text.slice(rest, start);
    rest = end;
    return /[\p{L}\p{N}]/u.test(between);
  });
  if (isElsewhere) yield* closings;
}
