import { readTextFile } from '../files/read-text-file.js';
import { answerWithItems } from '../files/watched-file.js';
import { importPackage } from '../platform/import-package.js';
import { isTurtle } from './rdf.js';
import type { Statement } from './skos.js';

// The program of the process that reads the statements of an RDF file.

/** Statements that are handed over at a time. */
const AT_ONCE = 20_000;
/** Levels of elements; SKOS has a handful. */
const DEEPEST = 100;
/** What is parsed at once, of whole characters. */
const PIECES = /.{1,16384}/gsu;
/** What relative names in a file are relative to; its own place would differ from machine to machine. */
const BASE = 'http://localhost/';

answerWithItems(async function* (path) {
  const text = readTextFile(path);
  const statements = isTurtle(path) ? await parseTurtle(text) : await parseXml(text);
  for (let at = 0; at < statements.length; at += AT_ONCE) yield statements.slice(at, at + AT_ONCE).map(plain);
});

async function parseTurtle(text: string): Promise<Statement[]> {
  const purpose = { en: 'A list in Turtle', zh: 'Turtle 格式的标签表' };
  const { Parser } = (await importPackage(['n3'], purpose)) as typeof import('n3');
  return new Parser({ baseIRI: BASE }).parse(text);
}

async function parseXml(text: string): Promise<Statement[]> {
  const purpose = { en: 'A list in RDF/XML', zh: 'RDF/XML 格式的标签表' };
  const loaded = await importPackage(['rdfxml-streaming-parser'], purpose);
  const { RdfXmlParser } = loaded as typeof import('rdfxml-streaming-parser');
  const parser = new RdfXmlParser({ baseIRI: BASE, trackPosition: true });
  const statements: Statement[] = [];
  await new Promise<void>((resolve, reject) => {
    parser.on('data', (statement: Statement) => statements.push(statement));
    parser.on('error', reject);
    parser.on('end', resolve);
    // In pieces, for what is nested without end takes time with the square of its depth.
    const open = parser as unknown as { readonly activeTagStack: readonly unknown[] };
    for (const piece of text.match(PIECES) ?? []) {
      parser.write(piece);
      if (open.activeTagStack.length > DEEPEST) {
        reject(new Error(`it has elements more than ${DEEPEST} deep.`));
        return;
      }
    }
    parser.end();
  });
  return statements;
}

/** A statement without the classes of its parser, which do not cross to another process. */
function plain({ subject, predicate, object }: Statement): Statement {
  const { termType, value, language = '' } = object;
  return {
    subject: { value: subject.value },
    predicate: { value: predicate.value },
    object: { termType, value, language },
  };
}
