import type { TextModel } from '@telltale/core';
import { KeywordError } from '@telltale/core/internal/errors.js';
import { neutralModel } from '@telltale/core/internal/extract/neutral-model.js';
import { gunzipSync } from 'fflate';

/**
 * What finds keywords in a language without a model, with the tables in `languages/` beside the page.
 *
 * @throws KeywordError FILE_NOT_FOUND
 */
export async function loadNeutralModel(language: string): Promise<TextModel> {
  const [frequencies, stopWords, wordClasses] = await Promise.all([
    fetchTable(`frequencies/${language}.txt.gz`),
    fetchTable(`stop-words/${language}.txt`),
    fetchTable(`word-classes/${language}.txt.gz`),
  ]);
  const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
  return neutralModel(language, text(frequencies), text(stopWords), text(wordClasses));
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
