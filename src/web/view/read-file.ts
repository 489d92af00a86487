import { guessText } from '../../text/decode-bytes.js';
import type { Strings } from './strings.js';

/** The text of a file that a reader chose or dropped, or what to say of one that has none. */
export async function readFile(
  file: File,
  longest: number,
  t: Strings,
): Promise<{ readonly contents: string } | { readonly problem: string }> {
  if (file.size > longest) return { problem: t.fileTooLong(longest) };
  // A folder that was dropped, and a file that has gone since, cannot be read.
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return { problem: t.fileNotRead(file.name) };
  const contents = guessText(new Uint8Array(bytes));
  return contents === undefined ? { problem: t.fileNotText } : { contents };
}
