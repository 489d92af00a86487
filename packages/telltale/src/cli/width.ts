import { createRequire } from 'node:module';

/** What takes a place for each code unit, or two: Latin, Greek and Cyrillic letters; Han, kana and Hangul. */
const KNOWN =
  /^(?:[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u037b-\u037d\u0386-\u0482\u048a-\u052f]|[\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3])*$/;
const WIDE = /[\u3041-\u9fff\uac00-\ud7a3]/g;

let stringWidth: ((text: string) => number) | undefined;

/** Places that a text takes in a terminal. The library for it takes 20 ms to load, and most texts do not need it. */
export function widthOf(text: string): number {
  if (KNOWN.test(text)) return text.length + (text.match(WIDE)?.length ?? 0);
  stringWidth ??= createRequire(import.meta.url)('string-width').default as (text: string) => number;
  return stringWidth(text);
}
