import type { KeywordAnalysis } from '@telltale/core';
import type { Pointed } from '../view/pointed.js';
import type { Strings } from '../view/strings.js';

/** Words shown under a keyword. */
const SHOWN = 14;

interface TopicsProperties {
  t: Strings;
  analysis: KeywordAnalysis;
  pointed: Pointed;
  onPoint: (pointed: Pointed) => void;
}

/** The cover: each keyword with the words of the text that it explains. */
export function Topics({ t, analysis, pointed, onPoint }: TopicsProperties) {
  if (!analysis.keywords.some(({ explains }) => explains)) return null;
  return (
    <section class="topics" aria-labelledby="topics-title">
      <h2 id="topics-title">{t.topics}</h2>
      <p class="hint">{t.topicsHint}</p>
      <ul>
        {analysis.keywords.map(({ text, explains = [] }, k) => {
          const others = explains.filter((word) => word !== text.toLowerCase());
          return (
            <li
              key={text}
              data-pointed={pointed?.kind === 'keyword' && pointed.index === k}
              onMouseEnter={() => onPoint({ kind: 'keyword', index: k })}
              onMouseLeave={() => onPoint(undefined)}
            >
              <h3>{text}</h3>
              {others.length === 0 ? (
                <p class="hint">{t.nothingExplained}</p>
              ) : (
                <p>
                  {others.slice(0, SHOWN).join(' · ')}
                  {others.length > SHOWN && ` … +${others.length - SHOWN}`}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
