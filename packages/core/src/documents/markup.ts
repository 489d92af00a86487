import { decodeEntities } from './entities.js';
import { inlineCode } from './inline-code.js';

/** A tag, or the characters between two. */
export type MarkupPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open' | 'close';
      /** In small letters, without a prefix. */
      readonly name: string;
      readonly attributes: string;
      /** Whether it ends what it opens. */
      readonly isEmpty: boolean;
    };

/** Elements whose characters are no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements that say nothing a reader reads as part of the text: programs, blocks of code, pictures, controls, readings of characters. */
const SILENT = new Set(
  'head script style template noscript iframe object svg math pre xmp textarea select option button rt rp'.split(' '),
);
/** Elements of code within a sentence. */
const CODE = new Set(['code', 'kbd', 'samp', 'tt']);
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

/** The tags of HTML or XML and what is between them, in order; comments, declarations and instructions are left out. */
export function* partsOfMarkup(markup: string): Generator<MarkupPart> {
  let at = 0;
  while (at < markup.length) {
    const open = markup.indexOf('<', at);
    if (open !== at) yield { kind: 'text', text: markup.slice(at, open < 0 ? markup.length : open) };
    if (open < 0) return;
    const skipped = endOfNoTag(markup, open);
    if (skipped > 0) {
      const isData = markup.startsWith('<![CDATA[', open);
      // Entities mean nothing there.
      if (isData) yield { kind: 'text', text: markup.slice(open + 9, skipped - 3).replaceAll('&', '&amp;') };
      at = skipped;
      continue;
    }
    const name = /^<\/?(?:[\w-]{1,40}:)?([A-Za-z][\w-]{0,40})/.exec(markup.slice(open, open + 90));
    const end = name ? endOfTag(markup, open + name[0].length) : -1;
    if (!name || end < 0) {
      yield { kind: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    const attributes = markup.slice(open + name[0].length, end);
    const lower = name[1].toLowerCase();
    const isOpening = markup[open + 1] !== '/';
    const isEmpty = isOpening && (attributes.endsWith('/') || VOID.has(lower));
    yield { kind: isOpening ? 'open' : 'close', name: lower, attributes, isEmpty };
    at = end + 1;
    // With a prefix it is an element of XML, such as dc:title.
    if (!isOpening || isEmpty || !RAW.has(lower) || name[0].includes(':')) continue;
    const close = indexOfClosing(markup, lower, at);
    yield { kind: 'text', text: markup.slice(at, close) };
    at = close;
  }
}

/** The end of a comment, a declaration or an instruction that begins here; 0 where none does. */
function endOfNoTag(markup: string, open: number): number {
  for (const [start, end] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<!', '>'],
    ['<?', '>'],
  ]) {
    if (!markup.startsWith(start, open)) continue;
    const found = markup.indexOf(end, open + start.length);
    return found < 0 ? markup.length : found + end.length;
  }
  return 0;
}

/** Where the sign is that ends a tag, quoted attributes passed over; −1 where there is none. */
function endOfTag(markup: string, from: number): number {
  for (let at = from; at < markup.length; at++) {
    const sign = markup[at];
    if (sign === '>') return at;
    if (sign === '<') return -1;
    if ((sign === '"' || sign === "'") && markup[at - 1] === '=') {
      const quote = markup.indexOf(sign, at + 1);
      if (quote < 0) return -1;
      at = quote;
    }
  }
  return -1;
}

function indexOfClosing(markup: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  closing.lastIndex = from;
  return closing.exec(markup)?.index ?? markup.length;
}

/** The value of an attribute of a tag, without its entities. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)(?:[\\w-]{1,40}:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes);
  return found ? decodeEntities(found[1] ?? found[2]) : undefined;
}

/**
 * The words of HTML or XHTML: paragraphs with an empty line between them, cells of a table parted by tabs. Programs,
 * blocks of code, pictures and controls are left out.
 */
export function textOfMarkup(markup: string): string {
  const blocks: string[] = [];
  let block = '';
  /** The element that is left out or is code, how many of its name are open, and what is in it. */
  let silent: string | undefined;
  let depth = 0;
  let inside = '';
  const end = () => {
    const text = tidy(block);
    if (text !== '') blocks.push(text);
    block = '';
  };
  for (const part of partsOfMarkup(markup)) {
    if (silent !== undefined) {
      if (part.kind === 'text') inside += part.text;
      if (part.kind === 'text' || part.name !== silent || part.isEmpty) continue;
      depth += part.kind === 'open' ? 1 : -1;
      if (depth > 0) continue;
      // What is decoded here is decoded with the rest once more.
      if (CODE.has(silent)) block += inlineCode(decodeEntities(inside)).replaceAll('&', '&amp;');
      silent = undefined;
      continue;
    }
    if (part.kind === 'text') block += part.text.replace(/\s+/g, spaceBetween);
    else if (part.name === 'br') block += '\n';
    else if (part.name === 'td' || part.name === 'th') block += '\t';
    else if (BLOCKS.has(part.name) || part.name === 'pre') end();
    if (part.kind !== 'open' || part.isEmpty || !(SILENT.has(part.name) || CODE.has(part.name))) continue;
    silent = part.name;
    depth = 1;
    inside = '';
  }
  end();
  return blocks.join('\n\n');
}

/** White space is one space, but none where a line of Chinese is broken. */
function spaceBetween(space: string, at: number, text: string): string {
  const isBreak = space.includes('\n') && isHan(text[at - 1]) && isHan(text[at + space.length]);
  return isBreak ? '' : ' ';
}

const isHan = (sign = '') => /[\p{Script=Han}，。、；：！？]/u.test(sign);

function tidy(block: string): string {
  return decodeEntities(block)
    .replace(/\u00a0/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\t[\t ]*/g, '\t')
    .replace(/[ \t]?\n[ \t\n]*/g, '\n')
    .trim();
}
