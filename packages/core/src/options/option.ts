/** Weights of what makes a candidate likely to be a keyword, fitted to texts in a language. */
export interface PriorWeights {
  readonly version: number;
  /** By ISO 639. */
  readonly language: string;
  /** By the names of the terms, in nats; a term that is not named has none. */
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * Every option of the package, declared once. Types, defaults, range checks, command-line flags and help are derived
 * from these rows; nothing else may repeat them.
 */
export interface OptionRow {
  /**
   * On the command line a list is one value separated by commas, or @file with an item a line; paths are several values;
   * weights are a file or one of the choices; a language is any BCP 47 tag, of which the choices are some; languages are such a tag,
   * or several as a list.
   */
  readonly type:
    | 'integer'
    | 'number'
    | 'boolean'
    | 'string'
    | 'choice'
    | 'list'
    | 'paths'
    | 'weights'
    | 'language'
    | 'languages';
  /** Undefined where there is no value unless one is given. */
  readonly default?: unknown;
  readonly min?: number;
  /** Of a list the most items it may have. */
  readonly max?: number;
  /** What a choice, or each of a list, is one of. */
  readonly choices?: readonly string[];
  /** Long flag of the command, with a short one before it where there is one. */
  readonly flag: string;
  readonly unit?: string;
  readonly description: string;
  /** The same in Chinese. */
  readonly zh: string;
}

/** Rows with their exact types. */
export const define = <const T extends Record<string, OptionRow>>(rows: T): T => rows;

type Value<R extends OptionRow> = R extends { type: 'weights' }
  ? string | PriorWeights
  : R extends { type: 'language' | 'languages' }
    ? string
    : R extends { choices: readonly (infer C)[] }
      ? R['type'] extends 'list'
        ? readonly C[]
        : C
      : R['type'] extends 'integer' | 'number'
        ? number
        : R['type'] extends 'boolean'
          ? boolean
          : R['type'] extends 'list' | 'paths'
            ? readonly string[]
            : string;

/** What a caller may pass for a group of rows: everything optional. */
export type OptionsOf<G extends Record<string, OptionRow>> = {
  [K in keyof G]?: (G[K] extends { type: 'languages' } ? string | readonly string[] : Value<G[K]>) | undefined;
};

/**
 * A group with defaults filled in: only rows without a default may still be undefined. A list of languages is one string, separated
 * by commas.
 */
export type ResolvedOf<G extends Record<string, OptionRow>> = {
  [K in keyof G]: G[K] extends { default: unknown } ? Value<G[K]> : Value<G[K]> | undefined;
};
