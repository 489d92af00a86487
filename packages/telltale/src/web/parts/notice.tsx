import type { KeywordAnalysis } from '@telltale/core';
import { Said } from '../view/said.js';
import { type Strings, strings } from '../view/strings.js';

/** What to know of the keywords, and the languages that the text may be in where several are likely. */
export function Notice({ t, analysis }: { t: Strings; analysis: KeywordAnalysis | undefined }) {
  if (analysis?.notice === undefined) return null;
  const names = new Intl.DisplayNames(t === strings.zh ? 'zh' : 'en', { type: 'language' });
  const candidates = analysis.languageFound?.candidates ?? [];
  const likely = candidates.map(
    ({ language, probability }) => `${names.of(language)} ${Math.round(100 * probability)} %`,
  );
  return (
    <p class="hint notice">
      <Said t={t} message={analysis.notice} />
      {likely.length > 1 && ` ${t.likely(likely)}`}
    </p>
  );
}
