import { KeywordError } from '../errors.js';
import { decodeHtml } from './decode-html.js';
import type { TextDocument } from './document.js';
import { attributeOf, partsOfMarkup, textOfMarkup } from './markup.js';
import { unzipSome } from './zip.js';

/** Bytes that the texts of a book may have once unpacked. */
const MOST_BYTES = 2 ** 28;

/**
 * The words of a book (EPUB), its chapters in the order they are read.
 *
 * @throws KeywordError INVALID_TEXT
 */
export function readEpub(bytes: Uint8Array): TextDocument {
  const files = unzipSome(bytes, (name) => /\.(?:x?html?|xml|opf)$/i.test(name), MOST_BYTES);
  const read = (name: string) => {
    const file = files.get(name);
    return file && decodeHtml(file);
  };
  const packagePath = valueIn(read('META-INF/container.xml') ?? '', 'rootfile', 'full-path');
  const book = packagePath === undefined ? undefined : read(packagePath);
  if (packagePath === undefined || book === undefined) {
    throw new KeywordError(
      'INVALID_TEXT',
      'is not an EPUB book (.epub): it has no package document that names its chapters.',
    );
  }
  const chapters = chaptersOf(book)
    .map((href) => files.get(pathFrom(packagePath, href)))
    .filter((chapter) => chapter !== undefined);
  if (chapters.some((chapter) => chapter.subarray(0, 1000).includes(0))) {
    throw new KeywordError('INVALID_TEXT', 'is encrypted: its chapters cannot be read.');
  }
  const text = chapters.map((chapter) => textOfMarkup(decodeHtml(chapter))).filter(Boolean);
  return { title: titleIn(book), text: text.join('\n\n') };
}

/** What the chapters are called, in the order of the spine; tables of contents and what is beside the text are left out. */
function chaptersOf(book: string): string[] {
  const items = new Map<string, string>();
  const chapters: string[] = [];
  for (const part of partsOfMarkup(book)) {
    if (part.kind !== 'open') continue;
    const { name, attributes } = part;
    if (name === 'item') {
      const isContents = attributeOf(attributes, 'properties')?.split(' ').includes('nav');
      const [id, href] = [attributeOf(attributes, 'id'), attributeOf(attributes, 'href')];
      if (!isContents && id !== undefined && href !== undefined) items.set(id, href);
    } else if (name === 'itemref' && attributeOf(attributes, 'linear') !== 'no') {
      const href = items.get(attributeOf(attributes, 'idref') ?? '');
      if (href !== undefined) chapters.push(href);
    }
  }
  // A chapter that is named again is not read again.
  return [...new Set(chapters)];
}

/** The place in the archive of what a file there refers to. */
function pathFrom(file: string, href: string): string {
  const path = file.split('/').slice(0, -1);
  for (const step of decoded(href.split('#')[0]).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function valueIn(xml: string, element: string, attribute: string): string | undefined {
  for (const part of partsOfMarkup(xml)) {
    if (part.kind === 'open' && part.name === element) return attributeOf(part.attributes, attribute);
  }
  return undefined;
}

function titleIn(book: string): string | undefined {
  let isTitle = false;
  for (const part of partsOfMarkup(book)) {
    if (part.kind === 'text' && isTitle) return textOfMarkup(part.text) || undefined;
    isTitle = part.kind === 'open' && part.name === 'title';
  }
  return undefined;
}
