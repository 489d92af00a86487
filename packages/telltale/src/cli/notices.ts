import { type Encoder, type ManyResult, tagNotice } from '@telltale/core';
import { warn } from './error-message.js';
import type { CommandIo } from './io.js';

/** Prints what is to be known of keywords on standard error, of many texts once. */
export function noticesTo(io: CommandIo): (result: ManyResult) => void {
  const printed = new Set<string>();
  return (result) => {
    if ('error' in result || result.notice === undefined || printed.has(result.notice)) return;
    printed.add(result.notice);
    warn(io, result.notice);
  };
}

/** Prints the {@link tagNotice} of texts, once for each language. */
export function languageNotices(
  io: CommandIo,
  model: string,
  encoder: Encoder | undefined,
  lang: string,
): (text: string) => Promise<void> {
  const printed = new Set<string>();
  return async (text) => {
    const notice = await tagNotice(model, encoder, text, lang);
    if (notice === undefined || printed.has(notice)) return;
    printed.add(notice);
    warn(io, notice);
  };
}
