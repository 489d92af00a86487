import { stemmer } from 'stemmer';
import type { Language } from '../text/language.js';

/**
 * What two spellings of a keyword have in common when they count as the same: Unicode NFKC, lower case, single spaces;
 * in Chinese no spaces at all, in English the words cut to their stems (Porter 1980) and hyphens as spaces.
 */
export function matchKey(keyword: string, lang: Language): string {
  const text = keyword.normalize('NFKC').toLowerCase().trim();
  if (lang === 'zh') return text.replaceAll(/\s+/g, '');
  return text
    .split(/[\s\-‐‑]+/)
    .filter((word) => word !== '')
    .map((word) => stemmer(word))
    .join(' ');
}

/** The match keys of a ranked list, the first of each kept. */
export function matchKeys(keywords: readonly string[], lang: Language): string[] {
  return [...new Set(keywords.map((keyword) => matchKey(keyword, lang)))].filter((key) => key !== '');
}
