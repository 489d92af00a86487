import type { KeywordAnalysis } from '@telltale/core';
import { TIMES_LIKELIER } from '@telltale/core/internal/extract/explained-words.js';
import { isEmbedded } from '@telltale/core/internal/text/language.js';
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

/** Each keyword with the words of the text that it clearly explains; nothing where no model can say. */
export function Topics({ t, analysis, pointed, onPoint }: TopicsProperties) {
  const all = analysis.keywords.map(({ text, explains = [] }, k) => ({ k, text, explains }));
  const explaining = all.filter(({ explains }) => explains.length > 0);
  const rest = all.filter(({ explains }) => explains.length === 0).map(({ text }) => text);
  if (explaining.length === 0 && !isEmbedded(analysis.language)) return null;
  return (
    <section class="topics" aria-labelledby="topics-title">
      <h2 id="topics-title">{t.topics}</h2>
      <p class="hint">{explaining.length > 0 ? t.topicsHint(TIMES_LIKELIER) : t.nothingExplained}</p>
      <ul lang={analysis.language}>
        {explaining.map(({ k, text, explains }) => (
          <li
            key={text}
            data-pointed={pointed?.kind === 'keyword' && pointed.index === k}
            onMouseEnter={() => onPoint({ kind: 'keyword', index: k })}
            onMouseLeave={() => onPoint(undefined)}
          >
            <h3>{text}</h3>
            <p>
              {explains.slice(0, SHOWN).join(' · ')}
              {explains.length > SHOWN && ` … +${explains.length - SHOWN}`}
            </p>
          </li>
        ))}
      </ul>
      {explaining.length > 0 && rest.length > 0 && (
        <p class="hint">{t.othersExplainNothing(rest.join(t.listSeparator))}</p>
      )}
    </section>
  );
}
