import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TextModel } from '../extract/extract-keywords.js';
import { neutralModel } from '../extract/neutral-model.js';
import { detectLanguage, type LetterDetector, languageByScript, primaryLanguage } from '../text/language.js';
import { likeliestLanguage } from '../text/likely-language.js';
import { packageRoot } from './package-files.js';

let detector: Promise<LetterDetector> | undefined;

/**
 * The language of a text: the one that is named, or the one detected. The detector is loaded when the first text needs it,
 * which one in Chinese or plain English does not.
 *
 * @param lang a BCP 47 tag, or `auto`
 * @returns by ISO 639
 * @throws KeywordError INVALID_OPTION
 */
export async function languageOfText(text: string, lang = 'auto'): Promise<string> {
  if (lang !== 'auto') return primaryLanguage(lang);
  const guess = languageByScript(text);
  if (!guess.isOpen) return guess.language;
  detector ??= loadDetector();
  return detectLanguage(text, await detector);
}

async function loadDetector(): Promise<LetterDetector> {
  const { eld } = await import('eld/extrasmall');
  return (text) => likeliestLanguage(text, eld.detect(text).getScores());
}

/** What finds keywords in a language without an embedded model, with the tables there are. */
export function loadNeutralModel(language: string): TextModel {
  const frequencies = readTable(join('frequencies', `${language}.txt.gz`));
  return neutralModel(
    language,
    frequencies && gunzipSync(frequencies).toString(),
    readTable(join('stop-words', `${language}.txt`))?.toString(),
  );
}

function readTable(name: string): Buffer | undefined {
  try {
    return readFileSync(join(packageRoot(), 'languages', name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
