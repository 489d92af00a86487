import { decodeEntities } from './entities.js';
import { inlineCode } from './inline-code.js';

/** Characters of private use that stand for escaped ones while the rest is read. */
const ESCAPED = 0xe000;
const TARGET = '(?:[^()\\s]|\\([^()\\s]{0,300}\\)){0,500}';
const LINK_TITLE = '(?:\\s+(?:"[^"]{0,300}"|\'[^\']{0,300}\'|\\([^()]{0,300}\\)))?';

/** Bounded repetitions keep each of them linear in the length of a paragraph. */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  // Templates of Hugo, Vue and Jinja; attributes of headings and images.
  [/\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}|\{[:#.][^{}\n]{0,200}\}/g, ''],
  [/\$\$[^$]{1,1000}\$\$|\\\([^\n]{1,300}?\\\)/g, ''],
  [/(?<![\w$\\])\$(?=[^\s$\d])[^$\n]{0,300}(?<=[^\s$])\$(?![\d$])/g, ''],
  [/\((?:data|javascript):[^()\s]*/gi, '('],
  [/!\[\[[^[\]]{1,300}\]\]/g, ''],
  [/\[\[([^[\]|]{1,300}\|)?([^[\]|]{1,300})\]\]/g, '$2'],
  [new RegExp(`!\\[[^\\[\\]]{0,500}\\](?:\\(\\s*<?${TARGET}>?${LINK_TITLE}\\s*\\)|\\[[^\\[\\]]{0,200}\\])`, 'g'), ''],
  [/\[\^[^[\]\s]{1,100}\]/g, ''],
  [
    new RegExp(`\\[([^\\[\\]]{0,500})\\](?:\\(\\s*<?${TARGET}>?${LINK_TITLE}\\s*\\)|\\[[^\\[\\]]{0,200}\\])`, 'g'),
    '$1',
  ],
  // Addresses between angle brackets, and tags.
  [/<(?:[a-z][a-z\d+.-]{1,30}:[^\s<>]{0,1000}|[^\s<>@]{1,100}@[^\s<>@]{1,100})>/gi, ''],
  [/<br\s*\/?>/gi, '\n'],
  [/<\/?[A-Za-z][\w-]{0,40}(?:\s[^<>]{0,1000})?\/?>/g, ''],
];

/** The words of a paragraph of Markdown: without targets of links, pictures, mathematics, tags and signs. */
export function inlineText(source: string): string {
  let text = withCodeEscaped(source).replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => escaped(sign));
  for (const [pattern, by] of REPLACED) text = text.replace(pattern, by);
  return decodeEntities(text.replace(/\*+|_+|~~|==/g, withoutSign))
    .replace(/[\ue021-\ue07e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - ESCAPED))
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** Signs of emphasis stand at the edge of words: those within a word or a formula, and those between spaces, stay. */
function withoutSign(run: string, at: number, text: string): string {
  const before = text[at - 1] ?? ' ';
  const next = text[at + run.length] ?? ' ';
  const isInside = run[0] === '_' ? /^[\p{L}\p{N}]{2}$/u : run === '*' ? /^[A-Za-z\d]{2}$/ : /^\d{2}$/;
  return isInside.test(before + next) || (before.trim() === '' && next.trim() === '') ? run : '';
}

const escaped = (sign: string) => String.fromCharCode(ESCAPED + sign.charCodeAt(0));

/** A text whose code, between runs of as many backticks, has no sign that means something in Markdown. */
function withCodeEscaped(source: string): string {
  if (!source.includes('`')) return source;
  const runs = [...source.matchAll(/(?<!\\)`+/g)];
  /** For each run the next that is as long. */
  const partner = new Map<number, number>();
  const next = new Map<number, number>();
  for (let r = runs.length - 1; r >= 0; r--) {
    const { length } = runs[r][0];
    const found = next.get(length);
    if (found !== undefined) partner.set(r, found);
    next.set(length, r);
  }
  let text = '';
  let at = 0;
  for (let r = 0; r < runs.length; r++) {
    const end = partner.get(r);
    if (end === undefined) continue;
    const code = source.slice(runs[r].index + runs[r][0].length, runs[end].index);
    text += source.slice(at, runs[r].index) + inlineCode(code).replace(/[!-/:-@[-`{-~]/g, escaped);
    at = runs[end].index + runs[end][0].length;
    r = end;
  }
  return text + source.slice(at);
}
