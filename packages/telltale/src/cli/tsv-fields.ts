/*
 * Fields of tab-separated lines. `\t`, `\n`, `\r` and `\\` stand for tab, newline, return and backslash, a field that is
 * `\N` alone for NULL (as in Hive, Spark's TRANSFORM and PostgreSQL). Any other backslash stands for itself, since
 * Spark and Hive write text as it is.
 */

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const meanings: Record<string, string> = { '\\\\': '\\', '\\t': '\t', '\\n': '\n', '\\r': '\r' };

/** A value as a field, without tab, newline and return. */
export function escapeField(value: string | null): string {
  return value === null ? '\\N' : value.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character]);
}

/** The value of a field; null for `\N`. */
export function unescapeField(field: string): string | null {
  return field === '\\N' ? null : field.replaceAll(/\\[\\tnr]/g, (sequence) => meanings[sequence]);
}

/**
 * JSON as a field that reads the same with and without {@link unescapeField}: whoever undoes no escapes gets JSON, and
 * so does whoever does. Every escape of the JSON is written as `\uXXXX`, which neither touches.
 */
export function jsonField(value: unknown): string {
  return JSON.stringify(value).replaceAll(/\\(u[0-9a-f]{4}|.)/g, (sequence, kind: string) =>
    kind.length > 1 ? sequence : `\\u${JSON.parse(`"${sequence}"`).charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
