import type { KeywordAnalysis } from '@telltale/core';
import { strengths } from '../view/strength.js';
import type { Strings } from '../view/strings.js';
import { type ComparedMethod, comparedMethods } from '../view/use-analysis.js';

/** The same text by this method and by two that are widely used. */
export function Comparison({
  t,
  compared,
}: {
  t: Strings;
  compared: Partial<Record<ComparedMethod, KeywordAnalysis>>;
}) {
  const names: Record<ComparedMethod, string> = { mixture: t.ownMethod, 'tf-idf': 'TF-IDF', 'text-rank': 'TextRank' };
  const own = new Set(compared.mixture?.keywords.map(({ text }) => text.toLowerCase()));
  return (
    <section class="comparison" aria-labelledby="compare-title">
      <h2 id="compare-title">{t.compare}</h2>
      <p class="hint">{t.compareHint}</p>
      <div class="columns">
        {comparedMethods.map((method) => {
          const keywords = compared[method]?.keywords ?? [];
          const lengths = strengths(keywords.map(({ score }) => score));
          return (
            <div key={method} data-method={method}>
              <h3>{names[method]}</h3>
              <ol lang={compared[method]?.language}>
                {keywords.map(({ text }, k) => (
                  <li
                    key={text}
                    data-shared={method !== 'mixture' && own.has(text.toLowerCase())}
                    style={{ '--length': lengths[k] }}
                  >
                    {text}
                  </li>
                ))}
              </ol>
            </div>
          );
        })}
      </div>
    </section>
  );
}
