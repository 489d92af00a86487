import * as groups from '@telltale/core/internal/options.js';

/** The flag of every option by its name, without a short one. */
const flags: ReadonlyMap<string, string> = new Map(
  Object.values(groups).flatMap((group) =>
    Object.entries(group).map(([name, { flag }]) => [name, flag.replace(/^-\w, /, '')] as const),
  ),
);

/**
 * A message of the library with the flags of the options that it names, which it has between backticks. What it has in quotes is
 * somebody's own.
 */
export function inFlags(message: string): string {
  return message.replaceAll(/"(?:[^"\\]|\\.)*"|`(\w+)`/g, (whole, name?: string) => flags.get(name ?? '') ?? whole);
}

/** The error of a record, its message {@link inFlags}. */
export function errorInFlags<E extends { readonly message: string }>(error: E): E {
  return { ...error, message: inFlags(error.message) };
}
