import type { ByteReader } from '../bytes/byte-reader.js';
import { shortestRun, VectorRun } from '../bytes/short-vectors.js';
import { PickleCursor } from './pickle-cursor.js';
import type { PickleMemo } from './pickle-memo.js';
import { op } from './pickle-opcodes.js';
import type { PickleStack } from './pickle-stack.js';
import { PickleDict, PickleGlobal, type PickleObject, type PickleValue, settle } from './pickle-values.js';

/** Bytes of the numbers and fetches that Python's pickler adds to a container at a time, and more. */
const longestItems = 1 << 14;

/** Takes objects in as they are made, so that they need not be held. */
export interface Digest {
  /** Sees every object when it has its state; what it returns, unless undefined, takes the object's place. */
  take(object: PickleObject): PickleValue | undefined;
  /**
   * Reads an object at once from after the opcode that fetched its class, and commits the cursor.
   *
   * @returns what stands for the object; undefined when it is to be made opcode by opcode
   */
  read(type: PickleGlobal, cursor: PickleCursor): PickleValue | undefined;
  /** Whether a list or dictionary of that name may stay empty, where all it gets are numbers and what is there already. */
  isNeedless(name: string): boolean;
}

/**
 * What of a pickle is read at once, since a model holds hundreds of thousands of its kind. Each method does what the
 * machine would do opcode by opcode, as far as it finds what it looks for; the machine goes on after it.
 */
export class PickleShortcuts {
  private readonly reader: ByteReader;
  private readonly memo: PickleMemo;
  private readonly stack: PickleStack;
  private readonly digest: Digest | undefined;
  private readonly cursor: PickleCursor;

  constructor(reader: ByteReader, memo: PickleMemo, stack: PickleStack, digest: Digest | undefined) {
    this.reader = reader;
    this.memo = memo;
    this.stack = stack;
    this.digest = digest;
    this.cursor = new PickleCursor(reader, memo);
  }

  /** Pushes a value of the memo, or what can be read at once that begins with it. */
  pushFetched(value: PickleValue): void {
    const made = value instanceof PickleGlobal ? this.readObject(value) : undefined;
    if (made !== undefined) this.stack.make(made);
    else this.stack.push(value);
  }

  private readObject(type: PickleGlobal): PickleValue | undefined {
    const { stack } = this;
    const cursor = this.cursor.begin();
    if (!type.makesArrays) return this.digest?.read(type, cursor);
    const first = cursor.vector() ? cursor.addVector() : -1;
    if (first < 0) return undefined;
    cursor.commit();
    const { vectors } = this.memo;
    if (!Array.isArray(stack.belowMark())) return vectors.array(first);
    // In a list there are more of them.
    let size = 1;
    while (this.readNextVector()) size++;
    if (size >= shortestRun) return new VectorRun(vectors, first, size);
    for (let i = 0; i < size - 1; i++) stack.make(vectors.array(first + i));
    return vectors.array(first + size - 1);
  }

  /** Adds the vector that is next, made here or fetched, to the short ones; false when something else is next. */
  private readNextVector(): boolean {
    const cursor = this.cursor.begin();
    const known = cursor.fetchVector();
    if (known >= 0) this.memo.vectors.repeat(known);
    else {
      const type = cursor.fetch();
      if (!(type instanceof PickleGlobal && type.makesArrays && cursor.vector() && cursor.addVector() >= 0))
        return false;
    }
    cursor.commit();
    return true;
  }

  /** Passes, from after a mark that is not yet set, the items of a container that nobody needs. */
  passNeedless(): boolean {
    const container = this.stack.peek(0);
    const isDict = container instanceof PickleDict;
    if (!(isDict ? container.isEmpty : Array.isArray(container) && container.length === 0)) return false;
    const name = settle(this.stack.peek(1) ?? null, this.reader);
    if (typeof name !== 'string' || !this.digest?.isNeedless(name)) return false;
    const cursor = this.cursor.begin(longestItems);
    if (!cursor.passItems(isDict ? op.SETITEMS : op.APPENDS)) return false;
    cursor.commit();
    return true;
  }

  /** Reads, from after a mark, what large lists and dictionaries hold: texts, or texts and objects that are read at once. */
  readItems(): void {
    const { stack } = this;
    const container = stack.belowMark();
    const isDict = container instanceof PickleDict;
    if (!(isDict || Array.isArray(container))) return;
    while (!stack.isOverfull) {
      const cursor = this.cursor.begin();
      const text = cursor.text();
      if (text === undefined) return;
      if (isDict) {
        const type = cursor.fetch();
        const value = type instanceof PickleGlobal ? this.digest?.read(type, cursor) : undefined;
        if (value === undefined) return;
        stack.make(text);
        stack.make(value);
      } else {
        cursor.commit();
        stack.make(text);
      }
    }
  }
}
