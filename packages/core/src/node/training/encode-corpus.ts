import { isUtf8 } from 'node:buffer';
import { counted, KeywordError } from '../../errors.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import type { ResolvedOf, trainOptions } from '../../options.js';
import { Reservoir } from '../../train/reservoir.js';
import type { TrainEvent } from '../../train/train-events.js';
import { VocabularyBuilder } from '../../train/vocabulary-builder.js';
import { type CorpusBlock, readDocuments } from '../files/corpus-block.js';
import { type Documents, FileCorpus } from '../files/corpus-files.js';
import { holdsMarks, holdsNul } from '../files/lines.js';
import type { RecordTally } from '../files/record-errors.js';
import { type GivenVectors, hasVector } from '../models/given-vectors.js';
import type { CorpusEncoder, OwnedBlock } from './encode-threads.js';
import type { EncodeInput } from './encode-worker.js';
import { type EncodedCorpus, TokenFile } from './token-file.js';

/** Documents kept out of training at most. */
const HELD_OUT_DOCUMENTS = 2000;
/** Milliseconds between two reports, and between two looks at the abort signal. */
const REPORT_INTERVAL = 1000;
/** Characters of documents handed to an encoder at once. */
const BATCH = 1 << 19;

/**
 * Cuts the corpus into words once, counts them, and writes their ids to disk.
 *
 * @param given only words that have a vector there come into the vocabulary
 * @throws KeywordError INVALID_CORPUS when fewer than two words are left
 */
export async function encodeCorpus(
  documents: Documents,
  encoder: CorpusEncoder,
  options: Pick<ResolvedOf<typeof trainOptions>, 'heldOut' | 'seed' | 'minCount' | 'maxVocabulary'>,
  report: (event: TrainEvent) => void,
  signal?: AbortSignal,
  given?: GivenVectors,
): Promise<EncodedCorpus> {
  const builder = new VocabularyBuilder();
  const reservoir = new Reservoir<Int32Array>(options.heldOut, HELD_OUT_DOCUMENTS, options.seed, (document) =>
    document.slice(),
  );
  const tokenFile = new TokenFile();
  const write = (ids: Int32Array) => {
    builder.countDocument(ids);
    tokenFile.appendDocument(ids);
  };
  const start = performance.now();
  const reportCorpus = (done: boolean) =>
    report({
      type: 'corpus',
      documents: builder.documentCount + reservoir.items.length,
      tokens: builder.tokenCount,
      seconds: (performance.now() - start) / 1000,
      done,
    });
  try {
    // The first block is told of at once: a reader of standard input sees that it has begun.
    let lastReport = Number.NEGATIVE_INFINITY;
    for await (const block of encodeDocuments(documents, encoder, builder, signal)) {
      for (const document of block) {
        const trained = reservoir.offer(document);
        if (trained) write(trained);
      }
      if (performance.now() - lastReport > REPORT_INTERVAL) {
        lastReport = performance.now();
        reportCorpus(false);
      }
    }
    // Too small a corpus to spare anything: better no measure than no model.
    if (builder.documentCount === 0) for (const document of reservoir.items.splice(0)) write(document);
    reportCorpus(true);
    warnOfFailures(documents, report);
    const { vocabulary, wordIndexOfId } = builder.finish(
      options.minCount,
      options.maxVocabulary,
      given && ((word) => hasVector(given, word)),
    );
    if (vocabulary.words.length < 2) throw tooFewWords(builder, vocabulary, options.minCount, given?.name);
    tokenFile.remap(wordIndexOfId);
    const heldOut = reservoir.items.map((ids) => ids.map((id) => wordIndexOfId[id]).filter((index) => index >= 0));
    report({
      type: 'vocabulary',
      words: vocabulary.words.length,
      tokens: vocabulary.tokenCount,
      documents: builder.documentCount,
      heldOutDocuments: heldOut.length,
    });
    return { vocabulary, tokenCount: builder.tokenCount, tokenFile, heldOut };
  } catch (error) {
    tokenFile.close();
    throw error;
  }
}

/**
 * Cuts documents into words.
 *
 * @param builder gives the words their ids, and must count each document before the next block is asked for
 * @returns blocks of documents, each document as the builder's provisional ids, until the next block
 * @throws KeywordError where records of files cannot be read, and their options do not say to leave them out
 */
export async function* encodeDocuments(
  documents: Documents,
  encoder: CorpusEncoder,
  builder: VocabularyBuilder,
  signal?: AbortSignal,
): AsyncGenerator<Iterable<Int32Array>> {
  const toIds = idTranslator(encoder.encoders, builder);
  const corpus = documents instanceof FileCorpus ? documents : undefined;
  for await (const block of untilAborted(encoder.encode(blocksOf(documents)), signal)) {
    const { ids, tally } = 'bytes' in block ? segmentedIds(block, builder) : { ids: toIds(block), tally: block.tally };
    if (tally) corpus?.errors.add(tally);
    yield documentsIn(ids);
    if (builder.prune()) encoder.restart();
  }
  corpus?.errors.requireSome();
}

/** Reports which records of a corpus could not be read. */
export function warnOfFailures(documents: Documents, report: (event: TrainEvent) => void): void {
  const message = documents instanceof FileCorpus ? documents.errors.summary() : undefined;
  if (message) report({ type: 'warning', message });
}

/** What comes until a signal is aborted, even while it waits for more: standard input may say nothing for hours. */
async function* untilAborted<T>(items: AsyncIterable<T>, signal?: AbortSignal): AsyncGenerator<T> {
  if (!signal) return yield* items;
  const iterator = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await orAbort(iterator.next(), signal);
      if (done) return;
      yield value;
    }
  } finally {
    const closed = iterator.return?.();
    // It would wait for what has not come.
    if (signal.aborted) closed?.catch(() => {});
    else await closed;
  }
}

function orAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

async function* blocksOf(documents: Documents): AsyncGenerator<EncodeInput> {
  if (documents instanceof FileCorpus) {
    yield* documents.blocks();
    return;
  }
  let batch: string[] = [];
  let length = 0;
  for await (const document of documents) {
    batch.push(document);
    length += document.length;
    if (length >= BATCH) {
      yield batch;
      batch = [];
      length = 0;
    }
  }
  if (batch.length) yield batch;
}

/** The builder's ids of segmented text, until the next call. */
function segmentedIds(block: CorpusBlock, builder: VocabularyBuilder): { ids: Int32Array; tally: RecordTally } {
  const { bytes, maxText } = block;
  if (bytes.length <= maxText && isUtf8(bytes) && !holdsNul(bytes) && !holdsMarks(bytes)) {
    const ids = builder.encodeLines(bytes);
    let read = 0;
    for (const id of ids) if (id < 0) read++;
    return { ids, tally: { read, failed: 0, errors: [] } };
  }
  const { documents, tally } = readDocuments(block);
  return { ids: builder.encodeLines(Buffer.from(documents.join('\n'))), tally };
}

/** Turns each encoder's own numbers into the builder's ids, in place. */
function idTranslator(encoders: number, builder: VocabularyBuilder): (block: OwnedBlock) => Int32Array {
  const tables = Array.from({ length: encoders }, () => ({ ids: new Int32Array(1 << 16), size: 0 }));
  return ({ encoder, ids, newWords, restarted }) => {
    const table = tables[encoder];
    if (restarted) table.size = 0;
    if (table.size + newWords.length > table.ids.length) {
      const larger = new Int32Array(2 * (table.size + newWords.length));
      larger.set(table.ids);
      table.ids = larger;
    }
    for (const word of newWords) table.ids[table.size++] = builder.idOf(word);
    for (let i = 0; i < ids.length; i++) if (ids[i] >= 0) ids[i] = table.ids[ids[i]];
    return ids;
  };
}

function* documentsIn(ids: Int32Array): Generator<Int32Array> {
  let from = 0;
  for (let end = ids.indexOf(-1); end >= 0; end = ids.indexOf(-1, from)) {
    yield ids.subarray(from, end);
    from = end + 1;
  }
}

function tooFewWords(
  builder: VocabularyBuilder,
  vocabulary: Vocabulary,
  minCount: number,
  vectors: string | undefined,
): KeywordError {
  return new KeywordError(
    'INVALID_CORPUS',
    `The corpus has ${counted(builder.documentCount, 'document')} and ${counted(builder.tokenCount, 'token')}, but only ` +
      `${counted(vocabulary.words.length, 'word occurs', 'words occur')} at least ${counted(minCount, 'time')}${vectors ? ` with a vector in ${vectors}` : ''}; 2 are needed. Give more text, or lower \`minCount\`` +
      `${vectors ? ', or cut and normalize the corpus as the text of the vectors was (`tokenizer`, `normalization`)' : ''}.`,
  );
}
