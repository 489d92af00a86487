import { interfaceOptions } from '@telltale/core/internal/options.js';
import type { CommandIo, UiLanguage } from './io.js';

/** Variables of POSIX that name the language of messages; the first that is set decides. */
const variables = ['LC_ALL', 'LC_MESSAGES', 'LANG'];

/**
 * The language of help and messages: that of --ui-lang, else that of the environment, else English. It is needed before
 * the words of the command line are parsed, so it is looked for in them.
 *
 * @param args the words after the program's name
 */
export function uiLanguage(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): UiLanguage {
  const end = args.indexOf('--');
  const words = end < 0 ? args : args.slice(0, end);
  const { flag, choices } = interfaceOptions.uiLang;
  const at = words.indexOf(flag);
  const given = at < 0 ? words.find((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1) : words[at + 1];
  const chosen = choices.find((choice) => choice === given);
  if (chosen) return chosen;
  const locale = variables.map((name) => environment[name]).find(Boolean) ?? '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

/** A message in the language of the command. */
export function inLanguage({ language }: Pick<CommandIo, 'language'>, en: string, zh: string): string {
  return language === 'zh' ? zh : en;
}

/** Prints a message on standard error, in the language of the command. */
export function say(io: Pick<CommandIo, 'language' | 'stderr'>, en: string, zh: string): void {
  io.stderr.write(`telltale: ${inLanguage(io, en, zh)}\n`);
}
