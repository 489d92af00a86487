import { codesInChinese, type KeywordError } from '@telltale/core';
import { libraryInChinese } from '../messages/chinese.js';
import type { CommandIo } from './io.js';
import { say, type UiLanguage } from './language.js';

/**
 * The message of an error. In Chinese, where there is none for it, what its code means, with the English details.
 *
 * @param flagOf the flag of an option by its name, which stands after the name that a message begins with, and instead of those it names later
 */
export function errorMessage(
  { code, message, zh, option, named }: KeywordError,
  language: UiLanguage,
  flagOf: (option: string) => string | undefined,
): string {
  const flag = option && flagOf(option);
  const isFlagged = (text: string) => option !== undefined && flag !== undefined && text.startsWith(option);
  const withFlags = (text: string) =>
    named.reduce((all, name) => all.replace(new RegExp(`(?<![\\w-])${name}(?!\\w)`, 'g'), flagOf(name) ?? name), text);
  const english = isFlagged(message) ? `${option} (${flag})${message.slice(option!.length)}` : withFlags(message);
  if (language === 'en') return english;
  const chinese = zh ?? libraryInChinese(message);
  if (chinese === message) return `${codesInChinese[code]}（${english}）`;
  return isFlagged(chinese) ? `${option}（${flag}）${chinese.slice(option!.length).trimStart()}` : withFlags(chinese);
}

/** Prints a message of the library on standard error. */
export function warn(io: CommandIo, message: string): void {
  say(io, message, libraryInChinese(message));
}
