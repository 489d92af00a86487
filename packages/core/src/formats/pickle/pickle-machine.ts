import type { ByteReader } from '../bytes/byte-reader.js';
import { unsupported } from '../bytes/byte-source.js';
import { PickleBytes } from '../bytes/pickle-bytes.js';
import { makeObject, setState } from './pickle-calls.js';
import { PickleMemo, readDecimal, readName, scanMemo } from './pickle-memo.js';
import { op } from './pickle-opcodes.js';
import { type Digest, PickleShortcuts } from './pickle-shortcuts.js';
import { damaged, PickleStack } from './pickle-stack.js';
import { readTextOperand } from './pickle-text-operands.js';
import { PickleDict, PickleGlobal, PickleObject, PickleText, type PickleValue, settle } from './pickle-values.js';

/**
 * Reads a Python pickle of protocol 0 to 5 as data. Nothing in it is ever run: classes and functions are names, objects
 * are their class and state, and only a fixed list of calls (NumPy arrays, bytes, containers) is understood. What is
 * made is bounded by the length of the file.
 *
 * @param reader at the beginning of the file; what stayed there is read through it later
 * @param digest takes objects in as they are made
 * @throws KeywordError INVALID_MODEL when it is damaged, UNSUPPORTED_MODEL for a protocol that does not exist yet
 */
export function readPickle(reader: ByteReader, digest?: Digest): PickleValue {
  const memo = new PickleMemo(scanMemo(reader), reader.name);
  reader.seek(0);
  return new PickleMachine(reader, memo, digest).run();
}

/** The stack machine that a pickle is a program for. */
class PickleMachine {
  private readonly reader: ByteReader;
  private readonly memo: PickleMemo;
  private readonly stack: PickleStack;
  private readonly digest: Digest | undefined;
  private readonly shortcuts: PickleShortcuts;

  constructor(reader: ByteReader, memo: PickleMemo, digest?: Digest) {
    this.reader = reader;
    this.memo = memo;
    this.stack = new PickleStack(reader);
    this.digest = digest;
    this.shortcuts = new PickleShortcuts(reader, memo, this.stack, digest);
  }

  /** Runs to STOP and returns what is on the stack then. */
  run(): PickleValue {
    const { reader, memo, stack, shortcuts } = this;
    for (;;) {
      const code = reader.byte();
      switch (code) {
        case op.STOP:
          return stack.pop();
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
          shortcuts.pushFetched(memo.get(reader.byte()));
          break;
        case op.LONG_BINGET:
          shortcuts.pushFetched(memo.get(reader.uint32()));
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
          if (shortcuts.passNeedless()) break;
          stack.mark();
          shortcuts.readItems();
          break;
        case op.EMPTY_TUPLE:
        case op.EMPTY_LIST:
        case op.EMPTY_SET:
          stack.make([]);
          break;
        case op.EMPTY_DICT:
          stack.make(new PickleDict());
          break;
        case op.TUPLE1:
          stack.make([stack.pop()]);
          break;
        case op.TUPLE2: {
          const second = stack.pop();
          stack.make([stack.pop(), second]);
          break;
        }
        case op.TUPLE3: {
          const third = stack.pop();
          const second = stack.pop();
          stack.make([stack.pop(), second, third]);
          break;
        }
        case op.TUPLE:
          stack.make(stack.popMark());
          break;
        case op.LIST:
        case op.FROZENSET:
          stack.make(stack.popMark().map((item) => settle(item, reader)));
          break;
        case op.DICT: {
          const entries = stack.popMark();
          stack.make(new PickleDict());
          stack.setItems(entries);
          break;
        }
        case op.APPEND:
          stack.append([stack.pop()], memo.vectors);
          break;
        case op.APPENDS:
        case op.ADDITEMS:
          stack.append(stack.popMark(), memo.vectors);
          break;
        case op.SETITEM: {
          const value = stack.pop();
          stack.setItems([stack.pop(), value]);
          break;
        }
        case op.SETITEMS:
          stack.setItems(stack.popMark());
          break;
        case op.GLOBAL: {
          const module = readName(reader);
          stack.make(new PickleGlobal(module, readName(reader)));
          break;
        }
        case op.STACK_GLOBAL: {
          const name = this.popName();
          stack.make(new PickleGlobal(this.popName(), name));
          break;
        }
        case op.REDUCE:
        case op.NEWOBJ: {
          const args = stack.pop();
          stack.make(makeObject(stack.pop(), args, reader, stack.charge));
          break;
        }
        case op.NEWOBJ_EX: {
          const keywords = stack.pop();
          const args = stack.pop();
          stack.make(new PickleObject(stack.pop(), [args, keywords]));
          break;
        }
        case op.OBJ: {
          const [type, ...args] = stack.popMark();
          if (type === undefined) throw damaged(reader, 'an object without a class');
          stack.make(new PickleObject(type, args));
          break;
        }
        case op.INST: {
          const module = readName(reader);
          const type = new PickleGlobal(module, readName(reader));
          stack.make(new PickleObject(type, stack.popMark()));
          break;
        }
        case op.BUILD: {
          const state = stack.pop();
          const object = stack.top();
          setState(object, state, reader, stack.charge);
          const digested = object instanceof PickleObject ? this.digest?.take(object) : undefined;
          if (digested !== undefined) stack.replaceTop(digested);
          break;
        }
        case op.POP:
          stack.drop();
          break;
        case op.POP_MARK:
          stack.popMark();
          break;
        case op.DUP:
          stack.push(stack.top());
          break;
        case op.BINPERSID:
          stack.make(new PickleObject(new PickleGlobal('pickle', 'persistent_load'), [stack.pop()]));
          break;
        case op.EXT1:
        case op.EXT2:
        case op.EXT4: {
          const number = code === op.EXT1 ? reader.byte() : code === op.EXT2 ? reader.uint16() : reader.uint32();
          stack.make(new PickleGlobal('copyreg', `extension ${number}`));
          break;
        }
        case op.READONLY_BUFFER:
          break;
        case op.NEXT_BUFFER:
          throw unsupported(reader.name, 'the pickle has its arrays in buffers outside of the file; save it again.');
        default:
          stack.make(readTextOperand(reader, code));
      }
      if (stack.isOverfull) throw damaged(reader, 'more values at once than any model has');
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

  /** Puts the top of the stack into the memo. */
  private keep(id: number): void {
    const value = this.stack.top();
    // What is fetched again is a word or a name, which as a string takes the least memory.
    if (value instanceof PickleText && !value.isByteString && value.length < 256 && this.memo.isFetched(id)) {
      this.stack.replaceTop(value.read(this.reader));
    }
    this.memo.put(id, this.stack.top());
    this.memo.pass(1);
  }

  private pushBytes(length: number): void {
    const { position } = this.reader;
    this.reader.skip(length);
    this.stack.make(new PickleBytes(position, length, false));
  }

  private pushText(length: number, isByteString: boolean): void {
    const { position } = this.reader;
    this.reader.skip(length);
    this.stack.make(new PickleText(position, length, isByteString));
  }

  private popName(): string {
    const name = settle(this.stack.pop(), this.reader);
    if (typeof name !== 'string') throw damaged(this.reader, 'a class whose name is not a text');
    return name;
  }
}

/** A signed integer of any length, rounded beyond ±2^53. */
function littleEndianInteger(bytes: Uint8Array): number {
  let value = 0;
  for (let i = bytes.length - 1; i >= 0; i--) value = value * 256 + bytes[i];
  return bytes.length > 0 && bytes[bytes.length - 1] >= 128 ? value - 256 ** bytes.length : value;
}
