import type { ExtractOptions, KeywordAnalysis } from '@telltale/core';
import { takesEncoder } from '@telltale/core/internal/encoder/encoder.js';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Engine, EngineError } from '../engine/engine.js';
import { latestOnly } from '../engine/latest.js';

/** Methods that results are shown beside. */
export const comparedMethods = ['mixture', 'tf-idf', 'text-rank'] as const;

/** A method to compare with. */
export type ComparedMethod = (typeof comparedMethods)[number];

/** What is known of the text in the field. */
export interface Result {
  /** What the analysis is of. */
  readonly text: string;
  readonly options: ExtractOptions;
  readonly analysis: KeywordAnalysis;
  /** Words that it does not say, once they are known: they take far longer than what it does say. */
  readonly absent?: KeywordAnalysis['absent'];
  readonly compared: Partial<Record<ComparedMethod, KeywordAnalysis>>;
}

/** Long enough to type on, short enough to seem immediate. */
const DEBOUNCE = 150;

/** The analysis of a text, again whenever text or options change; the last result stays until then, but not under an error. */
export function useAnalysis(engine: Engine, text: string, options: ExtractOptions, encoder?: string) {
  const [result, setResult] = useState<Result>();
  const [error, setError] = useState<{ readonly code?: string; readonly message: string }>();
  const [busy, setBusy] = useState(false);
  const isFirst = useRef(true);

  const analyze = useMemo(
    () =>
      latestOnly<Wish>(async ({ text, options, encoder }, isLatest) => {
        try {
          const { absent, ...first } = options;
          const asked = takesEncoder(options.method) ? encoder : undefined;
          const analysis = await engine.analyze(text, explained(first, asked), asked);
          if (!isLatest()) return;
          setError(undefined);
          setResult({ text, options, analysis, compared: {} });
          setBusy(false);
          if (absent) {
            // Beside the analysis, which stays the same: what is pointed at in it stays so, too.
            const found = await engine.analyze(text, options, asked);
            if (!isLatest()) return;
            setResult((before) => before && { ...before, absent: found.absent });
          }
          for (const method of comparedMethods) {
            // The others as they are widely used: by single words.
            const phrases = method === 'mixture' ? {} : { maxPhraseLength: 1 };
            const found = await engine.analyze(text, { method, topN: options.topN, lang: options.lang, ...phrases });
            if (!isLatest()) return;
            setResult((before) => before && { ...before, compared: { ...before.compared, [method]: found } });
          }
        } catch (failure) {
          if (!isLatest()) return;
          setResult(undefined);
          setError(failure as EngineError);
          setBusy(false);
        }
      }),
    [engine],
  );

  useEffect(() => {
    if (text.trim() === '') {
      setResult(undefined);
      setError(undefined);
      setBusy(false);
      return;
    }
    setBusy(true);
    const timer = setTimeout(() => analyze({ text, options, encoder }), isFirst.current ? 0 : DEBOUNCE);
    isFirst.current = false;
    return () => clearTimeout(timer);
  }, [analyze, text, options, encoder]);

  return { result, error, busy };
}

/** What an analysis is wanted of. */
interface Wish {
  readonly text: string;
  readonly options: ExtractOptions;
  readonly encoder: string | undefined;
}

/** Some scores are no sums over words, so there is nothing to explain. */
function explained(options: ExtractOptions, encoder: string | undefined): ExtractOptions {
  const isNoSum = options.method === 'text-rank' || (options.method === 'likelihood' && encoder !== undefined);
  return isNoSum ? options : { ...options, explain: true };
}
