import type { KeywordAnalysis, RankedWord } from '@telltale/core';
import { nearnessNotice } from '@telltale/core/internal/text/language.js';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Engine } from '../engine/engine.js';
import { Said } from '../view/said.js';
import type { Strings } from '../view/strings.js';

interface SimilarProperties {
  t: Strings;
  engine: Engine;
  text: string;
  analysis: KeywordAnalysis;
  keyword: number;
  onClose: () => void;
}

interface SimilarWordsProperties {
  t: Strings;
  engine: Engine;
  word: string;
  language: string;
}

/** The words used most like a keyword; for a phrase, like each of its words. */
export function Similar({ t, engine, text, analysis, keyword, onClose }: SimilarProperties) {
  const words = useMemo(() => wordsOf(text, analysis, keyword), [text, analysis, keyword]);
  return (
    <div class="similar">
      {words.map((word) => (
        <SimilarWords key={word} t={t} engine={engine} word={word} language={analysis.language} />
      ))}
      <button type="button" class="quiet" onClick={onClose}>
        {t.close}
      </button>
    </div>
  );
}

function SimilarWords({ t, engine, word, language }: SimilarWordsProperties) {
  const [found, setFound] = useState<readonly RankedWord[]>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let gone = false;
    engine.similar(word, language).then(
      (words) => !gone && setFound(words),
      (error: Error) => !gone && setProblem(error.message),
    );
    return () => {
      gone = true;
    };
  }, [engine, word, language]);
  // Of none it says more itself: that there may be no vector.
  const notice = found?.length ? nearnessNotice(language, found.length) : undefined;
  return (
    <div role="status">
      <h3>
        {t.similarTo} <q>{word}</q>
      </h3>
      {problem ?? (found?.length === 0 && <p class="hint">{t.similarNone}</p>)}
      {notice !== undefined && (
        <p class="hint">
          <Said t={t} message={notice} />
        </p>
      )}
      <ul class="tags" lang={language}>
        {found?.map(({ word }) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </div>
  );
}

/** The tokens that a keyword is made of, where it first occurs; itself where it is in the title alone. */
function wordsOf(text: string, { keywords, explanation }: KeywordAnalysis, keyword: number): string[] {
  const { text: spelt, offsets } = keywords[keyword];
  if (offsets.length === 0) return [spelt];
  const [start, end] = offsets[0];
  const tokens = explanation?.tokens.filter(([from, to]) => from >= start && to <= end) ?? [];
  const words = tokens.length > 0 ? tokens.map(([from, to]) => text.slice(from, to)) : [text.slice(start, end)];
  return [...new Set(words)].filter((word) => /[\p{L}\p{N}]/u.test(word));
}
