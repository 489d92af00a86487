import { KeywordError } from '../errors.js';
import type { TextDocument } from './document.js';

/** A run of characters on a page. */
interface PdfItem {
  readonly str?: string;
  /** Scale and place on the page: [a, b, c, d, x, y]. */
  readonly transform?: readonly number[];
  readonly height?: number;
  readonly fontName?: string;
  readonly hasEOL?: boolean;
}

/** What is used of the package unpdf. */
export interface Unpdf {
  getDocumentProxy(
    bytes: Uint8Array,
    options: object,
  ): Promise<{
    readonly numPages: number;
    getMetadata(): Promise<{ readonly info?: object }>;
    getPage(number: number): Promise<{
      getTextContent(): Promise<{
        readonly items: readonly PdfItem[];
        readonly styles: Readonly<Record<string, { readonly fontFamily?: string }>>;
      }>;
      cleanup(): unknown;
    }>;
    destroy(): Promise<unknown>;
  }>;
}

interface PdfLine {
  readonly text: string;
  /** Height above the foot of the page, in points, and size of the letters. */
  readonly y: number;
  readonly size: number;
  readonly isCode: boolean;
}

/** A line so many times farther below the last than lines are on its page begins a paragraph. */
const GAP = 1.3;
/** What is at the head or foot of so many pages, and of half of all, is not text. */
const REPEATED = 3;
/** Titles that programs make up. */
const NO_TITLE =
  /^(?:untitled|microsoft (?:word|powerpoint)|slide \d|powerpoint|\(anonymous\))|\.(?:docx?|pdf|tex|dvi|indd|pptx?|odt|rtf|html?)$/i;

/**
 * The words of a PDF: lines in paragraphs, without what is repeated at the head and foot of pages, numbers of pages, and
 * lines in a font of code.
 *
 * @param longest of the text, in code units; reading ends soon after
 * @throws KeywordError INVALID_TEXT
 */
export async function readPdf(bytes: Uint8Array, unpdf: Unpdf, longest: number): Promise<TextDocument> {
  let document: Awaited<ReturnType<Unpdf['getDocumentProxy']>>;
  try {
    document = await unpdf.getDocumentProxy(bytes, { verbosity: 0 });
  } catch (cause) {
    const { name, message } = cause as Error;
    const reason =
      name === 'PasswordException'
        ? 'is encrypted: open it and save it without a password'
        : `is not a readable PDF: ${message}`;
    throw new KeywordError('INVALID_TEXT', `${reason.replace(/\.$/, '')}.`, { cause });
  }
  try {
    const { info = {} } = await document.getMetadata();
    const named = 'Title' in info && typeof info.Title === 'string' ? info.Title.replace(/\s+/g, ' ').trim() : '';
    const pages: PdfLine[][] = [];
    let length = 0;
    for (let number = 1; number <= document.numPages && length <= longest; number++) {
      const page = await document.getPage(number);
      const lines = linesOf(await page.getTextContent());
      page.cleanup();
      for (const { text } of lines) length += text.length;
      pages.push(lines);
    }
    const text = textOfPages(pages);
    if (text === '' && pages.length > 0) {
      throw new KeywordError(
        'INVALID_TEXT',
        'has no text: its pages are pictures. Read them with a program for OCR first.',
      );
    }
    return { title: named === '' || NO_TITLE.test(named) ? undefined : named, text };
  } finally {
    await document.destroy();
  }
}

function linesOf({
  items,
  styles,
}: {
  items: readonly PdfItem[];
  styles: Readonly<Record<string, { fontFamily?: string }>>;
}): PdfLine[] {
  const lines: PdfLine[] = [];
  let text = '';
  let [y, size, codeLength] = [0, 0, 0];
  const end = () => {
    const words = text.replace(/\s+/g, ' ').trim();
    if (words !== '') lines.push({ text: words, y, size, isCode: codeLength > 0.8 * words.length });
    [text, size, codeLength] = ['', 0, 0];
  };
  for (const { str, transform, height = 0, fontName = '', hasEOL } of items) {
    if (str === undefined) continue;
    if (str.trim() !== '') {
      // Of a line with signs above or below it the largest letters say where it is.
      if (height >= size) [y, size] = [transform?.[5] ?? 0, height];
      if (styles[fontName]?.fontFamily === 'monospace') codeLength += str.length;
    }
    text += str;
    if (hasEOL) end();
  }
  end();
  return lines;
}

function textOfPages(pages: readonly (readonly PdfLine[])[]): string {
  const seen = new Map<string, number>();
  for (const page of pages) {
    for (const shape of new Set(edgesOf(page).map(shapeOf))) seen.set(shape, (seen.get(shape) ?? 0) + 1);
  }
  const least = Math.max(REPEATED, pages.length / 2);
  const all = pages.flat();
  // A text that is typed throughout is not code.
  const hasCode = all.filter(({ isCode }) => isCode).length < all.length / 2;
  let text = '';
  let before: PdfLine | undefined;
  for (const page of pages) {
    const edges = new Set(
      edgesOf(page).filter((line) => (seen.get(shapeOf(line)) ?? 0) >= least || isPageNumber(line.text)),
    );
    const leading = leadingOf(page);
    let isFirst = true;
    for (const line of page) {
      if (edges.has(line)) continue;
      if (hasCode && line.isCode) {
        before = undefined;
        continue;
      }
      if (text !== '') text += isParagraph(before, line, isFirst ? undefined : leading) ? '\n\n' : '\n';
      text += line.text;
      before = line;
      isFirst = false;
    }
  }
  return text;
}

/** The first and last two lines of a page. */
const edgesOf = (page: readonly PdfLine[]) => [...new Set([...page.slice(0, 2), ...page.slice(-2)])];
const shapeOf = ({ text }: PdfLine) => text.replace(/\d+/g, '0');
const isPageNumber = (text: string) =>
  /^(?:page |seite |第 ?)?[-–—[(]? ?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:\/|of|von) ?\d{1,4})? ?[-–—\])]?(?: ?页)?$/i.test(
    text,
  );

/** How far lines of a page are below one another for the most part, in points. */
function leadingOf(page: readonly PdfLine[]): number {
  const steps = page.slice(1).map(({ y }, i) => page[i].y - y);
  const down = steps.filter((step) => step > 0).sort((a, b) => a - b);
  return down[down.length >> 1] ?? 0;
}

/**
 * Whether a paragraph begins: below a space, in letters of another size, or on a new page after the end of a sentence.
 *
 * @param leading undefined for the first line of a page
 */
function isParagraph(before: PdfLine | undefined, line: PdfLine, leading: number | undefined): boolean {
  if (!before) return true;
  if (Math.abs(before.size - line.size) > 0.15 * Math.max(before.size, line.size)) return true;
  if (leading === undefined) return /[.!?。！？:：]["'”’)\]]?$/.test(before.text);
  // The next column begins at the top, in the middle of a sentence for the most part.
  return before.y - line.y > GAP * leading;
}
