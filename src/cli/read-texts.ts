import { createReadStream, readFileSync } from 'node:fs';
import { decodeText, KeywordError, type OptionsOf, readLines } from '../node.js';
import type { inputOptions } from '../options.js';
import type { CommandIo } from './io.js';

/** A text to work on, and what to call it. */
export interface NamedText {
  readonly source: string;
  readonly text: string;
}

/**
 * The texts a command is given: its arguments, its files, or standard input when there are neither.
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_TEXT
 */
export async function* readTexts(
  texts: readonly string[],
  { file: files, lines }: OptionsOf<typeof inputOptions>,
  io: CommandIo,
): AsyncGenerator<NamedText> {
  for (const [i, text] of texts.entries()) yield { source: `text ${i + 1}`, text };
  if (files === undefined && texts.length > 0) return;
  if (files === undefined && io.stdin.isTTY) {
    throw new KeywordError(
      'INVALID_TEXT',
      'There is no text: give one as an argument, name files with --file, or pipe one in.',
    );
  }
  for (const file of files ?? ['-']) {
    const source = file === '-' ? 'standard input' : file;
    if (lines) {
      let line = 0;
      for await (const text of readLines(openFile(file, io), source)) {
        line++;
        if (text.trim()) yield { source: `${source}:${line}`, text };
      }
    } else {
      const text = decodeText(await readWhole(file, io), source);
      yield { source, text: text.startsWith('\ufeff') ? text.slice(1) : text };
    }
  }
}

async function readWhole(file: string, io: CommandIo): Promise<Uint8Array> {
  if (file !== '-') return readable(file, () => readFileSync(file));
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* openFile(file: string, io: CommandIo): AsyncGenerator<Uint8Array> {
  const stream: AsyncIterable<Uint8Array> = file === '-' ? io.stdin : createReadStream(file);
  try {
    yield* stream;
  } catch (error) {
    throw readError(file, error);
  }
}

function readable<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw readError(file, error);
  }
}

function readError(file: string, error: unknown): unknown {
  if (error instanceof KeywordError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new KeywordError('FILE_NOT_FOUND', `There is no file ${file}.`, { cause: error });
  return new KeywordError('FILE_UNREADABLE', `Cannot read ${file}: ${message}`, { cause: error });
}
