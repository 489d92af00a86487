import type { Writable } from 'node:stream';
import { LineSplitter } from '../node/bounded-lines.js';
import {
  analyzerWith,
  ExtractionPool,
  KeywordError,
  modelForText,
  type OptionsOf,
  openInput,
  type TitledText,
} from '../node.js';
import type { encoderOptions, extractOptions, inputOptions, modelOptions, ResolvedOf } from '../options.js';
import {
  type FilterRecord,
  failed,
  jsonRecords,
  type RecordOutcome,
  type RecordReader,
  tsvRecords,
} from './filter-records.js';
import type { CommandIo } from './io.js';
import { noticesTo } from './notices.js';

/** Bytes of input gathered for several threads at once, and milliseconds waited for more of it. */
const GATHERED_BYTES = 1 << 20;
const GATHER_WAIT = 5;

type ExtractGroup = ResolvedOf<typeof extractOptions>;
type ModelGroup = ResolvedOf<typeof modelOptions> & ResolvedOf<typeof encoderOptions>;
type Note = ReturnType<typeof noticesTo>;
type Worker = (texts: TitledText[]) => Promise<RecordOutcome[]>;

/**
 * The line filter: for every input line one output line, in order. What has been read is answered before more is
 * waited for, so that a program at the other end may send a batch and wait for its answers. What is wrong with a record
 * is said in its line; only a fatal error, such as a model that is not there, ends the work.
 *
 * @throws KeywordError INVALID_OPTION, and as loadModel
 */
export async function runFilter(
  io: CommandIo,
  input: ResolvedOf<typeof inputOptions>,
  model: ModelGroup,
  options: ExtractGroup,
): Promise<void> {
  const reader = recordReader(input);
  const threads = input.threads ?? 1;
  const note = noticesTo(io);
  const { work, close } =
    threads === 1 ? await worker(model, options, note) : await threadedWorker(model, options, threads, note);
  let number = 0;
  try {
    for (const file of input.file ?? ['-']) {
      const splitter = new LineSplitter(input.maxLineBytes);
      const answer = async (lines: ReturnType<LineSplitter['push']>) => {
        const records = lines.map((line) => limited(reader(line, ++number), number, input.maxText));
        if (records.length) await print(io, await answers(records, work));
      };
      const chunks = openInput(file, { encoding: input.encoding, stdin: io.stdin });
      for await (const chunk of threads === 1 ? chunks : gathered(chunks)) await answer(splitter.push(chunk));
      await answer(splitter.end());
    }
  } finally {
    await close();
  }
}

/** The record, with an error instead of a text that is too long. */
function limited(record: FilterRecord, number: number, maxText: number): FilterRecord {
  const { text, title = '' } = record;
  if (typeof text !== 'string' || text.length + title.length <= maxText) return record;
  const message = `Line ${number} has a text of ${text.length + title.length} characters, more than the ${maxText} of --max-text.`;
  return { ...record, text: failed(new KeywordError('INVALID_TEXT', message)) };
}

function recordReader({ io: form, field, titleField }: OptionsOf<typeof inputOptions>): RecordReader {
  if (form === 'jsonl') return jsonRecords(field ?? 'text', titleField);
  return tsvRecords(columnOf('field (--field)', field), columnOf('titleField (--title-field)', titleField));
}

function columnOf(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new KeywordError(
    'INVALID_OPTION',
    `With --io tsv the option ${option} is the number of a column, from 1; got ${JSON.stringify(given)}.`,
  );
}

/** Extracts here. The model is loaded at once where one model serves all texts, so that a bad one is a fatal error. */
async function worker({ model, encoder, ...modelFlags }: ModelGroup, options: ExtractGroup, note: Note) {
  const analyze = await analyzerWith(encoder);
  const modelOf = modelForText(model, modelFlags, options.lang);
  if (model !== 'auto') await modelOf('');
  const work: Worker = async (texts) => {
    const outcomes: RecordOutcome[] = [];
    for (const { text, title } of texts) {
      const textModel = await modelOf(text);
      try {
        const analysis = await analyze(textModel, text, { ...options, title });
        note(analysis);
        outcomes.push({ keywords: analysis.keywords });
      } catch (error) {
        outcomes.push(failed(error));
      }
    }
    return outcomes;
  };
  return { work, close: async () => {} };
}

async function threadedWorker(
  { model, ...modelFlags }: ModelGroup,
  options: ExtractGroup,
  threads: number,
  note: Note,
) {
  const pool = await ExtractionPool.open(model, { ...modelFlags, threads });
  const work: Worker = async (texts) => {
    const outcomes: RecordOutcome[] = [];
    const titled = texts.map(({ text, title }) => ({ text, title }));
    for await (const result of pool.extractMany(titled, options)) {
      note(result);
      outcomes.push('keywords' in result ? { keywords: result.keywords } : result);
    }
    return outcomes;
  };
  return { work, close: () => pool.close() };
}

async function answers(records: FilterRecord[], work: Worker): Promise<string> {
  const outcomes = await work(records.filter(hasWords));
  let next = 0;
  return records
    .map((record) => {
      const { text, answer } = record;
      if (typeof text !== 'string') return `${answer(text ?? { keywords: null })}\n`;
      return `${answer(hasWords(record) ? outcomes[next++] : { keywords: [] })}\n`;
    })
    .join('');
}

/** An empty text has no keywords, which is no error here. */
function hasWords(record: FilterRecord): record is FilterRecord & { text: string } {
  return typeof record.text === 'string' && record.text.trim() !== '';
}

/** Waits until a slow reader has taken what is written, so that nothing piles up. */
async function print({ stdout }: CommandIo, text: string): Promise<void> {
  const stream = stdout as Writable;
  if (stream.write(text) === false) await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
}

/** Joins what comes in quick succession, so that there is work for several threads. */
async function* gathered(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  let next = chunks.next();
  for (;;) {
    const came = parts.length ? await Promise.race([next, pause()]) : await next;
    if (came && !came.done) {
      // Streams may use the memory of a chunk again.
      parts.push(Buffer.from(came.value));
      bytes += came.value.length;
      next = chunks.next();
    }
    if (parts.length && (!came || came.done || bytes >= GATHERED_BYTES)) {
      yield Buffer.concat(parts);
      parts = [];
      bytes = 0;
    }
    if (came?.done) return;
  }
}

function pause(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, GATHER_WAIT, undefined));
}
