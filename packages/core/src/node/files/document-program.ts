import { readDocument } from '../../documents/read-document.js';
import { KeywordError, shortened } from '../../errors.js';
import { TimeWatch } from '../platform/watch-time.js';
import { documentPackages } from './document-packages.js';
import type { DocumentAnswer, DocumentQuestion } from './document-reader.js';

// The program of the process that reads documents: it says that it is ready, and answers one question after the other.

/** What the process may hold, in megabytes: what a package unpacks lies beside the heap, which has a limit of its own. */
const watch = new TimeWatch(3000);

process.on('message', async ({ kind, bytes, milliseconds, ...options }: DocumentQuestion) => {
  watch.allow(milliseconds);
  process.send!(await answer(() => readDocument(kind, new Uint8Array(bytes), documentPackages, options)));
  watch.allow(Number.POSITIVE_INFINITY);
});
process.on('disconnect', () => process.disconnect?.());
process.send!('ready');

async function answer(read: () => ReturnType<typeof readDocument>): Promise<DocumentAnswer> {
  try {
    return { document: await read() };
  } catch (error) {
    const code = error instanceof KeywordError ? error.code : 'INVALID_TEXT';
    const message = error instanceof KeywordError ? error.message : reasonOf(error as Error);
    return { error: message, code };
  }
}

/** Characters of what a package says. */
const LONGEST = 200;

/** What a package threw, in a line. */
function reasonOf(error: Error): string {
  if (error instanceof RangeError) return 'is nested too deep, or too large, to be read.';
  const said = error.message.replace(/\s+/g, ' ').trim();
  return `cannot be read: ${shortened(said, LONGEST)}.`;
}
