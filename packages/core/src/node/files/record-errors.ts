import { counted, type ErrorCode, KeywordError } from '../../errors.js';

/** Why there is no result for a record. */
export interface RecordError {
  readonly code: ErrorCode;
  readonly message: string;
}

/** What became of some records. */
export interface RecordTally {
  /** Records that could be read. */
  readonly read: number;
  /** Records that could not. */
  readonly failed: number;
  /** Why, for the first {@link NAMED_PLACES} of these. */
  readonly errors: readonly RecordError[];
}

/** What is done about records that fail. */
export interface ErrorOptions {
  /** `stop` ends the run at the first. */
  readonly onError?: 'skip' | 'stop' | undefined;
  /** Ends the run when more fail. */
  readonly maxErrors?: number | undefined;
}

/** Places named in the summary. */
export const NAMED_PLACES = 5;

/** Codes of what is more than one record: a file that could not be read to its end, or not be written. */
const filesLost: ReadonlySet<ErrorCode> = new Set(['FILE_UNREADABLE', 'FILE_NOT_FOUND', 'WRITE_FAILED']);

const count = (value: number) => value.toLocaleString('en-US');

/**
 * Counts the records of a run that fail, and ends the run where the options say so. Without `onError` a failure ends it
 * only if there is no other record.
 */
export class RecordErrors {
  readonly #onError: 'skip' | 'stop' | undefined;
  readonly #maxErrors: number;
  readonly #named: RecordError[] = [];
  #records = 0;
  #failed = 0;
  #isIncomplete = false;

  constructor({ onError, maxErrors }: ErrorOptions) {
    this.#onError = onError;
    this.#maxErrors = maxErrors ?? Number.POSITIVE_INFINITY;
  }

  /** Whether there was no record at all, good or bad. */
  get isEmpty(): boolean {
    return this.#records === 0;
  }

  /** Whether the run failed: no record could be worked on, or a file could not be read to its end or not be written. */
  get hasFailed(): boolean {
    return this.#isIncomplete || (this.#failed > 0 && this.#failed === this.#records);
  }

  /**
   * Passes results on.
   *
   * @param errorOf the error of a result that has one; its message names the place
   * @throws KeywordError that error, where it ends the run
   */
  async *watch<T>(results: AsyncIterable<T>, errorOf: (result: T) => RecordError | undefined): AsyncGenerator<T> {
    let held: { result: T; error: RecordError } | undefined;
    for await (const result of results) {
      if (held) yield held.result;
      held = undefined;
      const error = errorOf(result);
      this.add(error ? failure(error) : { read: 1, failed: 0, errors: [] });
      if (error && this.#records === 1 && this.#onError === undefined) {
        held = { result, error };
        continue;
      }
      yield result;
    }
    if (held) throw new KeywordError(held.error.code, held.error.message);
  }

  /**
   * Counts records.
   *
   * @throws KeywordError the first error, where it ends the run
   */
  add({ read, failed, errors }: RecordTally): void {
    this.#records += read + failed;
    if (failed === 0) return;
    this.#failed += failed;
    this.#isIncomplete ||= errors.some(({ code }) => filesLost.has(code));
    const [{ code, message }] = errors;
    for (const error of errors) if (this.#named.length < NAMED_PLACES) this.#named.push(error);
    if (this.#onError === 'stop') throw new KeywordError(code, message);
    if (this.#failed > this.#maxErrors) {
      throw new KeywordError(
        code,
        `${this.#counts('the first ')}, more than the ${this.#maxErrors} of \`maxErrors\`:\n${this.#places()}`,
      );
    }
  }

  /** @throws KeywordError where there are records, and none of them could be read */
  requireSome(): void {
    if (this.#failed === 0 || this.#failed < this.#records) return;
    const { code, message } = this.#named[0];
    throw new KeywordError(code, this.#records === 1 ? message : `${this.#counts()}:\n${this.#places()}`);
  }

  /** How many records failed, and the first of them; undefined where none did. */
  summary(): string | undefined {
    return this.#failed === 0 ? undefined : `${this.#counts()}:\n${this.#places()}`;
  }

  #counts(which = ''): string {
    return `${count(this.#failed)} of ${which}${counted(this.#records, 'record')} failed`;
  }

  #places(): string {
    const more = this.#failed - this.#named.length;
    const places = this.#named.map(({ message }) => `  ${message}`);
    return [...places, ...(more > 0 ? [`  and ${count(more)} more`] : [])].join('\n');
  }
}

/** The tally of one record that failed. */
export function failure({ code, message }: RecordError): RecordTally {
  return { read: 0, failed: 1, errors: [{ code, message }] };
}
