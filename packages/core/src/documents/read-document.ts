import { KeywordError } from '../errors.js';
import { decodeBytes, encodingByMark } from '../text/decode-bytes.js';
import { decodeHtml } from './decode-html.js';
import type { DocumentKind, TextDocument } from './document.js';
import { type Mammoth, readDocx } from './docx.js';
import { readEpub } from './epub.js';
import { readMarkdown } from './markdown.js';
import { readPdf, type Unpdf } from './pdf.js';
import { readSubtitles } from './subtitles.js';
import { type PageReader, readWebPage } from './web-page.js';

/** Loads the packages that documents are read with, each when it is needed. */
export interface DocumentPackages {
  html(): Promise<PageReader>;
  pdf(): Promise<Unpdf>;
  docx(): Promise<Mammoth>;
}

/** How a document is read. */
export interface DocumentOptions {
  /** What HTML, Markdown and subtitles are encoded in, by a name that TextDecoder knows; as they say, or UTF-8, if not given. */
  readonly encoding?: string | undefined;
  /** Longest text, in UTF-16 code units. */
  readonly maxText: number;
}

/**
 * The words of a document. Offsets of keywords are those of this text, not of the file.
 *
 * @throws KeywordError INVALID_TEXT with a message that goes on after the name of the file, as the packages are loaded
 */
export async function readDocument(
  kind: DocumentKind,
  bytes: Uint8Array,
  packages: DocumentPackages,
  { encoding, maxText }: DocumentOptions,
): Promise<TextDocument> {
  if (kind === 'html') {
    const html = decodeHtml(bytes, encoding);
    checkNotBinary(html);
    return readWebPage(html, await packages.html());
  }
  if (kind === 'pdf') return readPdf(bytes, await packages.pdf(), maxText);
  if (kind === 'docx') return readDocx(bytes, await packages.docx());
  if (kind === 'epub') return readEpub(bytes);
  const text = decodeBytes(bytes, encodingByMark(bytes) ?? encoding ?? 'utf-8');
  if (text === undefined) throw new KeywordError('INVALID_TEXT', `is not ${encoding ?? 'UTF-8'}. Name its encoding.`);
  return kind === 'markdown' ? readMarkdown(text) : readSubtitles(text);
}

/** Pages may hold a NUL by mistake, but not one in so many characters. */
const CHARACTERS_A_NUL = 1000;

function checkNotBinary(html: string): void {
  if ((html.split('\0').length - 1) * CHARACTERS_A_NUL <= html.length) return;
  throw new KeywordError('INVALID_TEXT', 'holds NUL bytes: it is a binary file, or needs its encoding named.');
}
