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
    parser.end(text);
  });
  return statements;
}

/** What relative names in a file are relative to; its own place would differ from machine to machine. */
const BASE = 'http://localhost/';

function damaged(source: string, format: string, cause: unknown): KeywordError {
  const { message } = cause as Error;
  return new KeywordError('INVALID_TAGS', `${source} cannot be read as ${format}: ${message.slice(0, 300)}`, { cause });
}
