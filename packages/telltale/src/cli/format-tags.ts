import type { SuggestedTag } from '@telltale/core';
import { errorLine, type NamedError, type Result } from './format-keywords.js';
import { errorInFlags } from './in-flags.js';
import type { UiLanguage } from './io.js';
import { type Column, formatTable } from './table.js';

/** The tags of a text. */
export function tagResult(source: string, id: string | number | undefined, tags: readonly SuggestedTag[]): Result {
  return {
    source,
    object: { source, ...(id === undefined ? {} : { id }), tags },
    table: tagTable(tags) + explanationTable(tags),
    rows: tags.map((tag, i) => ({
      source,
      rank: i + 1,
      id: tag.id,
      label: tag.label,
      score: tag.score,
      probability: tag.probability ?? null,
      ...tag.evidence,
      forms: tag.forms.map(({ form }) => form).join(' | '),
      error: '',
    })),
  };
}

/** A row without a tag. */
export const emptyTagRow = {
  source: '',
  rank: null,
  id: '',
  label: '',
  score: null,
  probability: null,
  mention: null,
  meaning: null,
  learned: null,
  forms: '',
  error: '',
};

/** What is printed of a text that has no tags because something is wrong with it. */
export function tagErrorResult(failed: NamedError, language: UiLanguage): Result {
  const { source, id } = failed;
  const error = errorInFlags(failed.error);
  return {
    source,
    object: { source, ...(id === undefined ? {} : { id }), error },
    table: errorLine(failed, language),
    rows: [{ ...emptyTagRow, source, error: `${error.code}: ${error.message}` }],
  };
}

function tagTable(tags: readonly SuggestedTag[]): string {
  const isCalibrated = tags.some(({ probability }) => probability !== undefined);
  const right = (title: string): Column => ({ title, align: 'right' });
  return formatTable(
    [
      { title: 'tag' },
      right('score'),
      ...(isCalibrated ? [right('probability')] : []),
      ...['mention', 'meaning', 'learned'].map(right),
      { title: 'found as' },
    ],
    tags.map(({ label, score, probability, evidence, forms }) => [
      label,
      score.toFixed(2),
      ...(isCalibrated ? [(probability ?? 0).toFixed(2)] : []),
      ...[evidence.mention, evidence.meaning, evidence.learned].map((part) => part.toFixed(2)),
      forms.map(({ form, offsets }) => (offsets.length > 1 ? `${form} × ${offsets.length}` : form)).join(', '),
    ]),
  );
}

function explanationTable(tags: readonly SuggestedTag[]): string {
  if (!tags.some(({ words }) => words)) return '';
  return `\n${formatTable(
    [{ title: 'tag' }, { title: 'words of the text that speak for it' }],
    tags.map(({ label, words = [] }) => [
      label,
      words.map(({ word, evidence, value }) => `${word} ${value.toFixed(2)} (${evidence})`).join('  '),
    ]),
  )}`;
}
