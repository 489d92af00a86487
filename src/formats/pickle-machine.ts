import type { ByteReader } from './byte-reader.js';
import { invalid, unsupported } from './byte-source.js';
import { makeObject, setState } from './pickle-calls.js';
import { PickleCursor } from './pickle-cursor.js';
import { type PickleMemo, readDecimal, readName } from './pickle-memo.js';
import { op } from './pickle-opcodes.js';
import { readTextOperand } from './pickle-text-operands.js';
import { PickleBytes, PickleDict, PickleGlobal, PickleObject, PickleText, type PickleValue } from './pickle-values.js';
import { shortestRun, VectorRun } from './short-vectors.js';

/** Text up to this many bytes becomes a string where it enters a list or dictionary. */
const longestString = 1 << 16;
/** Objects any pickle may make. */
const fewObjects = 10_000;
/** Bytes of the file for each further object; those of a model take at least eight. */
const bytesPerObject = 4;
/** Values waiting at once. Python's pickler adds at most 1,000 to a list or dictionary at a time. */
const deepestStack = 1 << 24;

/** Bytes of the numbers and fetches that Python's pickler adds to a container at a time, and more. */
const longestItems = 1 << 14;

/** Takes objects in as they are made, so that they need not be held. */
export interface Digest {
  /** Sees every object when it has its state; what it returns, unless undefined, takes the object's place. */
  take(object: PickleObject): PickleValue | undefined;
  /**
   * Reads an object in one go from behind the opcode that fetched its class, and commits the cursor.
   *
   * @returns what stands for the object; undefined when it is to be made opcode by opcode
   */
  read(type: PickleGlobal, cursor: PickleCursor): PickleValue | undefined;
  /** Whether a list or dictionary of that name may stay empty, where all it gets are numbers and what is there already. */
  isNeedless(name: string): boolean;
}

/** The stack machine that a pickle is a program for. */
export class PickleMachine {
  private readonly reader: ByteReader;
  private readonly memo: PickleMemo;
  private stack: PickleValue[] = [];
  /** Heights of the stack at the open marks. */
  private readonly marks: number[] = [];
  private readonly digest: Digest | undefined;
  private readonly cursor: PickleCursor;
  private objectsLeft: number;

  constructor(reader: ByteReader, memo: PickleMemo, digest?: Digest) {
    this.digest = digest;
    this.reader = reader;
    this.memo = memo;
    this.cursor = new PickleCursor(reader, memo);
    this.objectsLeft = fewObjects + reader.source.byteLength / bytesPerObject;
  }

  /** Runs to STOP and returns what is on the stack then. */
  run(): PickleValue {
    const { reader, memo, stack } = this;
    for (;;) {
      const code = reader.byte();
      switch (code) {
        case op.STOP:
          return this.pop();
        case op.PROTO:
          this.checkProtocol(reader.byte());
          break;
        case op.FRAME:
          reader.skip(8);
          break;
        case op.MEMOIZE:
          this.keep(memo.entries);
          break;
        case op.BINPUT:
          this.keep(reader.byte());
          break;
        case op.LONG_BINPUT:
          this.keep(reader.uint32());
          break;
        case op.PUT:
          this.keep(readDecimal(reader));
          break;
        case op.BINGET:
          this.pushFetched(memo.get(reader.byte()));
          break;
        case op.LONG_BINGET:
          this.pushFetched(memo.get(reader.uint32()));
          break;
        case op.GET:
          stack.push(memo.get(readDecimal(reader)));
          break;
        case op.NONE:
          stack.push(null);
          break;
        case op.NEWTRUE:
          stack.push(true);
          break;
        case op.NEWFALSE:
          stack.push(false);
          break;
        case op.BININT1:
          stack.push(reader.byte());
          break;
        case op.BININT2:
          stack.push(reader.uint16());
          break;
        case op.BININT:
          stack.push(reader.int32());
          break;
        case op.BINFLOAT:
          stack.push(reader.float64(false));
          break;
        case op.LONG1:
          stack.push(littleEndianInteger(reader.bytes(reader.byte())));
          break;
        case op.LONG4:
          stack.push(littleEndianInteger(reader.bytes(reader.uint32())));
          break;
        case op.SHORT_BINBYTES:
          this.pushBytes(reader.byte());
          break;
        case op.BINBYTES:
          this.pushBytes(reader.uint32());
          break;
        case op.BINBYTES8:
        case op.BYTEARRAY8:
          this.pushBytes(reader.uint64());
          break;
        case op.SHORT_BINUNICODE:
          this.pushText(reader.byte(), false);
          break;
        case op.BINUNICODE:
          this.pushText(reader.uint32(), false);
          break;
        case op.BINUNICODE8:
          this.pushText(reader.uint64(), false);
          break;
        case op.SHORT_BINSTRING:
          this.pushText(reader.byte(), true);
          break;
        case op.BINSTRING:
          this.pushText(reader.uint32(), true);
          break;
        case op.MARK:
          if (this.passNeedless()) break;
          this.marks.push(stack.length);
          this.readItems();
          break;
        case op.EMPTY_TUPLE:
        case op.EMPTY_LIST:
        case op.EMPTY_SET:
          this.make([]);
          break;
        case op.EMPTY_DICT:
          this.make(new PickleDict());
          break;
        case op.TUPLE1:
          this.make([this.pop()]);
          break;
        case op.TUPLE2: {
          const second = this.pop();
          this.make([this.pop(), second]);
          break;
        }
        case op.TUPLE3: {
          const third = this.pop();
          const second = this.pop();
          this.make([this.pop(), second, third]);
          break;
        }
        case op.TUPLE:
          this.make(this.popMark());
          break;
        case op.LIST:
        case op.FROZENSET:
          this.make(this.popMark().map((item) => this.settle(item)));
          break;
        case op.DICT: {
          const entries = this.popMark();
          const dict = new PickleDict();
          this.make(dict);
          this.setItems(dict, entries);
          break;
        }
        case op.APPEND:
          this.append([this.pop()]);
          break;
        case op.APPENDS:
        case op.ADDITEMS:
          this.append(this.popMark());
          break;
        case op.SETITEM: {
          const value = this.pop();
          const entry = [this.pop(), value];
          this.setItems(this.top(), entry);
          break;
        }
        case op.SETITEMS: {
          const entries = this.popMark();
          this.setItems(this.top(), entries);
          break;
        }
        case op.GLOBAL: {
          const module = readName(reader);
          this.make(new PickleGlobal(module, readName(reader)));
          break;
        }
        case op.STACK_GLOBAL: {
          const name = this.popName();
          this.make(new PickleGlobal(this.popName(), name));
          break;
        }
        case op.REDUCE:
        case op.NEWOBJ: {
          const args = this.pop();
          this.make(makeObject(this.pop(), args, reader));
          break;
        }
        case op.NEWOBJ_EX: {
          const keywords = this.pop();
          const args = this.pop();
          this.make(new PickleObject(this.pop(), [args, keywords]));
          break;
        }
        case op.OBJ: {
          const [type, ...args] = this.popMark();
          if (type === undefined) throw this.invalid('an object without a class');
          this.make(new PickleObject(type, args));
          break;
        }
        case op.INST: {
          const module = readName(reader);
          const type = new PickleGlobal(module, readName(reader));
          this.make(new PickleObject(type, this.popMark()));
          break;
        }
        case op.BUILD: {
          const state = this.pop();
          const object = this.top();
          setState(object, state, reader);
          const digested = object instanceof PickleObject ? this.digest?.take(object) : undefined;
          if (digested !== undefined) stack[stack.length - 1] = digested;
          break;
        }
        case op.POP:
          // POP on a mark takes the mark away.
          if (this.marks.at(-1) === stack.length) this.marks.pop();
          else this.pop();
          break;
        case op.POP_MARK:
          this.popMark();
          break;
        case op.DUP:
          stack.push(this.top());
          break;
        case op.BINPERSID:
          this.make(new PickleObject(new PickleGlobal('pickle', 'persistent_load'), [this.pop()]));
          break;
        case op.EXT1:
        case op.EXT2:
        case op.EXT4: {
          const number = code === op.EXT1 ? reader.byte() : code === op.EXT2 ? reader.uint16() : reader.uint32();
          this.make(new PickleGlobal('copyreg', `extension ${number}`));
          break;
        }
        case op.READONLY_BUFFER:
          break;
        case op.NEXT_BUFFER:
          throw unsupported(reader.name, 'the pickle has its arrays in buffers outside of the file; save it again.');
        default:
          this.make(readTextOperand(reader, code));
      }
      if (stack.length > deepestStack) throw this.invalid('more values at once than any model has');
    }
  }

  private checkProtocol(protocol: number): void {
    if (protocol > 5) {
      throw unsupported(
        this.reader.name,
        `it is a pickle of protocol ${protocol}; protocols 0 to 5 can be read. Save it with pickle_protocol=4.`,
      );
    }
  }

  private pop(): PickleValue {
    const height = this.stack.length;
    if (height === 0 || this.marks.at(-1) === height) throw this.invalid('a value taken from an empty stack');
    return this.stack.pop()!;
  }

  private top(): PickleValue {
    const height = this.stack.length;
    if (height === 0) throw this.invalid('a value taken from an empty stack');
    return this.stack[height - 1];
  }

  /** The values above the last mark. */
  private popMark(): PickleValue[] {
    const height = this.marks.pop();
    if (height === undefined) throw this.invalid('no mark where one was expected');
    const { stack } = this;
    const values = stack.slice(height);
    // Setting its length would give memory back that is needed again at once.
    for (let i = values.length; i > 0; i--) stack.pop();
    return values;
  }

  /** Pushes what takes memory of its own. */
  private make(value: PickleValue): void {
    if (--this.objectsLeft < 0) throw this.invalid('more objects than its length allows');
    this.stack.push(value);
  }

  /** Pushes a value of the memo, or what can be read in one go that begins with it. */
  private pushFetched(value: PickleValue): void {
    const made = value instanceof PickleGlobal ? this.readShort(value) : undefined;
    if (made !== undefined) this.make(made);
    else this.stack.push(value);
  }

  private readShort(type: PickleGlobal): PickleValue | undefined {
    const cursor = this.cursor.begin();
    if (!type.makesArrays) return this.digest?.read(type, cursor);
    const first = cursor.vector() ? cursor.addVector() : -1;
    if (first < 0) return undefined;
    cursor.commit();
    const { vectors } = this.memo;
    const mark = this.marks.at(-1) ?? 0;
    if (!Array.isArray(this.stack[mark - 1])) return vectors.array(first);
    // In a list there are more of them.
    let size = 1;
    while (this.readNextVector()) size++;
    if (size >= shortestRun) return new VectorRun(vectors, first, size);
    for (let i = 0; i < size - 1; i++) this.make(vectors.array(first + i));
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

  /** Passes, from behind a mark, the items of a container that nobody needs. */
  private passNeedless(): boolean {
    const container = this.stack.at(-1);
    const isDict = container instanceof PickleDict;
    if (!(isDict ? container.isEmpty : Array.isArray(container) && container.length === 0)) return false;
    const name = this.settle(this.stack.at(-2) ?? null);
    if (typeof name !== 'string' || !this.digest?.isNeedless(name)) return false;
    const cursor = this.cursor.begin(longestItems);
    if (!cursor.passItems(isDict ? op.SETITEMS : op.APPENDS)) return false;
    cursor.commit();
    return true;
  }

  /** Reads, from behind a mark, what large lists and dictionaries hold: texts, or texts and objects that are read in one go. */
  private readItems(): void {
    const container = this.stack.at(-1);
    const isDict = container instanceof PickleDict;
    if (!(isDict || Array.isArray(container))) return;
    while (this.stack.length <= deepestStack) {
      const cursor = this.cursor.begin();
      const text = cursor.text();
      if (text === undefined) return;
      if (isDict) {
        const type = cursor.fetch();
        const value = type instanceof PickleGlobal ? this.digest?.read(type, cursor) : undefined;
        if (value === undefined) return;
        this.make(text);
        this.make(value);
      } else {
        cursor.commit();
        this.make(text);
      }
    }
  }

  /** Puts the top of the stack into the memo. */
  private keep(id: number): void {
    const value = this.top();
    // What is fetched again is a word or a name, which as a string takes the least memory.
    if (value instanceof PickleText && !value.isByteString && value.length < 256 && this.memo.isFetched(id)) {
      this.stack[this.stack.length - 1] = value.read(this.reader);
    }
    this.memo.put(id, this.top());
    this.memo.pass(1);
  }

  private pushBytes(length: number): void {
    const { position } = this.reader;
    this.reader.skip(length);
    this.make(new PickleBytes(position, length, false));
  }

  private pushText(length: number, isByteString: boolean): void {
    const { position } = this.reader;
    this.reader.skip(length);
    this.make(new PickleText(position, length, isByteString));
  }

  private popName(): string {
    const value = this.pop();
    const name = value instanceof PickleText && value.length <= longestString ? value.read(this.reader) : value;
    if (typeof name !== 'string') throw this.invalid('a class whose name is no text');
    return name;
  }

  private settle(value: PickleValue): PickleValue {
    return value instanceof PickleText && value.length <= longestString ? value.read(this.reader) : value;
  }

  private append(items: readonly PickleValue[]): void {
    const list = this.top();
    if (list instanceof PickleObject) list.items ??= [];
    const target = list instanceof PickleObject ? list.items : list;
    if (!Array.isArray(target)) throw this.invalid('items added to what is no list');
    const run = VectorRun.of(items, this.memo.vectors);
    if (run) target.push(run);
    else for (const item of items) target.push(this.settle(item));
  }

  /** @param entries key, value, key, value, …; not used afterwards */
  private setItems(object: PickleValue, entries: PickleValue[]): void {
    if (object instanceof PickleObject) object.entries ??= new PickleDict();
    const dict = object instanceof PickleObject ? object.entries : object;
    if (!(dict instanceof PickleDict) || entries.length % 2)
      throw this.invalid('entries added to what is no dictionary');
    for (let i = 0; i < entries.length; i++) entries[i] = this.settle(entries[i]);
    dict.add(entries);
  }

  private invalid(what: string) {
    return invalid(this.reader.name, `the pickle is damaged at byte ${this.reader.position - 1}: ${what}.`);
  }
}

/** A signed integer of any length, rounded beyond ±2^53. */
function littleEndianInteger(bytes: Uint8Array): number {
  let value = 0;
  for (let i = bytes.length - 1; i >= 0; i--) value = value * 256 + bytes[i];
  return bytes.length > 0 && bytes[bytes.length - 1] >= 128 ? value - 256 ** bytes.length : value;
}
