/** What is between --- (YAML) or +++ (TOML) at the start of a Markdown file. */
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

/**
 * A line that may be a property: whatever is before a colon, but for what begins an item, a quotation, a link or
 * a table in a text.
 */
const PROPERTY =
  /^[ \t]*(?:<<[ \t]*:|\?[ \t]|:[ \t]|(?!-[ \t]|[*>[|`<:])(?:[^\s:=][^\r\n:=]{0,100}[:=]|[^\s:=]{1,1024}:\s))|^[#{]/mu;

/**
 * The front matter that a file begins with; undefined where there is none, or no end of it.
 *
 * @param longest how many characters it may have
 */
export function frontMatterOf(source: string, longest = LONGEST_FRONT_MATTER): FrontMatter | undefined {
  const first = /^\ufeff?(?:(---)[ \t]*(?:[ \t]#[^\r\n]*)?|(\+\+\+)[ \t]*)\r?\n/.exec(source);
  if (!first) return undefined;
  const start = first[0].length;
  const form = first[1] ? 'yaml' : 'toml';
  const closing = new RegExp(`^${form === 'yaml' ? '(?:---|\\.\\.\\.)' : '\\+\\+\\+'}[ \\t]*(?:\\r?\\n|$)`, 'gm');
  closing.lastIndex = start;
  const last = closing.exec(source.slice(0, start + longest));
  if (!last) return undefined;
  const contents = source.slice(start, last.index);
  // A rule at the start of a text is the same line, but no names are below it.
  if (form === 'yaml' && contents.trim() !== '' && !PROPERTY.test(contents)) return undefined;
  return {
    form,
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
