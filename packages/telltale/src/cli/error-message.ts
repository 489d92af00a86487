import type { KeywordError } from '@telltale/core';
import { libraryInChinese, messageInChinese } from '../messages/chinese.js';
import { inFlags } from './in-flags.js';
import type { CommandIo, UiLanguage } from './io.js';
import { say } from './language.js';

/**
 * The message of an error. In Chinese, where there is none for it, what its code means, with the English details.
 *
 * @param flagOf the flag of an option by its name, which comes after the name that a message begins with
 */
export function errorMessage(
  error: KeywordError,
  language: UiLanguage,
  flagOf: (option: string) => string | undefined,
): string {
  const { message, option } = error;
  const flag = option && flagOf(option);
  const isFlagged = (text: string) => option !== undefined && flag !== undefined && text.startsWith(option);
  const english = inFlags(isFlagged(message) ? `${option} (${flag})${message.slice(option!.length)}` : message);
  if (language === 'en') return english;
  const chinese = messageInChinese(error, english);
  return inFlags(isFlagged(chinese) ? `${option}（${flag}）${chinese.slice(option!.length).trimStart()}` : chinese);
}

/** Prints a message of the library on standard error. */
export function warn(io: CommandIo, message: string): void {
  say(io, inFlags(message), inFlags(libraryInChinese(message)));
}
