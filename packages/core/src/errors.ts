/**
 * One error class and one table of codes for the whole package. docs/errors.md is compared with the table, and the
 * service gives each code its HTTP status in one place (server/problem.ts).
 */

/** Every code a {@link KeywordError} can carry, with what it means to a user. */
export const errorCodes = {
  INVALID_OPTION: 'An option has a value of the wrong type or outside its range.',
  INVALID_TEXT:
    'A text, file or record cannot be processed: it has no word, is damaged, too long, not a string or not UTF-8, or a file is binary.',
  FILE_NOT_FOUND: 'A file or directory that was named does not exist.',
  FILE_UNREADABLE: 'A file exists but cannot be read, or is not of the expected kind.',
  WRITE_FAILED: 'A file could not be written. What was there before is untouched.',
  INVALID_MODEL: 'A model file is damaged, truncated, or contradicts itself.',
  UNSUPPORTED_MODEL: 'A model file is intact, but its version or kind is not supported here.',
  TOKENIZER_MISMATCH: 'The available tokenizer is not the one the model was trained with.',
  INVALID_DICTIONARY: 'A user dictionary has a line that cannot be parsed.',
  INVALID_WEIGHTS: 'Weights are damaged, of another version, or for texts in another language.',
  INVALID_LABELS:
    'Labelled texts cannot be used for a fit: there are too few or too many, or their labels occur in no text.',
  INVALID_TAGS: 'A tag list, or an index file made from one, has an invalid entry.',
  INVALID_CORPUS: 'A corpus cannot be used for training: it has no documents, or no words are left.',
  NOT_IN_VOCABULARY: 'None of the given words is in the vocabulary of the model.',
  OUT_OF_MEMORY: 'Not enough memory for the requested sizes.',
  KERNEL_UNAVAILABLE: 'The requested kernel cannot run on this machine.',
  PACKAGE_MISSING: 'A package that is needed is not installed, or does not run here; the message names it.',
  CANNOT_LISTEN:
    'The service cannot listen at the address: the port is taken, or the host is not an address of this machine.',
  OVERLOADED: 'The service is overloaded; the same request can be sent again later.',
  INTERRUPTED: 'The work was stopped by a signal or by the caller.',
} as const;

/** A code of {@link errorCodes}. */
export type ErrorCode = keyof typeof errorCodes;

/** Every further code that the service answers with: what is wrong with a request as such, and not with what it asks for. */
export const requestCodes = {
  INVALID_REQUEST: 'The request cannot be understood: not JSON, of the wrong shape or type, too slow, or cut off.',
  UNAUTHORIZED: 'The request has no valid bearer token.',
  NOT_FOUND: 'Nothing is at this path, or not for this method.',
  TOO_LARGE: 'A body, a line, a text or a list is larger than allowed.',
  RATE_LIMITED: 'The address has sent more requests in a minute than allowed; send the request again later.',
  INTERNAL: 'Something went wrong in the service; its log says more.',
} as const;

/** What every code means, in Chinese. */
export const codesInChinese: Readonly<Record<ErrorCode | keyof typeof requestCodes, string>> = {
  INVALID_OPTION: '选项的值类型不对，或超出范围。',
  INVALID_TEXT: '无法处理文本、文件或记录：没有词、已损坏、太长、不是字符串、不是 UTF-8，或文件是二进制。',
  FILE_NOT_FOUND: '找不到所给的文件或目录。',
  FILE_UNREADABLE: '文件存在，但读不了，或不是所需的类型。',
  WRITE_FAILED: '文件写入失败。原有的文件没有动。',
  INVALID_MODEL: '模型文件已损坏、不完整，或自相矛盾。',
  UNSUPPORTED_MODEL: '模型文件完好，但本程序不支持它的版本或类型。',
  TOKENIZER_MISMATCH: '现有的分词器不是模型训练时用的那个。',
  INVALID_DICTIONARY: '用户词典有一行无法解析。',
  INVALID_WEIGHTS: '权重已损坏、版本不同，或用于另一种语言的文本。',
  INVALID_LABELS: '已标文本无法用来拟合：数量太少或太多，或标注的关键词不在任何文本中。',
  INVALID_TAGS: '标签表（或由它编成的索引文件）有一项无效。',
  INVALID_CORPUS: '语料无法用来训练：没有文档，或没有剩下的词。',
  NOT_IN_VOCABULARY: '所给的词都不在模型的词表里。',
  OUT_OF_MEMORY: '内存不够所要求的规模。',
  KERNEL_UNAVAILABLE: '所要求的计算内核无法在本机运行。',
  PACKAGE_MISSING: '没有安装所需的软件包，或它无法在本机运行；消息给出它的名称。',
  CANNOT_LISTEN: '服务无法监听该地址：端口已被占用，或主机不是本机的地址。',
  OVERLOADED: '服务过载；同一请求可稍后再发。',
  INTERRUPTED: '工作被信号或调用方中止。',
  INVALID_REQUEST: '无法理解该请求：不是 JSON、结构或类型不符、太慢，或中途断开。',
  UNAUTHORIZED: '请求没有带可接受的 Bearer 令牌。',
  NOT_FOUND: '该路径或方法下没有内容。',
  TOO_LARGE: '请求体、行、文本或列表超过上限。',
  RATE_LIMITED: '该地址一分钟内的请求超过上限；同一请求可稍后再发。',
  INTERNAL: '服务内部出错；详情见其日志。',
};

/** What an error may come with. */
export interface ErrorDetails {
  readonly cause?: unknown;
  /** The message in Chinese. */
  readonly zh?: string;
  /** The option that the message begins with, by its name; the command line adds the flag. */
  readonly option?: string | undefined;
}

/**
 * The only error this package throws on purpose. Its message says what was given, what was expected and what to do; options
 * that it names are between backticks, and the command line puts their flags.
 */
export class KeywordError extends Error {
  override readonly name = 'KeywordError';
  readonly code: ErrorCode;
  /** The message in Chinese, where there is one. */
  readonly zh: string | undefined;
  /** The option that the message begins with, by its name, where it is about one. */
  readonly option: string | undefined;

  constructor(code: ErrorCode, message: string, { zh, option, ...options }: ErrorDetails = {}) {
    super(message, options);
    this.code = code;
    this.zh = zh;
    this.option = option;
  }
}

/** A number with its noun, for messages: "1 tag", "2,000 texts"; a noun that takes no s names its plural. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : plural}`;
}

/** A text for a message: its first `most` characters and an ellipsis where it is longer. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** What a value is, for messages. */
export function kindOfValue(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return Array.isArray(value) ? 'an array' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/**
 * Checks what programs without types give as a text.
 *
 * @throws KeywordError INVALID_TEXT
 */
export function checkText(text: unknown): asserts text is string {
  if (typeof text === 'string') return;
  throw new KeywordError('INVALID_TEXT', `text must be a string, but is ${kindOfValue(text)}.`);
}

/** What needs a package, as the start of a sentence. */
export type Purpose = { readonly en: string; readonly zh: string };

/**
 * What an import failed with, as PACKAGE_MISSING where the package is not installed.
 *
 * @param purpose what needs the package, as the start of a sentence, in English and in Chinese
 */
export function importFailure(cause: unknown, name: string, purpose: Purpose): unknown {
  const { code, message } = cause as { code?: string; message?: string };
  // Browsers, and what bundlers put where a package is missing, have no code but name the package.
  const isMissing =
    code === 'ERR_MODULE_NOT_FOUND' ||
    (message?.includes(name) && /resolve|bare specifier|cannot find module/i.test(message));
  if (!isMissing) return cause;
  return packageMissing(name, purpose, { cause });
}

/**
 * PACKAGE_MISSING for a package by name.
 *
 * @param details what to install, where that is more or other than the package; why one that is installed does not run
 */
export function packageMissing(
  name: string,
  { en, zh }: Purpose,
  { cause, install = name, reason = '' }: { cause?: unknown; install?: string; reason?: string } = {},
): KeywordError {
  return new KeywordError('PACKAGE_MISSING', `${en} needs the package ${name}.${reason} Run npm install ${install}.`, {
    cause,
    zh: `${zh}需要软件包 ${name}。${reason}请运行 npm install ${install}。`,
  });
}
