import { type ChildProcess, fork } from 'node:child_process';
import type { DocumentKind, TextDocument } from '../../documents/document.js';
import { type DocumentOptions, readDocument } from '../../documents/read-document.js';
import { type ErrorCode, KeywordError } from '../../errors.js';
import { tooLong } from '../../records/text-of-record.js';
import { documentPackages } from './document-packages.js';
import { answerOf } from './watched-file.js';

/** What the process that reads documents is asked for. */
export interface DocumentQuestion extends DocumentOptions {
  readonly kind: DocumentKind;
  readonly bytes: Uint8Array;
  /** Time of a processor it may take. */
  readonly milliseconds: number;
}

/** What the process read, or what was wrong; the message goes on after the name of the file. */
export type DocumentAnswer =
  | { readonly document: TextDocument; readonly error?: undefined }
  | { readonly error: string; readonly code: ErrorCode };

/** Largest document, in bytes: pictures count. */
const MOST_BYTES = 2 ** 28;
const ENDED = 'The process that reads documents has ended.';
const program = new URL('./document-program.js', import.meta.url);

/**
 * Reads documents. What only our own readers see is read here, else a process of its own does it, with bounds on its
 * time and memory: a damaged file can keep a parser for good, or make it fill the memory. The process starts with the
 * first document that needs it, and again after one that has ended it.
 */
export class DocumentReader {
  #child: Promise<ChildProcess> | undefined;

  /**
   * @param source name for messages
   * @throws KeywordError INVALID_TEXT, and PACKAGE_MISSING naming the package to install
   */
  async read(
    kind: DocumentKind,
    chunks: AsyncIterable<Uint8Array>,
    source: string,
    options: DocumentOptions,
  ): Promise<TextDocument> {
    const bytes = await collect(chunks, source);
    let document: TextDocument;
    try {
      const isOurs = kind === 'markdown' || kind === 'srt' || kind === 'vtt';
      document = isOurs
        ? await readDocument(kind, bytes, documentPackages, options)
        : await this.#ask(kind, bytes, options);
    } catch (cause) {
      if (!(cause instanceof KeywordError) || cause.code !== 'INVALID_TEXT') throw cause;
      throw new KeywordError('INVALID_TEXT', `${source} ${cause.message}`, { cause });
    }
    const { text, title = '' } = document;
    const length = text.length + title.length;
    if (length > options.maxText) throw tooLong(source, `${length} characters`, options.maxText);
    return document;
  }

  /** Ends the process; documents can still be read. */
  close(): void {
    const child = this.#child;
    this.#child = undefined;
    child?.then(
      (child) => child.kill('SIGKILL'),
      () => {},
    );
  }

  async #ask(kind: DocumentKind, bytes: Uint8Array, options: DocumentOptions): Promise<TextDocument> {
    this.#child ??= start();
    let answer: DocumentAnswer;
    try {
      const child = await this.#child;
      const milliseconds = 10_000 + (2000 * bytes.length) / 1e6;
      child.send({ kind, bytes, milliseconds, ...options } satisfies DocumentQuestion);
      answer = (await answerOf(child, ENDED)) as DocumentAnswer;
    } catch (cause) {
      this.close();
      throw new KeywordError('INVALID_TEXT', 'takes too much time or memory to read: it is damaged, or too large.', {
        cause,
      });
    }
    if (answer.error !== undefined) throw new KeywordError(answer.code, answer.error);
    return answer.document;
  }
}

async function start(): Promise<ChildProcess> {
  const child = fork(program, [], {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=2048'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await answerOf(child, ENDED);
  return child;
}

/** All bytes of a document. */
async function collect(chunks: AsyncIterable<Uint8Array>, source: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MOST_BYTES) {
      throw new KeywordError(
        'INVALID_TEXT',
        `${source} has more than ${MOST_BYTES >> 20} MiB, too large for a document.`,
      );
    }
    // A stream may use the memory of a chunk again.
    parts.push(Buffer.from(chunk));
  }
  return Buffer.concat(parts);
}
