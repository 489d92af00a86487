import type { TextDocument } from './document.js';
import { frontMatterOf, titleOf } from './front-matter.js';
import { inlineText } from './markdown-inline.js';

const HEADING = /^(#{1,6})(?:[ \t]|$)/;
const ITEM = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
const RULE = /^(?:\*[ \t]*){3,}$|^(?:-[ \t]*){3,}$|^(?:_[ \t]*){3,}$/;
const TABLE_RULE = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;
/** Containers, tables of contents, targets of links. */
const NO_WORDS = /^:{3,}|^\[\[?toc\]\]?$|^\[(?!\^)[^\]]{1,300}\]:[ \t]*\S/i;
const FOOTNOTE = /^\[\^[^\]\s]{1,100}\]:[ \t]*/;
/** A block of HTML whose lines are no text. */
const RAW = /<(script|style|pre|svg|math|template)\b/i;

/**
 * The words of Markdown: front matter, code, comments, the targets of links and the signs of markup are left out;
 * headings, items of lists and rows of tables are paragraphs.
 */
export function readMarkdown(source: string): TextDocument {
  const front = frontMatterOf(source);
  const blocks = new Blocks();
  for (const line of source
    .slice(front?.after ?? 0)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/))
    blocks.push(line);
  return { title: (front && titleOf(front)) ?? blocks.firstHeading, text: blocks.end().join('\n\n') };
}

/** The paragraphs of Markdown, line by line. */
class Blocks {
  /** Text of the first heading of the first level. */
  firstHeading: string | undefined;
  readonly #paragraphs: string[] = [];
  #lines: string[] = [];
  /** What ends the lines that are left out just now: a fence, or the end of a comment, of mathematics or of an element. */
  #until: ((line: string) => string | undefined) | undefined;
  #isInList = false;
  #isInTable = false;
  #isAfterBlank = true;

  push(whole: string): void {
    if (this.#until) {
      const rest = this.#until(whole);
      if (rest === undefined) return;
      this.#until = undefined;
      if (rest.trim() === '') return;
      whole = rest;
    }
    const quoted = whole.replace(/^(?:[ \t]{0,3}>[ \t]?)+/, '');
    const indent = /^[ \t]*/.exec(quoted)![0].replaceAll('\t', '    ').length;
    const line = quoted.trim();
    if (line === '') {
      this.#endParagraph();
      this.#isInTable = false;
      this.#isAfterBlank = true;
      return;
    }
    // Four spaces make code, except where they belong to an item of a list.
    if (indent >= 4 && this.#isAfterBlank && !this.#isInList) return;
    const isAfterBlank = this.#isAfterBlank;
    this.#isAfterBlank = false;
    if (indent === 0 && isAfterBlank && !ITEM.test(line)) this.#isInList = false;
    this.#pushLine(line);
  }

  #pushLine(whole: string): void {
    const isUnderline = this.#lines.length > 0 && /^(?:=+|-{2,})$/.test(whole);
    if (isUnderline) this.#endHeading(whole[0] === '=' ? 1 : 2, this.#lines.splice(0).join(' '));
    else if (RULE.test(whole) || NO_WORDS.test(whole)) this.#endParagraph();
    else {
      let line = whole;
      for (let item = ITEM.exec(line); item; item = ITEM.exec(line)) {
        this.#endParagraph();
        this.#isInList = true;
        line = line.slice(item[0].length).replace(/^\[[ xX]\][ \t]+/, '');
      }
      if (!this.#opensBlock(line)) this.#pushBlock(line);
    }
  }

  /** Whether a line begins a block that is left out: of code, or of mathematics. */
  #opensBlock(line: string): boolean {
    const fence = /^(?:`{3,}|~{3,})/.exec(line)?.[0];
    const isFence = fence !== undefined && !(fence[0] === '`' && line.slice(fence.length).includes('`'));
    if (!isFence && !(line.startsWith('$$') && !line.slice(2).includes('$$'))) return false;
    this.#endParagraph();
    this.#until = isFence ? afterFence(fence) : after('$$');
    return true;
  }

  #pushBlock(line: string): void {
    const heading = HEADING.exec(line);
    if (heading) {
      this.#endHeading(heading[1].length, line.slice(heading[0].length).replace(/(?:^|[ \t])#{1,80}$/, ''));
    } else if (line.includes('|') && TABLE_RULE.test(line)) {
      this.#isInTable = true;
      const head = this.#lines.pop();
      this.#endParagraph();
      if (head !== undefined) this.#endRow(head);
    } else if (this.#isInTable) this.#endRow(line);
    else {
      // Perhaps the head of a table.
      if (line.startsWith('|')) this.#endParagraph();
      this.#pushWords(line.replace(FOOTNOTE, '').replace(/^\[![\w-]{1,40}\][+-]?[ \t]*/, ''));
    }
  }

  /** A line without the comments and elements in it that are not read. */
  #pushWords(line: string): void {
    let rest = line;
    for (const [open, close] of [
      ['<!--', '-->'],
      ['%%', '%%'],
    ]) {
      const [text, isOpen] = withoutBetween(rest, open, close);
      rest = text;
      if (isOpen) this.#until = after(close);
    }
    const raw = RAW.exec(rest);
    if (raw) {
      const close = `</${raw[1].toLowerCase()}>`;
      const below = after(close)(rest.slice(raw.index));
      if (below === undefined) this.#until = after(close);
      rest = rest.slice(0, raw.index) + (below ?? '');
    }
    if (rest.trim() !== '') this.#lines.push(rest);
  }

  #endHeading(level: number, source: string): void {
    this.#endParagraph();
    const heading = inlineText(source.replace(/\{#[^{}]{0,200}\}$/, ''));
    if (heading === '') return;
    if (level === 1) this.firstHeading ??= heading;
    this.#paragraphs.push(heading);
  }

  #endRow(line: string): void {
    const cells = line.replace(/^\||\|$/g, '').split(/(?<!\\)\|/);
    const row = cells.map(inlineText).filter(Boolean).join('\t');
    if (row !== '') this.#paragraphs.push(row);
  }

  #endParagraph(): void {
    const paragraph = inlineText(this.#lines.splice(0).join('\n'));
    if (paragraph !== '') this.#paragraphs.push(paragraph);
  }

  /** All paragraphs, once there is no more line. */
  end(): readonly string[] {
    this.#endParagraph();
    return this.#paragraphs;
  }
}

/** A line without what is between two signs, and whether the last is still open at its end. */
function withoutBetween(line: string, open: string, close: string): [text: string, isOpen: boolean] {
  let text = '';
  let at = 0;
  for (let start = line.indexOf(open); start >= 0; start = line.indexOf(open, at)) {
    text += line.slice(at, start);
    const end = line.indexOf(close, start + open.length);
    if (end < 0) return [text, true];
    at = end + close.length;
  }
  return [text + line.slice(at), false];
}

/** What of a line is after what ends a block; undefined where that is not in it. */
const after = (close: string) => (line: string) => {
  const at = line.toLowerCase().indexOf(close);
  return at < 0 ? undefined : line.slice(at + close.length);
};

/** As {@link after}, for a block of code: nothing of the line that ends it. */
const afterFence = (opening: string) => (line: string) => {
  const fence = line.replace(/^[ \t>]+/, '').trimEnd();
  const isEnd = fence.length >= opening.length && fence.replaceAll(opening[0], '') === '';
  return isEnd ? '' : undefined;
};
