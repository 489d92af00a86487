import { type ErrorCode, KeywordError } from '../node.js';

/** Why there is no result for a record. */
export interface RecordError {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Places named in the summary. */
const NAMED_PLACES = 5;

const count = (value: number) => value.toLocaleString('en-US');

/**
 * Counts the records of a run that fail, and ends the run where the options say so. Without `onError` a failure ends it
 * only if there is no other record.
 */
export class RecordErrors {
  readonly #onError: 'skip' | 'stop' | undefined;
  readonly #maxErrors: number;
  readonly #named: string[] = [];
  #records = 0;
  #failed = 0;
  #lostFile = false;

  constructor({ onError, maxErrors }: { onError?: 'skip' | 'stop' | undefined; maxErrors?: number | undefined }) {
    this.#onError = onError;
    this.#maxErrors = maxErrors ?? Number.POSITIVE_INFINITY;
  }

  /** Whether the run failed: no record could be worked on, or a file could not be read to its end. */
  get hasFailed(): boolean {
    return this.#lostFile || (this.#failed > 0 && this.#failed === this.#records);
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
      this.#records++;
      const error = errorOf(result);
      if (error) {
        this.#add(error);
        if (this.#records === 1 && this.#onError === undefined) {
          held = { result, error };
          continue;
        }
      }
      yield result;
    }
    if (held) throw new KeywordError(held.error.code, held.error.message);
  }

  #add({ code, message }: RecordError): void {
    this.#failed++;
    this.#lostFile ||= code === 'FILE_UNREADABLE' || code === 'FILE_NOT_FOUND';
    if (this.#named.length < NAMED_PLACES) this.#named.push(message);
    if (this.#onError === 'stop') throw new KeywordError(code, message);
    if (this.#failed > this.#maxErrors) {
      throw new KeywordError(
        code,
        `${count(this.#failed)} of the first ${count(this.#records)} records failed, more than the ${this.#maxErrors} of --max-errors:\n${this.#places()}`,
      );
    }
  }

  /** How many records failed, and the first of them; undefined where none did. */
  summary(): string | undefined {
    if (this.#failed === 0) return undefined;
    return `telltale: ${count(this.#failed)} of ${count(this.#records)} records failed:\n${this.#places()}\n`;
  }

  #places(): string {
    const more = this.#failed - this.#named.length;
    return [...this.#named.map((place) => `  ${place}`), ...(more > 0 ? [`  and ${count(more)} more`] : [])].join('\n');
  }
}
