import type { KeywordAnalysis } from '@telltale/core';
import { memo } from 'preact/compat';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Pointed } from '../view/pointed.js';
import { type Segment, segmentText } from '../view/segments.js';
import { strengths } from '../view/strength.js';
import type { Strings } from '../view/strings.js';

/** Characters shown with words to point at: more elements make the page slow. */
const SHOWN = 12_000;

/** Segments drawn at once. */
const SLICE = 400;

/** Share of the most that a word must add to be lit: what is fainter cannot be seen. */
const FAINTEST = 0.1;

/** How many of the keywords that a word supports are named. */
const NAMED = 4;

interface ReadingProperties {
  t: Strings;
  text: string;
  analysis: KeywordAnalysis;
  heat: readonly (readonly number[])[];
  pointed: Pointed;
  onPoint: (pointed: Pointed) => void;
}

/** The text with its keywords, the stronger the darker; what is pointed at lights up what belongs to it. */
export function Reading({ t, text, analysis, heat, pointed, onPoint }: ReadingProperties) {
  const body = useRef<HTMLDivElement>(null);
  const [announced, setAnnounced] = useState('');
  const keyword = pointed?.kind === 'keyword' ? pointed.index : undefined;
  const token = pointed?.kind === 'token' ? pointed.index : undefined;

  // In a long text there are thousands of words: only those that change are touched.
  useEffect(() => {
    if (keyword === undefined) return;
    const lit: HTMLElement[] = [];
    for (const element of body.current!.querySelectorAll<HTMLElement>('[data-token], mark')) {
      const value = heat[keyword]?.[Number(element.dataset.token)] ?? 0;
      const isOwn = element.dataset.keyword === String(keyword);
      if (value < FAINTEST && !isOwn) continue;
      element.style.setProperty('--heat', value.toFixed(3));
      element.toggleAttribute('data-heat', value >= FAINTEST);
      element.toggleAttribute('data-own', isOwn);
      lit.push(element);
    }
    return () => {
      for (const element of lit) {
        element.style.removeProperty('--heat');
        element.removeAttribute('data-heat');
        element.removeAttribute('data-own');
      }
    };
  }, [heat, keyword]);
  useEffect(() => {
    const elements = token === undefined ? [] : [...body.current!.querySelectorAll(`[data-token="${token}"]`)];
    for (const element of elements) element.setAttribute('data-pointed', '');
    return () => {
      for (const element of elements) element.removeAttribute('data-pointed');
    };
  }, [token]);

  const said = token === undefined ? '' : describe(t, text, analysis, heat, token);

  function walk(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const step = steps[event.key];
    if (event.key === 'Escape') onPoint(undefined);
    const words = body.current?.querySelectorAll<HTMLElement>('[data-token]');
    if (!step || !words?.length) return;
    event.preventDefault();
    const tokens = [...new Set(Array.from(words, (word) => Number(word.dataset.token)))];
    const at = token === undefined ? (step > 0 ? 0 : tokens.length - 1) : tokens.indexOf(token) + step;
    const next = tokens[Math.max(0, Math.min(tokens.length - 1, at))];
    onPoint({ kind: 'token', index: next });
    setAnnounced(describe(t, text, analysis, heat, next));
  }

  const point = ({ target }: Event) => {
    const { token } = (target as HTMLElement).dataset;
    if (token !== undefined) onPoint({ kind: 'token', index: Number(token) });
  };

  return (
    <section class="reading" aria-labelledby="reading-title">
      <h2 id="reading-title">{t.reading}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of words, not of form fields */}
      <div
        ref={body}
        class="read-text"
        lang={analysis.language}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk from word to word
        tabIndex={0}
        aria-labelledby="reading-title"
        aria-describedby="reading-hint"
        data-lit={keyword !== undefined}
        onMouseOver={point}
        onMouseLeave={() => onPoint(undefined)}
        onFocus={() => {}}
        onBlur={() => onPoint(undefined)}
        onClick={point}
        onKeyDown={walk}
      >
        <Words text={text} analysis={analysis} />
      </div>
      {text.length > SHOWN && <p class="hint">{t.restNotShown}</p>}
      <p class="said">{said || <span class="hint">{analysis.explanation && t.readingHint}</span>}</p>
      <p id="reading-hint" class="unseen">
        {t.readingHint}
      </p>
      <p class="unseen" aria-live="polite">
        {announced}
      </p>
    </section>
  );
}

/**
 * Drawn again only for another analysis: pointing about changes attributes, not elements. A long text grows by slices, so
 * that the page answers in between.
 */
const Words = memo(function Words({ text, analysis }: { text: string; analysis: KeywordAnalysis }) {
  const segments = useMemo(() => segmentText(text, analysis, Math.min(text.length, SHOWN)), [text, analysis]);
  const strong = useMemo(() => strengths(analysis.keywords.map(({ score }) => score)), [analysis]);
  const [grown, setGrown] = useState({ segments, shown: SLICE });
  const shown = grown.segments === segments ? grown.shown : SLICE;
  const isWhole = shown >= segments.length;
  useEffect(() => {
    if (isWhole) return;
    const timer = setTimeout(() => setGrown({ segments, shown: shown + SLICE }));
    return () => clearTimeout(timer);
  }, [segments, shown, isWhole]);
  const slices = Array.from({ length: Math.ceil(Math.min(shown, segments.length) / SLICE) }, (_, i) => i * SLICE);
  return (
    <>
      {slices.map((from) => (
        <Slice key={from} {...{ text, segments, strong, from }} />
      ))}
      {isWhole && text.slice(SHOWN)}
    </>
  );
});

interface SliceProperties {
  text: string;
  segments: readonly Segment[];
  strong: readonly number[];
  from: number;
}

const Slice = memo(function Slice({ text, segments, strong, from }: SliceProperties) {
  return (
    <>
      {segments.slice(from, from + SLICE).map(({ start, end, token, keyword }) => {
        const word = text.slice(start, end);
        const data = token < 0 ? {} : { 'data-token': token };
        if (keyword >= 0) {
          return (
            <mark
              key={start}
              {...data}
              data-keyword={keyword}
              style={{ '--strength': 0.3 + 0.7 * Math.sqrt(strong[keyword]) }}
            >
              {word}
            </mark>
          );
        }
        return token < 0 ? (
          word
        ) : (
          <span key={start} {...data}>
            {word}
          </span>
        );
      })}
    </>
  );
});

/** A word, and the keywords that it supports, most first. */
function describe(
  t: Strings,
  text: string,
  { keywords, explanation }: KeywordAnalysis,
  heat: readonly (readonly number[])[],
  token: number,
): string {
  const word = text.slice(...explanation!.tokens[token]);
  const supported = explanation!.contributions
    .map((row, keyword) => ({ keyword, value: row[token] }))
    .filter(({ keyword }) => heat[keyword][token] > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, NAMED);
  if (supported.length === 0) return `“${word}” ${t.supportsNone}`;
  const names = supported.map(({ keyword, value }) => `${keywords[keyword].text} (+${value.toFixed(2)})`);
  return `“${word}” ${t.supports} ${names.join(t.listSeparator)}`;
}
