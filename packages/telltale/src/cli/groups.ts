import { KeywordError } from '@telltale/core';

/** Names of fields in a message, at most, and their characters. */
const [MOST_NAMES, MOST_CHARACTERS] = [20, 1000];

/** What `--group-by` puts texts into: by file, all in one, or by a field of their records. */
export class Groups {
  readonly #by: string | undefined;
  readonly #isField: boolean;
  #isFound = false;
  #names: string | undefined;

  constructor(groupBy: string | undefined) {
    this.#by = groupBy;
    this.#isField = groupBy !== undefined && groupBy !== 'all' && groupBy !== 'file';
  }

  /** The group of what an input holds, where its fields do not say. */
  ofInput(source: string): string {
    return this.#by === 'file' ? source : this.#by === 'all' ? 'all' : '';
  }

  /**
   * The group of a record, or why it has none. A column is there or is misspelt; in JSON a field without a value may be
   * left out.
   *
   * @param place where the record is, for messages
   * @param mayLack whether the record need not have the field
   */
  ofRecord(
    fields: Readonly<Record<string, unknown>>,
    source: string,
    place: string,
    mayLack: boolean,
  ): string | KeywordError {
    if (!this.#isField) return this.ofInput(source);
    const name = this.#by!;
    this.#names ??= namesOf(fields);
    if (!Object.hasOwn(fields, name)) {
      return mayLack
        ? ''
        : new KeywordError('INVALID_TEXT', `${place} has no ${this.#lacks('its fields', namesOf(fields))}`);
    }
    this.#isFound = true;
    const value = fields[name] ?? '';
    if (typeof value !== 'object') return String(value);
    const kind = Array.isArray(value) ? 'an array' : 'an object';
    return new KeywordError(
      'INVALID_TEXT',
      `${place} has ${kind} in the field "${name}"; expected the name of a group.`,
    );
  }

  /** @throws KeywordError INVALID_OPTION when there were records, and none had the field */
  check(): void {
    if (this.#names === undefined || this.#isFound) return;
    throw new KeywordError(
      'INVALID_OPTION',
      `No record has the ${this.#lacks('the fields of the first', this.#names)}`,
      {
        option: 'groupBy',
        zh: `没有一条记录有字段 "${this.#by}"；第一条的字段为：${this.#names}。请用 --group-by 指明。`,
      },
    );
  }

  #lacks(whose: string, names: string): string {
    return `field "${this.#by}"; ${whose} are: ${names}. Name the right one with --group-by.`;
  }
}

const namesOf = (fields: object) =>
  Object.keys(fields).slice(0, MOST_NAMES).join(', ').slice(0, MOST_CHARACTERS) || 'none';
