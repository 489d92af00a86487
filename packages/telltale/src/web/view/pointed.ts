import type { KeywordAnalysis } from '@telltale/core';
import { useCallback, useState } from 'preact/hooks';

/** What the reader points at: a keyword, or a token of the text. */
export type Pointed =
  | { readonly kind: 'keyword'; readonly index: number }
  | { readonly kind: 'token'; readonly index: number }
  | undefined;

/** State that means something in one analysis alone; it is gone as soon as another is drawn. */
export function useStateOf<T>(analysis: KeywordAnalysis | undefined) {
  const [kept, keep] = useState<{ readonly of: KeywordAnalysis | undefined; readonly value: T | undefined }>();
  const set = useCallback((value: T | undefined) => keep({ of: analysis, value }), [analysis]);
  return [kept?.of === analysis ? kept?.value : undefined, set] as const;
}
