import { gunzipSync } from 'fflate';
import { KeywordError } from '../../errors.js';
import { neutralModel } from '../../extract/neutral-model.js';
import type { TextModel } from '../../index.js';
import { detectLanguage, type LetterDetector, languageByScript, primaryLanguage } from '../../text/language.js';
import { likeliestLanguage } from '../../text/likely-language.js';

let detector: Promise<LetterDetector> | undefined;

/**
 * The language of a text, as `languageOfText` of Node finds it. The detector is loaded when the first text needs it.
 *
 * @throws KeywordError INVALID_OPTION
 */
export async function languageFor(text: string, lang = 'auto'): Promise<string> {
  if (lang !== 'auto') return primaryLanguage(lang);
  const guess = languageByScript(text);
  if (!guess.isOpen) return guess.language;
  detector ??= import('eld/extrasmall').then(
    ({ eld }) =>
      (sample) =>
        likeliestLanguage(sample, eld.detect(sample).getScores()),
  );
  // What failed may be tried again: the network may be back.
  detector.catch(() => {
    detector = undefined;
  });
  return detectLanguage(text, await detector);
}

/**
 * What finds keywords in a language without a model, with the tables in `languages/` beside the page.
 *
 * @throws KeywordError FILE_NOT_FOUND
 */
export async function loadNeutralModel(language: string): Promise<TextModel> {
  const [frequencies, stopWords] = await Promise.all([
    fetchTable(`frequencies/${language}.txt.gz`),
    fetchTable(`stop-words/${language}.txt`),
  ]);
  const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
  return neutralModel(language, text(frequencies), text(stopWords));
}

/** @returns undefined where there is no such table */
async function fetchTable(name: string): Promise<Uint8Array | undefined> {
  const url = new URL(`../languages/${name}`, location.href);
  const response = await fetch(url);
  if (response.status === 404) return undefined;
  if (!response.ok) {
    throw new KeywordError('FILE_NOT_FOUND', `Cannot load ${url.pathname}: the server answers ${response.status}.`);
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  // A server may have unpacked it on the way.
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
