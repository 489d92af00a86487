const colon = /\s*:\s*/y;

/**
 * The values of an object's fields as they are written: JSON.parse rounds whole numbers beyond 2^53, such as ids of 64 bits.
 *
 * @param json an object that JSON.parse has read
 */
export function rawFields(json: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let depth = 0;
  let name: string | undefined;
  let from = 0;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (sign === '"') {
      const start = at;
      for (at++; json[at] !== '"'; at++) if (json[at] === '\\') at++;
      colon.lastIndex = at + 1;
      if (depth !== 1 || name !== undefined || !colon.test(json)) continue;
      name = JSON.parse(json.slice(start, at + 1)) as string;
      from = colon.lastIndex;
      at = from - 1;
    } else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    if (name !== undefined && ((depth === 1 && sign === ',') || depth === 0)) {
      fields.set(name, json.slice(from, at).trimEnd());
      name = undefined;
    }
  }
  return fields;
}

/** Digits that no double is sure to hold, or an exponent that it may not. */
const LONG = /\d{16}|\d[eE][+-]?\d{3}/;

/** The fields of an object: its long whole numbers as bigints, and what is too large or small for a number as it is written. */
export function withLongNumbers(fields: Record<string, unknown>, json: string): Record<string, unknown> {
  if (!LONG.test(json)) return fields;
  for (const [name, raw] of rawFields(json)) {
    const value = fields[name];
    if (typeof value !== 'number') continue;
    const isLost = !Number.isFinite(value) || (value === 0 && /^[^eE]*[1-9]/.test(raw));
    if (isLost) fields[name] = raw;
    else if (/^-?\d{16,}$/.test(raw) && !Number.isSafeInteger(value)) fields[name] = BigInt(raw);
  }
  return fields;
}
