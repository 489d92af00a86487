/** Ranges of UTF-16 code units or code points by their script, the commonest first; letters in no range are not counted. */
const RANGES: readonly (readonly [from: number, to: number, script: string])[] = [
  [0x4e00, 0x9fff, 'Han'],
  [0x3041, 0x30ff, 'Kana'],
  [0xac00, 0xd7a3, 'Hang'],
  [0x0400, 0x052f, 'Cyrl'],
  [0x00c0, 0x024f, 'Latn'],
  [0x0600, 0x077f, 'Arab'],
  [0x0900, 0x097f, 'Deva'],
  [0x0e00, 0x0e7f, 'th'],
  [0x0370, 0x03ff, 'el'],
  [0x0590, 0x05ff, 'he'],
  [0x0980, 0x09ff, 'bn'],
  [0x0a00, 0x0a7f, 'pa'],
  [0x0a80, 0x0aff, 'gu'],
  [0x0b80, 0x0bff, 'ta'],
  [0x0c00, 0x0c7f, 'te'],
  [0x0c80, 0x0cff, 'kn'],
  [0x0d00, 0x0d7f, 'ml'],
  [0x0d80, 0x0dff, 'si'],
  [0x0e80, 0x0eff, 'lo'],
  [0x0f00, 0x0fff, 'bo'],
  [0x0530, 0x058f, 'hy'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1000, 0x109f, 'my'],
  [0x1100, 0x11ff, 'Hang'],
  [0x1200, 0x139f, 'am'],
  [0x1780, 0x17ff, 'km'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x3400, 0x4dbf, 'Han'],
  [0xf900, 0xfaff, 'Han'],
  [0xff66, 0xff9f, 'Kana'],
  [0xff21, 0xff5a, 'Latn'],
  [0x20000, 0x3ffff, 'Han'],
];

/** Letters of a text by their script: by ISO 15924, or the language where a script has only one that is common. */
export interface ScriptCounts {
  readonly letters: ReadonlyMap<string, number>;
  /** Runs of Latin letters; one with a capital from A to Z counts half. */
  readonly latinWords: number;
}

/** Counts the letters of a text by script. */
export function countScripts(text: string): ScriptCounts {
  const letters = new Map<string, number>();
  let latin = 0;
  let han = 0;
  let halves = 0;
  /** What the Latin word at hand counts so far: 0 outside one. */
  let word = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x4e00 && unit <= 0x9fff) {
      // Counted apart, but in the place of the first.
      if (han++ === 0 && !letters.has('Han')) letters.set('Han', 0);
      word = 0;
      continue;
    }
    if (unit < 0x80 && ((unit | 32) < 97 || (unit | 32) > 122)) {
      word = 0;
      continue;
    }
    const code = unit < 0x80 ? unit : text.codePointAt(i)!;
    if (code > 0xffff) i++;
    const script = code < 0x80 ? 'Latn' : scriptOf(code);
    if (script === 'Latn') {
      latin++;
      const weight = code >= 65 && code <= 90 ? 1 : 2;
      if (word === 0 || weight < word) {
        halves += weight - word;
        word = weight;
      }
      continue;
    }
    word = 0;
    if (script) letters.set(script, (letters.get(script) ?? 0) + 1);
  }
  if (han > 0) letters.set('Han', letters.get('Han')! + han);
  if (latin > 0) letters.set('Latn', latin);
  return { letters, latinWords: halves / 2 };
}

function scriptOf(code: number): string | undefined {
  if ((code >= 0x2000 && code <= 0x3040) || (code >= 0xff00 && code <= 0xff20)) return undefined;
  for (const [from, to, script] of RANGES) if (code >= from && code <= to) return script;
  return undefined;
}
