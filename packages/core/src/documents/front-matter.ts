/** What stands between --- (YAML) or +++ (TOML) at the start of a Markdown file. */
export interface FrontMatter {
  readonly form: 'yaml' | 'toml';
  /** What is between its first and its last line. */
  readonly contents: string;
  /** Where its contents begin and end. */
  readonly start: number;
  readonly end: number;
  /** Where the text begins after it. */
  readonly after: number;
}

/** Longest front matter, in characters. */
export const LONGEST_FRONT_MATTER = 100_000;

/** The front matter that a file begins with; undefined where there is none, or no end of it. */
export function frontMatterOf(source: string): FrontMatter | undefined {
  const first = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n/.exec(source);
  if (!first) return undefined;
  const start = first[0].length;
  const closing = new RegExp(`^${first[1] === '---' ? '(?:---|\\.\\.\\.)' : '\\+\\+\\+'}[ \\t]*(?:\\r?\\n|$)`, 'gm');
  closing.lastIndex = start;
  const last = closing.exec(source.slice(0, start + LONGEST_FRONT_MATTER));
  if (!last) return undefined;
  const contents = source.slice(start, last.index);
  // A rule at the start of a text is the same line, but no names stand below it.
  const isRule = contents.trim() !== '' && !/^["'\p{L}_#][^\r\n:=]{0,100}[:=]|^[#{]/mu.test(contents);
  if (first[1] === '---' && isRule) return undefined;
  return {
    form: first[1] === '---' ? 'yaml' : 'toml',
    contents,
    start,
    end: last.index,
    after: last.index + last[0].length,
  };
}

/** The title that front matter names. */
export function titleOf({ form, contents }: FrontMatter): string | undefined {
  const found = (form === 'yaml' ? /^title[ \t]*:[ \t]*(.*)$/m : /^title[ \t]*=[ \t]*(.*)$/m).exec(contents);
  if (!found) return undefined;
  const value = found[1].trim();
  if (/^[>|][+-]?\d?$/.test(value)) {
    const below = contents.slice(found.index + found[0].length);
    return /^(?:\r?\n[ \t]+[^\r\n]*)+/.exec(below)?.[0].trim().replace(/\s+/g, ' ') || undefined;
  }
  return scalar(value)?.trim() || undefined;
}

function scalar(value: string): string | undefined {
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(value);
  if (double) {
    try {
      return JSON.parse(`"${double[1]}"`);
    } catch {
      return double[1];
    }
  }
  const single = /^'((?:[^']|'')*)'/.exec(value);
  if (single) return single[1].replaceAll("''", "'");
  return value.replace(/(?:^|\s)#.*$/, '');
}
