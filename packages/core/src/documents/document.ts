/** What is read of a document: its words, without markup, code and menus. */
export interface TextDocument {
  /** Undefined where the document names none. */
  readonly title?: string | undefined;
  /** Paragraphs with an empty line between them; headings are paragraphs, cells of a table are parted by tabs. */
  readonly text: string;
}

/** The kinds of documents that can be read. */
export const documentKinds = ['html', 'markdown', 'pdf', 'docx', 'epub', 'srt', 'vtt'] as const;

/** A kind of {@link documentKinds}. */
export type DocumentKind = (typeof documentKinds)[number];

/** Kinds by the endings of names, in small letters. */
export const documentEndings: Readonly<Record<string, DocumentKind>> = {
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.epub': 'epub',
  '.srt': 'srt',
  '.vtt': 'vtt',
};

/** The kind of document that a name says; undefined where it says none. */
export function documentByName(path: string): DocumentKind | undefined {
  const name = path.toLowerCase();
  return documentEndings[Object.keys(documentEndings).find((ending) => name.endsWith(ending)) ?? ''];
}

/**
 * The kind of document that begins like this, for those that say it clearly: PDF, DOCX, EPUB, and HTML with a document
 * type or an `html` element.
 *
 * @param head the first bytes, a few hundred at least where there are so many
 */
export function documentByHead(head: Uint8Array): DocumentKind | undefined {
  const start = latin1(head.subarray(0, 512));
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('PK\x03\x04')) {
    if (start.includes('mimetypeapplication/epub+zip')) return 'epub';
    const names = latin1(head.subarray(0, 4096));
    return /\[Content_Types\]\.xml|word\//.test(names) ? 'docx' : undefined;
  }
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,200}-->\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(
    start,
  )
    ? 'html'
    : undefined;
}

/** Bytes as characters, one for each. */
export const latin1 = (bytes: Uint8Array) => String.fromCharCode(...bytes);
