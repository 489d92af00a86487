import type { SuggestedTag } from '@telltale/core';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Engine, ReadyList } from '../engine/engine.js';
import { latestOnly } from '../engine/latest.js';

/** A list of the reader. */
export interface GivenList {
  readonly contents: string;
  /** Its ending says what kind of list it is. */
  readonly name: string;
}

/** What is known of the tags of the text. */
export interface FoundTags {
  readonly tags?: readonly SuggestedTag[];
  /** Of a list of the reader. */
  readonly ready?: ReadyList;
  readonly problem?: { readonly code?: string; readonly message: string };
}

interface Wish {
  readonly text: string;
  readonly list: GivenList | string;
}

/** Long enough to type on, short enough to seem immediate. */
const DEBOUNCE = 200;
/** Tags shown at most. */
const SHOWN = 10;

/**
 * The tags of a text, again whenever text or list change; what was found last stays until then.
 *
 * @param list a list of the reader, the name of one that the service has, or undefined for none
 */
export function useTags(engine: Engine, text: string, list: GivenList | string | undefined): FoundTags {
  const [found, setFound] = useState<FoundTags>({});
  const wanted = useRef(list);
  wanted.current = list;
  const suggest = useMemo(() => {
    let made: { readonly list: GivenList; readonly ready: ReadyList } | undefined;
    return latestOnly<Wish>(async ({ text, list }, isLast) => {
      const isLatest = () => isLast() && wanted.current === list;
      try {
        if (typeof list !== 'string' && made?.list !== list) {
          made = undefined;
          made = { list, ready: await engine.readyTags!(list.contents, list.name) };
        }
        const name = typeof list === 'string' ? list : undefined;
        const tags = await engine.suggestTags(text, { topN: SHOWN }, name);
        if (isLatest()) setFound({ tags, ...(made && { ready: made.ready }) });
      } catch (problem) {
        if (isLatest()) setFound({ problem: problem as Error & { code?: string } });
      }
    });
  }, [engine]);

  useEffect(() => {
    if (list === undefined) return setFound({});
    const timer = setTimeout(() => suggest({ text, list }), DEBOUNCE);
    return () => clearTimeout(timer);
  }, [suggest, text, list]);

  return found;
}
