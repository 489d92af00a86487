import type { ExtractOptions } from '@telltale/core';
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/** What a link brings back. */
export interface ViewState {
  readonly text: string;
  readonly options: ExtractOptions;
}

/** Longer links are cut by some programs. */
export const longestLink = 32_000;

/** No link unpacks to more than this: a few bytes of deflate can stand for gigabytes. */
const LONGEST_STATE = 1_000_000;

/** A view as the fragment of a link; undefined when it would be too long for one. */
export function encodeView(view: ViewState): string | undefined {
  // Text becomes a third or a quarter of itself; what cannot fit is not worth the time.
  if (view.text.length > 8 * longestLink) return undefined;
  const packed = deflateSync(strToU8(JSON.stringify(view)), { level: 9 });
  let binary = '';
  for (const byte of packed) binary += String.fromCharCode(byte);
  const fragment = `#v1=${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
  return fragment.length > longestLink ? undefined : fragment;
}

/** The view of a link; undefined when the fragment is none. Options are checked where they are used. */
export function decodeView(fragment: string): ViewState | undefined {
  const packed = /^#v1=([\w-]+)$/.exec(fragment)?.[1];
  if (!packed || packed.length > longestLink) return undefined;
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    // Given a buffer, fflate stops at its end.
    const view = JSON.parse(
      strFromU8(inflateSync(bytes, { out: new Uint8Array(LONGEST_STATE) })),
    ) as Partial<ViewState>;
    if (typeof view.text !== 'string') return undefined;
    const { options } = view;
    return { text: view.text, options: options && typeof options === 'object' ? options : {} };
  } catch {
    return undefined;
  }
}
