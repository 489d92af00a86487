import { extname } from 'node:path';
import { KeywordError, type RecordErrors, writeFileAtomically } from '@telltale/core';
import { warn } from './error-message.js';
import { keywordForms } from './format-keywords.js';
import type { Input } from './inputs.js';
import { type CommandIo, FAILED, FOUND_NOTHING } from './io.js';
import { inLanguage } from './language.js';

/**
 * Prints results, or writes them to a file, and then says what failed.
 *
 * @param inputs what they were read from
 * @param nothing what to say where no text has a result; asked when all have been written
 * @returns the exit code
 */
export async function writeResults(
  io: CommandIo,
  output: string | undefined,
  pieces: AsyncIterable<string | Uint8Array>,
  errors: RecordErrors,
  inputs: readonly Input[],
  nothing: () => string | undefined,
): Promise<number> {
  const { stdout, stderr } = io;
  if (output === undefined) for await (const piece of pieces) stdout.write(piece as string);
  else await writeFileAtomically(output, asBytes(pieces));
  const summary = errors.summary();
  if (summary) warn(io, summary);
  if (errors.hasFailed) return FAILED;
  const message = errors.isEmpty ? noText(io, inputs) : nothing();
  if (message === undefined) return 0;
  stderr.write(`${message}\n`);
  return FOUND_NOTHING;
}

/** What to say where no text has a keyword. */
export function noKeyword(io: CommandIo): string {
  return inLanguage(
    io,
    'No keyword was found: the text has no word or phrase that the options allow.',
    '没有找到关键词：文中没有选项允许的词或词组。',
  );
}

/** What to say where the inputs hold no text at all: tables without rows, empty arrays. */
function noText(io: CommandIo, inputs: readonly Input[]): string {
  const names = inputs.map(({ source }) => source);
  const few = names.length > NAMED_INPUTS ? [...names.slice(0, NAMED_INPUTS), '…'] : names;
  return inLanguage(io, `There is no text in ${few.join(', ')}.`, `${few.join('、')} 里没有文本。`);
}

/** Inputs that a message names. */
const NAMED_INPUTS = 5;

/** Endings of files, without their dot, and the forms that they say. */
type Endings<Form extends string> = Readonly<Record<string, Form>>;

const keywordEndings = Object.fromEntries(keywordForms.map((name) => [name, name])) as Endings<
  (typeof keywordForms)[number]
>;

/**
 * The form of an output file: the one that was asked for, else the one that its name says.
 *
 * @throws KeywordError INVALID_OPTION where neither says one
 */
export function formOfFile<Form extends string>(
  path: string,
  format: Form | undefined,
): Form | (typeof keywordForms)[number] {
  return format ?? formByEnding(path, keywordEndings);
}

/**
 * The form that the ending of a file says.
 *
 * @throws KeywordError INVALID_OPTION where it says none
 */
export function formByEnding<Form extends string>(path: string, endings: Endings<Form>): Form {
  const ending = extname(path).toLowerCase().slice(1);
  if (Object.hasOwn(endings, ending)) return endings[ending];
  const known = Object.keys(endings).map((name) => `.${name}`);
  throw new KeywordError(
    'INVALID_OPTION',
    `output is "${path}"; its extension must name the format: ${known.join(', ')}. Otherwise set --format.`,
  );
}

async function* asBytes(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield typeof piece === 'string' ? encoder.encode(piece) : piece;
}
