import { KeywordError } from '../../errors.js';
import type { Statement } from './skos.js';

/**
 * The statements of a file in Turtle.
 *
 * @throws KeywordError INVALID_TAGS, naming the line
 */
export async function statementsOfTurtle(text: string, source: string): Promise<Statement[]> {
  // Loaded here, for most lists are no RDF.
  const { Parser } = await import('n3');
  try {
    return new Parser({ baseIRI: BASE }).parse(text);
  } catch (error) {
    throw damaged(source, 'Turtle', error);
  }
}

/**
 * The statements of a file in RDF/XML.
 *
 * @throws KeywordError INVALID_TAGS, naming the line
 */
export async function statementsOfXml(text: string, source: string): Promise<Statement[]> {
  const { RdfXmlParser } = await import('rdfxml-streaming-parser');
  const parser = new RdfXmlParser({ baseIRI: BASE, trackPosition: true });
  const statements: Statement[] = [];
  await new Promise<void>((resolve, reject) => {
    parser.on('data', (statement: Statement) => statements.push(statement));
    parser.on('error', (error: unknown) => reject(damaged(source, 'RDF/XML', error)));
    parser.on('end', resolve);
    // In pieces, for what is nested without end takes time with the square of its depth.
    const open = parser as unknown as { readonly activeTagStack: readonly unknown[] };
    for (const piece of text.match(PIECES) ?? []) {
      parser.write(piece);
      if (open.activeTagStack.length > DEEPEST) {
        reject(damaged(source, 'RDF/XML', new Error(`it has elements more than ${DEEPEST} deep.`)));
        return;
      }
    }
    parser.end();
  });
  return statements;
}

/** Levels of elements; SKOS has a handful. */
const DEEPEST = 100;
/** What is parsed at once, of whole characters. */
const PIECES = /.{1,16384}/gsu;

/** What relative names in a file are relative to; its own place would differ from machine to machine. */
const BASE = 'http://localhost/';

function damaged(source: string, format: string, cause: unknown): KeywordError {
  const { message } = cause as Error;
  return new KeywordError('INVALID_TAGS', `${source} cannot be read as ${format}: ${message.slice(0, 300)}`, { cause });
}
