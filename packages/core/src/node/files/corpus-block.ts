import { KeywordError } from '../../errors.js';
import { decodeText, strictDecoder } from '../../records/decode-text.js';
import { parseRecord } from '../../records/records.js';
import { textOfRecord } from '../../records/text-of-record.js';
import { type LineBlock, rawLinesOf } from './lines.js';
import { NAMED_PLACES, type RecordError, type RecordTally } from './record-errors.js';

/** A block of a corpus file. */
export interface CorpusBlock extends LineBlock {
  /** The field that holds the document when lines are JSON records; undefined when a line is the document. */
  readonly field?: string;
  /** Longest document, in UTF-16 code units. */
  readonly maxText: number;
}

/** The documents of one block that can be read, and what became of all. */
export function readDocuments(block: CorpusBlock): { documents: string[]; tally: RecordTally } {
  const { source, field, maxText } = block;
  const documents: string[] = [];
  const errors: RecordError[] = [];
  let failed = 0;
  const decoder = strictDecoder();
  const read = (bytes: Uint8Array, number: number): string => {
    const place = `${source}:${number}`;
    const text = decodeText(bytes, place, decoder, number === 1);
    if (!text.trim()) return '';
    const fields = field === undefined ? { text } : parseRecord(bytes, bytes.length, place, maxText);
    const document = textOfRecord(fields, field ?? 'text', place, maxText);
    if (typeof document !== 'string') throw document;
    return document;
  };
  for (const { bytes, number } of rawLinesOf(block)) {
    try {
      const document = read(bytes, number);
      if (document.trim()) documents.push(document);
    } catch (error) {
      if (!(error instanceof KeywordError)) throw error;
      failed++;
      if (errors.length < NAMED_PLACES) errors.push({ code: error.code, message: error.message });
    }
  }
  return { documents, tally: { read: documents.length, failed, errors } };
}
