import { type Encoder, type ManyResult, tagNotice } from '@telltale/core';
import type { CommandIo } from './io.js';

/** Prints what is to be known of keywords on standard error, of many texts once. */
export function noticesTo({ stderr }: CommandIo): (result: ManyResult) => void {
  const printed = new Set<string>();
  return (result) => {
    if ('error' in result || result.notice === undefined || printed.has(result.notice)) return;
    printed.add(result.notice);
    stderr.write(`telltale: ${result.notice}\n`);
  };
}

/** Prints the {@link tagNotice} of texts, once for each language. */
export function languageNotices(
  { stderr }: CommandIo,
  model: string,
  encoder: Encoder | undefined,
): (text: string) => Promise<void> {
  const printed = new Set<string>();
  return async (text) => {
    const notice = await tagNotice(model, encoder, text);
    if (notice === undefined || printed.has(notice)) return;
    printed.add(notice);
    stderr.write(`telltale: ${notice}\n`);
  };
}
