import { KeywordError } from '../../errors.js';
import type { TokenizerDescription } from '../../text/tokenizer.js';
import { parseTokenizer } from '../telltale/model-metadata.js';

/** How often words occur in a part of a corpus. */
export interface WordCounts {
  /** What cut the documents. */
  readonly tokenizer: TokenizerDescription;
  readonly documents: number;
  /** Tokens, those of words that are not listed included. */
  readonly tokens: number;
  /** Occurrences of each word, and documents it is in. */
  readonly words: ReadonlyMap<string, readonly [count: number, documents: number]>;
}

/*
 * The counts file: UTF-8 text. The first line is JSON, {"telltale": "counts", "version": 1, "documents", "tokens",
 * "tokenizer"}; then a line a word, the most frequent first: word, occurrences, documents, separated by tabs.
 */

/** Lines joined into one chunk. */
const CHUNK = 10_000;

/** The counts as the text of a counts file, in pieces. The same counts always make the same text. */
export function* formatWordCounts({ tokenizer, documents, tokens, words }: WordCounts): Generator<string> {
  yield `${JSON.stringify({ telltale: 'counts', version: 1, documents, tokens, tokenizer })}\n`;
  const sorted = [...words].sort(([a, [m]], [b, [n]]) => n - m || (a < b ? -1 : 1));
  for (let from = 0; from < sorted.length; from += CHUNK) {
    yield sorted
      .slice(from, from + CHUNK)
      .map(([word, [count, inDocuments]]) => `${word}\t${count}\t${inDocuments}\n`)
      .join('');
  }
}

/**
 * Reads what {@link formatWordCounts} wrote.
 *
 * @param name of the file, for messages
 * @throws KeywordError INVALID_CORPUS
 */
export function parseWordCounts(text: string, name: string): WordCounts {
  const headEnd = text.indexOf('\n');
  const { telltale, version, documents, tokens, tokenizer } = parseHead(text.slice(0, Math.max(headEnd, 0)));
  if (telltale !== 'counts') {
    throw invalid(name, 'it is not a counts file: the first line is not that of telltale count.');
  }
  if (version !== 1) throw invalid(name, `it has version ${version}; this release reads 1.`);
  if (typeof tokenizer !== 'object' || tokenizer === null) throw invalid(name, 'it names no tokenizer.');
  if (!isCount(documents) || !isCount(tokens)) throw invalid(name, 'its documents and tokens are not counts.');
  const words = new Map<string, readonly [number, number]>();
  let line = 1;
  for (let from = headEnd + 1; from < text.length; ) {
    line++;
    const end = text.indexOf('\n', from);
    if (end < 0) throw invalid(name, `line ${line} does not end: the file was cut off.`);
    const [word, count, inDocuments, ...more] = text.slice(from, end).split('\t');
    const pair = [Number(count), Number(inDocuments)] as const;
    if (!word || more.length || !pair.every(isCount) || pair[0] < 1 || words.has(word)) {
      throw invalid(name, `line ${line} is not a word, its occurrences and its documents, or appears twice.`);
    }
    words.set(word, pair);
    from = end + 1;
  }
  return { tokenizer: parseTokenizer(tokenizer as Record<string, unknown>), documents, tokens, words };
}

function parseHead(line: string): Record<string, unknown> {
  try {
    const head = JSON.parse(line) as unknown;
    return typeof head === 'object' && head !== null ? (head as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function invalid(name: string, reason: string): KeywordError {
  return new KeywordError('INVALID_CORPUS', `${name}: ${reason}`);
}
