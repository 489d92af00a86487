import { KeywordError } from '../../errors.js';
import { fileError } from '../files/read-text-file.js';
import { itemsOfFile } from '../files/watched-file.js';
import type { Statement } from './skos.js';

const program = new URL('./rdf-program.js', import.meta.url);

/**
 * The statements of a file in Turtle (.ttl, .nt, .n3) or RDF/XML, read by a process that ends where the file would hold
 * this one.
 *
 * @throws KeywordError INVALID_TAGS, naming the line; FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_TEXT; PACKAGE_MISSING
 */
export async function statementsOf(path: string): Promise<Statement[]> {
  const statements: Statement[] = [];
  try {
    for await (const some of itemsOfFile<Statement>(
      program,
      path,
      'it takes more time or memory than its size allows.',
    )) {
      for (const statement of some) statements.push(statement);
    }
  } catch (error) {
    if (error instanceof KeywordError) throw error;
    const { message, code } = error as NodeJS.ErrnoException;
    if (code !== undefined) throw fileError(path, error);
    const format = isTurtle(path) ? 'Turtle' : 'RDF/XML';
    throw new KeywordError('INVALID_TAGS', `${path} cannot be read as ${format}: ${message.slice(0, 300)}`, {
      cause: error,
    });
  }
  return statements;
}

/** Whether the name of a file says that it is Turtle. */
export const isTurtle = (path: string) => /\.(ttl|nt|n3)$/i.test(path);
