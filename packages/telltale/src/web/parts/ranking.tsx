import type { KeywordAnalysis } from '@telltale/core';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Pointed } from '../view/pointed.js';
import { strengths } from '../view/strength.js';
import type { Strings } from '../view/strings.js';
import { Marks } from './marks.js';

interface RankingProperties {
  t: Strings;
  analysis: KeywordAnalysis;
  heat: readonly (readonly number[])[];
  pointed: Pointed;
  chosen: number | undefined;
  onPoint: (pointed: Pointed) => void;
  onChoose: (keyword: number | undefined) => void;
  /** What was said of keywords. */
  labels: ReadonlyMap<string, boolean> | undefined;
  onLabel: (keyword: string, isGood: boolean) => void;
  children?: ComponentChildren;
}

/** Keywords as bars. Each is a button: it shows the words used like it; beside it a reader says what it is worth. */
export function Ranking({
  t,
  analysis,
  heat,
  pointed,
  chosen,
  onPoint,
  onChoose,
  labels,
  onLabel,
  children,
}: RankingProperties) {
  const [isDetailed, setDetailed] = useState(false);
  const scores = analysis.keywords.map(({ score }) => score);
  const lengths = strengths(scores);
  const litBy = (k: number) => (pointed?.kind === 'token' ? (heat[k]?.[pointed.index] ?? 0) : 0);
  return (
    <section class="ranking" aria-labelledby="keywords">
      <h2 id="keywords" tabIndex={-1}>
        {t.keywords}
      </h2>
      <ol lang={analysis.language}>
        {analysis.keywords.map(({ text, score, count, partOfSpeech }, k) => (
          <li key={text}>
            <button
              type="button"
              class="bar"
              aria-expanded={chosen === k}
              data-pointed={pointed?.kind === 'keyword' && pointed.index === k}
              style={{ '--length': lengths[k], '--lit': litBy(k) }}
              onMouseEnter={() => onPoint({ kind: 'keyword', index: k })}
              onMouseLeave={() => onPoint(undefined)}
              onFocus={() => onPoint({ kind: 'keyword', index: k })}
              onBlur={() => onPoint(undefined)}
              onClick={() => onChoose(chosen === k ? undefined : k)}
            >
              <span class="bar-text">
                <span class="bar-word">{text}</span>
                <span class="bar-note">
                  {isDetailed && partOfSpeech} ×{count}
                </span>
              </span>
              {isDetailed && <span class="bar-score">{score.toFixed(2)}</span>}
            </button>
            <Marks t={t} keyword={text} label={labels?.get(text)} onLabel={(isGood) => onLabel(text, isGood)} />
            {chosen === k && children}
          </li>
        ))}
      </ol>
      <button type="button" class="quiet" aria-expanded={isDetailed} onClick={() => setDetailed(!isDetailed)}>
        {isDetailed ? t.lessDetail : t.moreDetail}
      </button>
      {isDetailed && <p class="hint">{Math.min(...scores) < 0 ? t.barsFromLowest : t.barsFromZero}</p>}
    </section>
  );
}
