/**
 * One error class and one table of codes for the whole package. The table is the source of docs/errors.md, of the
 * command's exit codes and of the service's status codes.
 */

/** Every code a {@link KeywordError} can carry, with what it means to a user. */
export const errorCodes = {
  INVALID_OPTION: 'An option has a value of the wrong type or outside its range.',
  INVALID_TEXT: 'A text or record cannot be processed: it is empty, damaged, binary, too long, or not UTF-8.',
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
  ENCODER_UNAVAILABLE: 'No package that runs encoders is installed, or it cannot run on this machine.',
  READER_UNAVAILABLE: 'A package that documents of this kind are read with is not installed, or does not run here.',
  MCP_UNAVAILABLE: 'The package that speaks the Model Context Protocol is not installed, or does not run here.',
  CANNOT_LISTEN:
    'The service cannot listen at the address: the port is taken, or the host is not an address of this machine.',
  OVERLOADED: 'The service is overloaded; the same request can be sent again later.',
  INTERRUPTED: 'The work was stopped by a signal or by the caller.',
} as const;

/** A code of {@link errorCodes}. */
export type ErrorCode = keyof typeof errorCodes;

/** Every further code that the service answers with: what is wrong with a request as such, and not with what it asks for. */
export const requestCodes = {
  INVALID_REQUEST: 'The request cannot be understood: no JSON, another shape or type, too slow, or broken off.',
  UNAUTHORIZED: 'The request carries none of the bearer tokens that are taken.',
  NOT_FOUND: 'There is nothing at this path, or not by this method.',
  TOO_LARGE: 'A body, a line, a text or a list is larger than what is taken.',
  RATE_LIMITED: 'The address has sent more requests in a minute than it may; the same may be sent again later.',
  INTERNAL: 'Something went wrong in the service; its log says more.',
} as const;

/**
 * The only error this package throws on purpose. Its message says what was given, what was expected and what to do.
 */
export class KeywordError extends Error {
  override readonly name = 'KeywordError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** A number with its noun, for messages: "1 tag", "2,000 texts"; a noun that takes no s names its plural. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : plural}`;
}
