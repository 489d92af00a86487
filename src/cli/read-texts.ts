import { createReadStream } from 'node:fs';
import {
  decodeText,
  fileError,
  holdsRecords,
  KeywordError,
  listFiles,
  type OptionsOf,
  readLines,
  readRecords,
  readTextFile,
  recordExtensions,
  withoutMark,
} from '../node.js';
import type { inputOptions } from '../options.js';
import type { CommandIo } from './io.js';

/** A text to work on, and what to call it. */
export interface NamedText {
  readonly source: string;
  readonly text: string;
  /** What it is grouped by; empty without grouping. */
  readonly group: string;
}

/** What a directory is searched for. */
const textEndings = ['.txt', '.md', ...recordExtensions];

/** Whether there may be so many texts that threads are worth their start. */
export function hasManyTexts({ file, lines }: OptionsOf<typeof inputOptions>): boolean {
  return lines === true || filesOf(file).some(holdsRecords) || filesOf(file).length > 10;
}

const filesOf = (paths: readonly string[] = []) => paths.flatMap((path) => listFiles(path, textEndings));

/**
 * The texts a command is given: its arguments, its files, or standard input when there are neither.
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_TEXT
 */
export async function* readTexts(
  texts: readonly string[],
  { file: paths, lines, field = 'text', groupBy }: OptionsOf<typeof inputOptions>,
  io: CommandIo,
): AsyncGenerator<NamedText> {
  const groupOf = (file: string, fields: Readonly<Record<string, unknown>> = {}) => {
    if (groupBy === undefined || groupBy === 'all') return groupBy ?? '';
    return groupBy === 'file' ? file : String(fields[groupBy] ?? '');
  };
  for (const [i, text] of texts.entries()) yield { source: `text ${i + 1}`, text, group: groupOf('') };
  if (paths === undefined && texts.length > 0) return;
  if (paths === undefined && io.stdin.isTTY) {
    throw new KeywordError(
      'INVALID_TEXT',
      'There is no text: give one as an argument, name files with --file, or pipe one in.',
    );
  }
  for (const file of paths === undefined ? ['-'] : filesOf(paths)) {
    const source = file === '-' ? 'standard input' : file;
    const group = groupOf(source);
    if (holdsRecords(file) && !lines) {
      for await (const { fields, number } of readRecords(file)) {
        const text = fields[field];
        if (typeof text !== 'string') throw noText(`${file}:${number}`, field, fields);
        const { id } = fields;
        const named = typeof id === 'string' || typeof id === 'number' || typeof id === 'bigint';
        yield { source: named ? String(id) : `${file}:${number}`, text, group: groupOf(source, fields) };
      }
    } else if (lines) {
      let line = 0;
      for await (const text of readLines(openFile(file, io), source)) {
        line++;
        if (text.trim()) yield { source: `${source}:${line}`, text, group };
      }
    } else {
      const text = file === '-' ? await readStandardInput(io) : readTextFile(file);
      yield { source, text, group };
    }
  }
}

function noText(place: string, field: string, fields: Readonly<Record<string, unknown>>): KeywordError {
  const names = Object.keys(fields).slice(0, 20).join(', ');
  return new KeywordError(
    'INVALID_TEXT',
    `${place} has no text in a field "${field}"; its fields are: ${names}. Name the right one with --field.`,
  );
}

async function readStandardInput(io: CommandIo): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin) chunks.push(chunk);
  return withoutMark(decodeText(Buffer.concat(chunks), 'standard input'));
}

/** The bytes of a file, or of standard input for `-`. */
export async function* openFile(file: string, io: CommandIo): AsyncGenerator<Uint8Array> {
  const stream: AsyncIterable<Uint8Array> = file === '-' ? io.stdin : createReadStream(file);
  try {
    yield* stream;
  } catch (error) {
    throw error instanceof KeywordError ? error : fileError(file, error);
  }
}
