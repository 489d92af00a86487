import type { interfaceOptions } from '@telltale/core/internal/options.js';

/** A language of help and messages. */
export type UiLanguage = (typeof interfaceOptions.uiLang.choices)[number];

/** The streams of a command, so that commands can be run without a process. */
export interface CommandIo {
  /** Of help and messages. */
  readonly language: UiLanguage;
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  /** Whether the error that a command ends with is printed with its code, for programs that start it. */
  readonly saysCodes?: boolean;
  /** A signal that is aborted when the process is told to end; without asking for it the process simply ends. */
  interruptSignal(): AbortSignal;
  /** Has a signal heard instead of ending the process. */
  onSignal(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP', listener: () => void): void;
}

/** Exit code of a command that ran but found nothing. */
export const FOUND_NOTHING = 1;

/** Exit code of a command that could not do what it was asked. */
export const FAILED = 2;
