import { type Encoder, type ManyResult, tagNotice } from '@telltale/core';
import { warn } from './error-message.js';
import type { CommandIo } from './io.js';

/** What the library calls `lang` is a flag of the command, which may have been given many texts. */
export const told = (source: string | undefined, notice: string) =>
  `${source === undefined ? '' : `${source}: `}${notice.replace(/\bset lang\b/, 'set --lang')}`;

/** Prints what is to be known of keywords on standard error, of many texts once, with the first of them. */
export function noticesTo(io: CommandIo): (result: ManyResult, source?: string) => void {
  const printed = new Set<string>();
  return (result, source) => {
    if ('error' in result || result.notice === undefined || printed.has(result.notice)) return;
    printed.add(result.notice);
    warn(io, told(source, result.notice));
  };
}

/** Prints the {@link tagNotice} of texts, once for each language. */
export function languageNotices(
  io: CommandIo,
  model: string,
  encoder: Encoder | undefined,
  lang: string,
): (text: string, source?: string) => Promise<void> {
  const printed = new Set<string>();
  return async (text, source) => {
    const notice = await tagNotice(model, encoder, text, lang);
    if (notice === undefined || printed.has(notice)) return;
    printed.add(notice);
    warn(io, told(source, notice));
  };
}
