import {
  bytesForFormat,
  checkDelimiter,
  checkEncoding,
  checkIsThere,
  counted,
  type FoundFiles,
  findFiles,
  formatByName,
  formatOf,
  type InputFormat,
  inputExtensions,
  isDocument,
  isRecords,
  KeywordError,
  type OptionsOf,
  openInput,
  peek,
  statusOf,
} from '@telltale/core';
import type { inputOptions, readingOptions } from '@telltale/core/internal/options.js';
import type { CommandIo } from './io.js';
import { inLanguage, say } from './language.js';

/** So many files are worth the start of threads. */
const MANY_FILES = 10;
/** Names of files left out that are printed. */
const NAMED_FILES = 5;

type InputFlags = OptionsOf<typeof inputOptions>;

/** What an input holds: its format, its bytes as UTF-8, and those that it begins with. */
export interface OpenedInput {
  readonly format: InputFormat;
  /** What a document is encoded in, whose bytes are as they are in the file. */
  readonly encoding?: string | undefined;
  readonly head: Uint8Array;
  readonly chunks: AsyncGenerator<Uint8Array>;
}

/** A file, or standard input. */
export class Input {
  /** Its path; `-` for standard input. */
  readonly file: string;
  /** What to call it. */
  readonly source: string;
  readonly #flags: InputFlags;
  readonly #io: CommandIo;
  #opened: Promise<OpenedInput> | undefined;

  constructor(file: string, flags: InputFlags, io: CommandIo) {
    this.file = file;
    this.source = file === '-' ? 'standard input' : file;
    this.#flags = flags;
    this.#io = io;
  }

  /** Opens it, the first time. */
  open(): Promise<OpenedInput> {
    this.#opened ??= this.#open();
    // Whoever reads it hears of its error.
    this.#opened.catch(() => {});
    return this.#opened;
  }

  /** Closes what was opened, and keeps nothing of it. */
  async close(): Promise<void> {
    const opened = await this.#opened?.catch(() => undefined);
    this.#opened = undefined;
    await opened?.chunks.return(undefined);
  }

  async #open(): Promise<OpenedInput> {
    const { encoding, lines, field } = this.#flags;
    const given = lines ? 'lines' : this.#flags.inputFormat;
    if (given === 'parquet' || (!given && formatByName(this.file) === 'parquet')) {
      return { format: 'parquet', head: new Uint8Array(0), chunks: (async function* () {})() };
    }
    const named = given ?? formatByName(this.file);
    if (named && isDocument(named)) {
      const chunks = openInput(this.file, { raw: true, stdin: this.#io.stdin });
      return { format: named, encoding, head: new Uint8Array(0), chunks };
    }
    const bytes = openInput(this.file, { encoding, stdin: this.#io.stdin });
    const { head, all } = await peek(bytes, (head) => head.length < bytesForFormat);
    // A document that its first bytes give away is UTF-8 by now where an encoding was named.
    return { format: given ?? formatOf(this.file, head, field), encoding: encoding && 'utf-8', head, chunks: all };
  }

  /** Whether it is a Markdown file. */
  get isMarkdown(): boolean {
    const { lines, inputFormat } = this.#flags;
    const format = lines ? 'lines' : (inputFormat ?? formatByName(this.file));
    return format === 'markdown' && this.file !== '-';
  }

  /** Whether its name says that it holds records. */
  get isNamedRecords(): boolean {
    return isRecords(formatByName(this.file) ?? 'text');
  }
}

/** The inputs of a command, for `await using`: however it ends, those that nobody has read are closed. */
export interface Inputs extends AsyncDisposable {
  readonly inputs: readonly Input[];
  /** Whether there may be so many texts that threads are worth their start. */
  readonly isMany: boolean;
}

/**
 * Finds the inputs of a command, before any of them is worked on: its files, or standard input where there are neither
 * files nor texts.
 *
 * @throws KeywordError FILE_NOT_FOUND, INVALID_TEXT where there is none, INVALID_OPTION
 */
export async function findInputs(texts: readonly string[], flags: InputFlags, io: CommandIo): Promise<Inputs> {
  checkReading(flags);
  const { file: paths, lines, inputFormat } = flags;
  if (lines && inputFormat && inputFormat !== 'lines') {
    throw new KeywordError('INVALID_OPTION', `--lines and --input-format ${inputFormat} contradict each other.`, {
      zh: `--lines 与 --input-format ${inputFormat} 相互矛盾。`,
    });
  }
  for (const text of texts) checkIsText(text, io);
  if (paths === undefined && texts.length > 0) {
    checkNoFields(flags, 'what is given as an argument');
    return inputsOf([], false);
  }
  if (paths === undefined && io.stdin.isTTY) {
    throw new KeywordError(
      'INVALID_TEXT',
      'There is no text: give one as an argument, name files with --file, or pipe one in.',
      { zh: '没有文本：请写在命令行上，用 --file 指定文件，或由管道送入。' },
    );
  }
  const inputs = filesOf(paths ?? ['-'], io).map((file) => new Input(file, flags, io));
  const given = lines ? 'lines' : inputFormat;
  let hasRecords = given === undefined ? inputs.some((input) => input.isNamedRecords) : isRecords(given);
  if (!given) for (const input of inputs.slice(0, MANY_FILES)) hasRecords ||= await holdsRecordsInside(input);
  try {
    if (!hasRecords) checkNoFields(flags, inputs[0].source);
  } catch (error) {
    await closeAll(inputs);
    throw error;
  }
  return inputsOf(inputs, hasRecords || given === 'lines' || inputs.length > MANY_FILES);
}

function inputsOf(inputs: readonly Input[], isMany: boolean): Inputs {
  return { inputs, isMany, [Symbol.asyncDispose]: () => closeAll(inputs) };
}

async function closeAll(inputs: readonly Input[]): Promise<void> {
  for (const input of inputs) await input.close();
}

/** Whether an input whose name does not say it holds records. What cannot be opened is reported where it is read. */
async function holdsRecordsInside(input: Input): Promise<boolean> {
  if (formatByName(input.file) !== undefined) return input.isNamedRecords;
  try {
    return isRecords((await input.open()).format);
  } catch {
    return false;
  }
}

/** @throws KeywordError INVALID_OPTION */
export function checkReading({ encoding, delimiter }: OptionsOf<typeof readingOptions>): void {
  if (encoding !== undefined) checkEncoding(encoding);
  if (delimiter !== undefined) checkDelimiter(delimiter);
}

/** One title is not that of several texts. @throws KeywordError INVALID_OPTION */
export function checkOneTitle({ title }: { readonly title?: string | undefined }): void {
  if (title === undefined) return;
  throw new KeywordError(
    'INVALID_OPTION',
    '--title is the title of one text, and there may be several here. Name the field that holds the title of each with --title-field.',
  );
}

/** Options that name fields mean nothing where there are no records. */
function checkNoFields({ field, titleField, groupBy }: InputFlags, source: string): void {
  const group = /^(file|all)$/.test(groupBy ?? 'all') ? undefined : groupBy;
  const flags = { '--field': field, '--title-field': titleField, '--group-by': group };
  const [flag, name] = Object.entries(flags).find(([, name]) => name !== undefined) ?? [];
  if (flag === undefined) return;
  throw new KeywordError(
    'INVALID_OPTION',
    `${flag} ${name} names a field of records, but ${source} is read as text. Leave it out, or say what the input is with --input-format.`,
  );
}

/**
 * An argument is a text; who means a file or an address by it is told how to read it, for nobody wants keywords of a name.
 * Words that happen to be a name as well are a text.
 *
 * @throws KeywordError INVALID_TEXT, FILE_NOT_FOUND
 */
function checkIsText(text: string, io: CommandIo): void {
  if (text.length > 1000 || text.includes('\0')) return;
  const given = JSON.stringify(text);
  const status = statusOf(text);
  if (status) {
    const [kind, kindInChinese] = status.isDirectory() ? ['folder', '文件夹'] : ['file', '文件'];
    const path = /^[\w./\\~-]+$/.test(text) ? text : given;
    if (/^[\p{L}\p{M}\p{N}\p{Pd}_' ]+$/u.test(text)) {
      say(
        io,
        `${given} is read as a text; there is also a ${kind} of that name, which --file ${path} reads.`,
        `${given} 当作文本；也有同名的${kindInChinese}，要读它请用 --file ${path}。`,
      );
      return;
    }
    throw new KeywordError(
      'INVALID_TEXT',
      `${given} is the name of a ${kind}, and arguments are texts. Use --file ${path} to read the ${kind}; to use the name itself as text, pipe it in.`,
      {
        zh: `${given} 是${kindInChinese}名，而参数是文本。要读${kindInChinese}，请用 --file ${path}；真是文本，则由管道送入。`,
      },
    );
  }
  if (/^https?:\/\/\S+$/i.test(text)) {
    throw new KeywordError(
      'INVALID_TEXT',
      `${given} is an address, and addresses are not fetched. Save the page, and read it with --file.`,
      { zh: `${given} 是网址，而网址不会去下载。请先保存网页，再用 --file 读取。` },
    );
  }
  if (/^\S+$/.test(text) && formatByName(text) !== undefined) {
    throw new KeywordError(
      'FILE_NOT_FOUND',
      `${given} looks like the name of a file, and there is none of that name. Name files with --file; to use the name itself as text, pipe it in.`,
      { zh: `${given} 像是文件名，但没有这个文件。读文件请用 --file；真是文本，则由管道送入。` },
    );
  }
}

function filesOf(paths: readonly string[], io: CommandIo): string[] {
  const found: string[] = [];
  for (const path of paths) {
    if (path === '') {
      throw new KeywordError('INVALID_OPTION', '--file is empty: name a file, or - for standard input.', {
        zh: '--file 是空的：请给出文件名，或用 - 表示标准输入。',
      });
    }
    if (path !== '-') checkIsThere(path);
    const files = findFiles(path, inputExtensions);
    io.stderr.write(describeLeftOut(io, path, files));
    for (const file of files.found) found.push(file);
  }
  if (found.length === 0) {
    throw new KeywordError(
      'INVALID_TEXT',
      `${paths.join(', ')}: there is no file to read. Directories are searched for ${inputExtensions.filter((ending) => /^\.[a-z]+$/.test(ending)).join(', ')}, compressed or not.`,
    );
  }
  return found;
}

/** What of a directory is not read; empty where all is. */
export function describeLeftOut(io: CommandIo, path: string, { leftOut, skipped }: FoundFiles): string {
  const names = (files: readonly string[]) =>
    files.slice(0, NAMED_FILES).join(', ') + (files.length > NAMED_FILES ? ', …' : '');
  const others = leftOut.filter((file) => statusOf(file));
  const nowhere = leftOut.filter((file) => !statusOf(file));
  const byEnding = inLanguage(
    io,
    `telltale: ${path}: left out ${counted(others.length, 'file')} by extension: ${names(others)}\n`,
    `telltale: ${path}：按扩展名略去 ${others.length} 个文件：${names(others)}\n`,
  );
  const unopened = inLanguage(
    io,
    `telltale: ${path}: left out what cannot be opened, such as a broken link or a name that is not UTF-8: ${names(nowhere)}\n`,
    `telltale: ${path}：略去打不开的文件，例如失效的链接、不是 UTF-8 的文件名：${names(nowhere)}\n`,
  );
  const hidden = inLanguage(
    io,
    `telltale: ${path}: left out what is hidden or in node_modules: ${names(skipped)}\n`,
    `telltale: ${path}：略去隐藏的文件、文件夹和 node_modules：${names(skipped)}\n`,
  );
  return (
    (others.length > 0 ? byEnding : '') + (nowhere.length > 0 ? unopened : '') + (skipped.length > 0 ? hidden : '')
  );
}
