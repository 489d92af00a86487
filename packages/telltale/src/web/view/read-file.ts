import { documentByHead, documentByName, documentEndings } from '@telltale/core/internal/documents/document.js';
import { guessText } from '@telltale/core/internal/text/decode-bytes.js';
import type { Strings } from './strings.js';

/** Endings of files that hold a text per record. */
const tables: readonly string[] = ['csv', 'tsv', 'jsonl', 'ndjson', 'json'];

/** Whether a file holds records, by its name. */
export const isTable = (file: string): boolean => tables.includes(/\.(\w+)$/.exec(file.toLowerCase())?.[1] ?? '');

/** Pictures make documents larger than their text. */
const LONGEST_DOCUMENT = 50_000_000;

/** Files that hold one text or several, as a button offers them. */
export const fileKinds = [
  'text/*,.txt,.tex',
  ...Object.keys(documentEndings),
  ...tables.map((one) => `.${one}`),
].join();

/** What was read of a file, or what to say of one that has no text. */
export type Read = { readonly contents: string; readonly isDocument?: boolean } | { readonly problem: string };

/** The text of a document or another file that a reader chose or dropped. */
export async function readText(file: File, longest: number, t: Strings): Promise<Read> {
  const head = await file
    .slice(0, 4096)
    .arrayBuffer()
    .catch(() => undefined);
  const kind = documentByName(file.name) ?? (head && documentByHead(new Uint8Array(head)));
  if (!kind) return readFile(file, longest, t);
  if (file.size > LONGEST_DOCUMENT) return { problem: t.fileTooLong(LONGEST_DOCUMENT) };
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return { problem: t.fileNotRead(file.name) };
  try {
    // Loaded here: most readers paste a text.
    const { readInBrowser } = await import('./read-in-browser.js');
    const contents = await readInBrowser(kind, new Uint8Array(bytes), longest);
    return contents.length > longest ? { problem: t.fileTooLong(longest) } : { contents, isDocument: true };
  } catch (error) {
    return { problem: t.documentNotRead(`${file.name} ${(error as Error).message}`) };
  }
}

/** The text of a file of text, as it is. */
export async function readFile(file: File, longest: number, t: Strings): Promise<Read> {
  if (file.size > longest) return { problem: t.fileTooLong(longest) };
  // A folder that was dropped, and a file that has gone since, cannot be read.
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return { problem: t.fileNotRead(file.name) };
  const contents = guessText(new Uint8Array(bytes));
  return contents === undefined ? { problem: t.fileNotText } : { contents };
}
