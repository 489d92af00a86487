import type { DocumentKind } from '@telltale/core/internal/documents/document.js';
import type { Mammoth } from '@telltale/core/internal/documents/docx.js';
import type { Unpdf } from '@telltale/core/internal/documents/pdf.js';
import { type DocumentPackages, readDocument } from '@telltale/core/internal/documents/read-document.js';
import type { PageReader } from '@telltale/core/internal/documents/web-page.js';

/** What documents are read with, each loaded when it is needed; a page is parsed without running anything in it. */
const packages: DocumentPackages = {
  async html() {
    const { Readability } = (await import('@mozilla/readability')) as unknown as Pick<PageReader, 'Readability'>;
    return { Readability, parse: (html) => new DOMParser().parseFromString(html, 'text/html') };
  },
  pdf: async () => (await import('unpdf')) as unknown as Unpdf,
  docx: async () => ((await import('mammoth')) as unknown as { default: Mammoth }).default,
};

/**
 * The text of a document, its title in the first line.
 *
 * @throws KeywordError INVALID_TEXT
 */
export async function readInBrowser(kind: DocumentKind, bytes: Uint8Array, maxText: number): Promise<string> {
  const { title, text } = await readDocument(kind, bytes, packages, { maxText });
  return title === undefined || text.startsWith(title) ? text : `${title}\n\n${text}`;
}
