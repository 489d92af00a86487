/**
 * One error class and one table of codes for the whole package. The table is the source of docs/errors.md, of the
 * command's exit codes and of the service's status codes.
 */

/** Every code a {@link KeywordError} can carry, with what it means to a user. */
export const errorCodes = {
  INVALID_OPTION: 'An option has a value of the wrong type or outside its range.',
  INVALID_TEXT: 'A text or record cannot be worked on: it is empty, damaged, binary, too long, or not UTF-8.',
  FILE_NOT_FOUND: 'A file or directory that was named does not exist.',
  FILE_UNREADABLE: 'A file exists but cannot be read, or is of another kind than expected.',
  WRITE_FAILED: 'A file could not be written. What was there before is untouched.',
  INVALID_MODEL: 'A model file is damaged, truncated, or contradicts itself.',
  UNSUPPORTED_MODEL: 'A model file is sound, but of a version or kind that cannot be used here.',
  TOKENIZER_MISMATCH: 'The tokenizer at hand is not the one the model was trained with.',
  INVALID_DICTIONARY: 'A user dictionary has a line that cannot be understood.',
  INVALID_WEIGHTS: 'Weights are damaged, of another version, or for texts in another language.',
  INVALID_LABELS: 'Labelled texts cannot be fitted to: too few, too many, or with labels that no text says.',
  INVALID_TAGS: 'A list of tags, or a file of an index made of one, has something in it that cannot be used.',
  INVALID_CORPUS: 'A corpus cannot be trained on: it has no documents, or no words are left.',
  NOT_IN_VOCABULARY: 'None of the words asked about is in the vocabulary of the model.',
  OUT_OF_MEMORY: 'The sizes asked for need more memory than can be had.',
  KERNEL_UNAVAILABLE: 'The kernel that was asked for cannot run on this machine.',
  ENCODER_UNAVAILABLE: 'A package that runs encoders is not installed, or cannot run on this machine.',
  CANNOT_LISTEN: 'The service cannot listen at the address: the port is taken, or the host is none of this machine.',
  OVERLOADED: 'The service has more to do than it can; the same request may be sent again later.',
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
