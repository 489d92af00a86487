import type { KeywordAnalysis } from '@telltale/core';
import { heatMap } from '@telltale/core/internal/report/heat-map.js';
import { memo } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import type { Pointed } from '../view/pointed.js';
import type { Strings } from '../view/strings.js';

/** Rows shown: the words that matter most. */
const WORDS = 24;

interface HeatTableProperties {
  t: Strings;
  text: string;
  analysis: KeywordAnalysis;
  pointed: Pointed;
  onPoint: (pointed: Pointed) => void;
}

/** The heat map of words by keywords, as a table that can also be read. */
export const HeatTable = memo(function HeatTable({ t, text, analysis, pointed, onPoint }: HeatTableProperties) {
  const map = useMemo(() => analysis.explanation && heatMap(text, analysis, WORDS), [text, analysis]);
  // Of one word there is nothing to compare.
  if (!map || map.words.length < 2) return null;
  const largest = map.keywords.map((_, k) => map.values.reduce((most, row) => Math.max(most, row[k]), 0) || 1);
  return (
    <section class="heat" aria-labelledby="heat-title">
      <h2 id="heat-title">{t.heatMap}</h2>
      <p class="hint">{t.heatMapHint}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a table that scrolls must be reachable by keyboard */}
      <div
        class="scroll"
        role="group"
        aria-labelledby="heat-title"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
        tabIndex={0}
      >
        <table lang={analysis.language}>
          <thead>
            <tr>
              <td />
              {map.keywords.map((keyword, k) => (
                <th
                  key={keyword}
                  scope="col"
                  data-pointed={pointed?.kind === 'keyword' && pointed.index === k}
                  onMouseEnter={() => onPoint({ kind: 'keyword', index: k })}
                  onMouseLeave={() => onPoint(undefined)}
                >
                  <span data-stacked={/\p{Script=Han}/u.test(keyword)} title={keyword}>
                    {keyword}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.words.map((word, w) => (
              <tr key={word}>
                <th scope="row">{word}</th>
                {map.values[w].map((value, k) => (
                  <td
                    key={map.keywords[k]}
                    title={`${word} → ${map.keywords[k]}: ${value.toFixed(3)}`}
                    style={{ '--heat': Math.sqrt(Math.max(0, value) / largest[k]) }}
                  >
                    <span>{value.toFixed(2)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
});
