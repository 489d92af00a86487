import { type Encoder, isEmbedded, languageOfText, type ManyResult, nameOfLanguage } from '@telltale/core';
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

/**
 * Prints, once for each language, that texts are not in the one of the model of a list: of their words the model knows no
 * meaning. A model of your own says no language.
 *
 * @param model its name
 * @param encoder what says instead what is meant
 */
export function languageNotices(
  { stderr }: CommandIo,
  model: string,
  encoder: Encoder | undefined,
): (text: string) => Promise<void> {
  const printed = new Set<string>(isEmbedded(model) ? [model] : []);
  return async (text) => {
    if (printed.size === 0 || text.trim() === '') return;
    const language = await languageOfText(text);
    if (printed.has(language) || (encoder && (encoder.languages?.includes(language) ?? true))) return;
    printed.add(language);
    stderr.write(
      `telltale: a text is taken for ${nameOfLanguage(language)} (${language}), and the model of the list is ${model}: its tags are those that it says or that were learned, not those that it means.\n`,
    );
  };
}
