/** What is done where a property has keywords already. */
export type WriteMode = 'keep' | 'add' | 'replace';

/** Front matter as its language reads it. */
export interface Properties {
  /** All of them, as plain data. */
  readonly data: unknown;
  /** The property that keywords go to: where its name is, from the outermost table. */
  readonly path: readonly string[];
  /** Its value as plain data; undefined where it is not there. */
  readonly value: unknown;
  /** The front matter with the property made of these words. */
  replaced(words: readonly string[]): string;
  /** The front matter with words after those of the property, as the list is written; undefined where it is not a list. */
  added(words: readonly string[]): string | undefined;
}

/** What is wrong with front matter, and in which line of the file. */
export class UnreadableError extends Error {
  /** @param line from 1, of the front matter, which a line of its own opens */
  constructor(problem: string, line?: number) {
    super(`${problem}${line === undefined ? '' : ` (line ${line + 1})`}`);
  }
}

/** What is said of front matter that would take the stack. */
export const TOO_DEEP = 'it has lists or tables that are nested too deep';

/** How many lists or tables may be in each other: the readers of front matter call themselves for each. */
const DEEPEST = 100;

/** @throws UnreadableError for front matter that would take the readers' stack */
export function checkDepth(contents: string): void {
  let depth = 0;
  for (const [sign] of contents.matchAll(/[[\]{}]/g)) {
    if (sign === '[' || sign === '{') depth++;
    else if (depth > 0) depth--;
    if (depth > DEEPEST) throw new UnreadableError(TOO_DEEP);
  }
}

/** Tables that hold the properties of a page by their names: Zola has its tags in one and takes them nowhere else. */
export const TABLE_OF_LISTS = 'taxonomies';

/** The one of some names that is a key: as it is written, else in other cases, which Obsidian and Hugo do not tell apart. */
export function nameLike(names: readonly string[], key: string): string | undefined {
  return names.find((name) => name === key) ?? names.find((name) => name.toLowerCase() === key.toLowerCase());
}

/** What a parser says, in words that are not ours. */
export const quoted = (message: string) => `the parser says "${message.replace(/[.:]$/, '')}"`;

/** The line of a place, from 1. */
export const lineOf = (contents: string, at: number) => contents.slice(0, at).split('\n').length;

/** Where the line ends that something ends on; a list or a text of several lines ends after its line. */
export function lineEnd(contents: string, end: number): number {
  if (end > 0 && contents[end - 1] === '\n') return end;
  const newline = contents.indexOf('\n', end);
  return newline < 0 ? contents.length : newline + 1;
}

/** A text with a part of it exchanged. */
export function spliced(contents: string, start: number, end: number, by: string): string {
  return contents.slice(0, start) + by + contents.slice(end);
}
