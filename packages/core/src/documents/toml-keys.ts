/** A key at the top of a TOML document, before its first table. */
export interface TomlKey {
  readonly name: string;
  /** Where its line begins, and where the line that ends its value ends. */
  readonly start: number;
  readonly end: number;
}

/** Strings by what they begin with: they may hold brackets and ends of lines. */
const strings: Readonly<Record<string, RegExp>> = {
  '"""': /"""(?:[^\\]|\\[\s\S])*?"{3,5}/y,
  "'''": /'''[\s\S]*?'{3,5}/y,
  '"': /"(?:[^"\\\r\n]|\\.)*"/y,
  "'": /'[^'\r\n]*'/y,
};
const key = /[ \t]*(?:([\w-]+)|"((?:[^"\\\r\n]|\\.)*)"|'([^'\r\n]*)')[^=\r\n]*=/y;
const blankOrComment = /[ \t]*(?:#[^\r\n]*)?(?:\r?\n|$)/y;

/**
 * The keys before the first table, with their places.
 *
 * @returns undefined where a line is no TOML
 */
export function topKeys(source: string): TomlKey[] | undefined {
  const keys: TomlKey[] = [];
  for (let at = 0; at < source.length; ) {
    const blank = matchAt(blankOrComment, source, at);
    if (blank !== undefined) {
      at = blank;
      continue;
    }
    if (/^[ \t]*\[/.test(source.slice(at, at + 100))) break;
    key.lastIndex = at;
    const named = key.exec(source);
    if (!named) return undefined;
    const end = endOfValue(source, key.lastIndex);
    if (end === undefined) return undefined;
    keys.push({ name: named[1] ?? named[2] ?? named[3], start: at, end });
    at = end;
  }
  return keys;
}

/** Where the line ends that a value ends on; undefined where a string or a bracket has no end. */
function endOfValue(source: string, start: number): number | undefined {
  let open = 0;
  for (let at = start; at < source.length; ) {
    const sign = source[at];
    if (sign === '"' || sign === "'") {
      const end = matchAt(strings[source.slice(at, at + 3)] ?? strings[sign], source, at);
      if (end === undefined) return undefined;
      at = end;
    } else if (sign === '#') {
      const end = source.indexOf('\n', at);
      at = end < 0 ? source.length : end;
    } else {
      if (/[[{]/.test(sign)) open++;
      if (/[\]}]/.test(sign)) open--;
      at++;
      if (sign === '\n' && open <= 0) return at;
    }
  }
  return open > 0 ? undefined : source.length;
}

function matchAt(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
}
