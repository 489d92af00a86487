import type { KeywordError } from '../../errors.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import { invalid } from '../bytes/byte-source.js';
import { type ShortVectors, VectorRun } from '../bytes/short-vectors.js';
import { PickleDict, PickleObject, type PickleValue, settle } from './pickle-values.js';

/** Objects any pickle may make. */
const fewObjects = 10_000;
/** Bytes of the file for each further object; those of a model take at least eight. */
const bytesPerObject = 4;
/** Values waiting at once. Python's pickler adds at most 1,000 to a list or dictionary at a time. */
const deepestStack = 1 << 24;

/** Marks open at once. Python's pickler opens one for each container within another, and gives up at a thousand of these. */
const mostMarks = 1 << 16;
/** Items that calls may copy or look at beyond one for each byte of the file. */
const fewItems = 100_000;

/** The stack of a pickle, with its open marks, bounded by the length of the file. */
export class PickleStack {
  private readonly reader: ByteReader;
  private readonly values: PickleValue[] = [];
  /** Heights of the stack at the open marks. */
  private readonly marks: number[] = [];
  private objectsLeft: number;
  private itemsLeft: number;

  constructor(reader: ByteReader) {
    this.reader = reader;
    this.objectsLeft = fewObjects + reader.source.byteLength / bytesPerObject;
    this.itemsLeft = fewItems + reader.source.byteLength;
  }

  /** Whether more values wait than may. */
  get isOverfull(): boolean {
    return this.values.length > deepestStack;
  }

  push(value: PickleValue): void {
    this.values.push(value);
  }

  /** Pushes what takes memory of its own. */
  make(value: PickleValue): void {
    if (--this.objectsLeft < 0) throw damaged(this.reader, 'more objects than its length allows');
    this.values.push(value);
  }

  /** Charges a call for what it copies or goes through: lists come from the memo, and so as often as a pickle likes. */
  readonly charge = (items: number): void => {
    this.itemsLeft -= items;
    if (!(this.itemsLeft >= 0)) throw damaged(this.reader, 'calls that copy more than its length allows');
  };

  pop(): PickleValue {
    const height = this.values.length;
    if (height === 0 || this.marks.at(-1) === height) throw damaged(this.reader, 'a value taken from an empty stack');
    return this.values.pop()!;
  }

  /** Takes the top away; on a mark, the mark. */
  drop(): void {
    if (this.marks.at(-1) === this.values.length) this.marks.pop();
    else this.pop();
  }

  top(): PickleValue {
    const height = this.values.length;
    if (height === 0) throw damaged(this.reader, 'a value taken from an empty stack');
    return this.values[height - 1];
  }

  /** Puts another value in the place of the top. */
  replaceTop(value: PickleValue): void {
    this.values[this.values.length - 1] = value;
  }

  /** The value so many below the top; undefined when there is none. */
  peek(below: number): PickleValue | undefined {
    return this.values.at(-1 - below);
  }

  mark(): void {
    if (this.marks.length === mostMarks) throw damaged(this.reader, 'more open marks than any model has');
    this.marks.push(this.values.length);
  }

  /** The value below the last mark; undefined when there is none. */
  belowMark(): PickleValue | undefined {
    return this.values[(this.marks.at(-1) ?? 0) - 1];
  }

  /** The values above the last mark. */
  popMark(): PickleValue[] {
    const height = this.marks.pop();
    if (height === undefined) throw damaged(this.reader, 'no mark where one was expected');
    const { values } = this;
    const found = values.slice(height);
    // Setting its length would give memory back that is needed again at once.
    for (let i = found.length; i > 0; i--) values.pop();
    return found;
  }

  /** Adds items to the list on top. @param vectors where those go that are many short ones */
  append(items: readonly PickleValue[], vectors: ShortVectors): void {
    const list = this.top();
    if (list instanceof PickleObject) list.items ??= [];
    const target = list instanceof PickleObject ? list.items : list;
    if (!Array.isArray(target)) throw damaged(this.reader, 'items added to what is not a list');
    const run = VectorRun.of(items, vectors);
    if (run) target.push(run);
    else for (const item of items) target.push(settle(item, this.reader));
  }

  /** Adds entries to the dictionary on top. @param entries key, value, key, value, …; not used afterwards */
  setItems(entries: PickleValue[]): void {
    const object = this.top();
    if (object instanceof PickleObject) object.entries ??= new PickleDict();
    const dict = object instanceof PickleObject ? object.entries : object;
    if (!(dict instanceof PickleDict) || entries.length % 2)
      throw damaged(this.reader, 'entries added to what is not a dictionary');
    for (let i = 0; i < entries.length; i++) entries[i] = settle(entries[i], this.reader);
    dict.add(entries);
  }
}

/** Says that the pickle is damaged where the reader is. */
export function damaged(reader: ByteReader, what: string): KeywordError {
  return invalid(reader.name, `the pickle is damaged at byte ${reader.position - 1}: ${what}.`);
}
