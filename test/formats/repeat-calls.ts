import { op, operand, operands } from '../../packages/core/dist/formats/pickle/pickle-opcodes.js';

const begins: ReadonlySet<number> = new Set([op.GLOBAL, op.MARK, op.BINGET, op.LONG_BINGET, op.EMPTY_DICT]);
const ends: ReadonlySet<number> = new Set([op.REDUCE, op.BUILD, op.TUPLE, op.APPENDS, op.SETITEMS]);
const mostOpcodes = 40;

/** Where each opcode of a pickle begins. */
function opcodesOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts: number[] = [];
  let at = 0;
  while (at < bytes.length && bytes[at] !== op.STOP) {
    starts.push(at);
    const kind = operands[bytes[at]];
    const endOfLine = (from: number) => bytes.indexOf(10, from) + 1;
    if (kind <= 8) at += 1 + kind;
    else if (kind === operand.length1) at += 2 + bytes[at + 1];
    else if (kind === operand.length4) at += 5 + view.getUint32(at + 1, true);
    else if (kind === operand.length8) at += 9 + Number(view.getBigUint64(at + 1, true));
    else if (kind === operand.line) at = endOfLine(at + 1);
    else if (kind === operand.twoLines) at = endOfLine(endOfLine(at + 1));
    else break;
  }
  return starts;
}

/**
 * Repeats a call of a pickle thousands of times, whole opcodes at a border of opcodes: between a mark and POP_MARK, so that
 * all that follows is met as before, or as it is.
 */
export function repeatCalls(bytes: Uint8Array, random: () => number): Uint8Array {
  const starts = opcodesOf(bytes);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let tries = 0; tries < 50; tries++) {
    const first = below(starts.length);
    if (!begins.has(bytes[starts[first]])) continue;
    let last = first + 1;
    while (
      last < starts.length - 1 &&
      last - first < mostOpcodes &&
      !(ends.has(bytes[starts[last]]) && random() < 0.5)
    ) {
      last++;
    }
    if (last >= starts.length - 1 || !ends.has(bytes[starts[last]])) continue;
    const call = bytes.subarray(starts[first], starts[last + 1]);
    const repeated = Buffer.alloc(call.length * 2 ** below(13), call);
    const border = random() < 0.5 ? starts[last + 1] : starts[below(starts.length)];
    const [open, close] = random() < 0.7 ? [Uint8Array.of(op.MARK), Uint8Array.of(op.POP_MARK)] : [[], []];
    return new Uint8Array(
      Buffer.concat([
        bytes.subarray(0, border),
        Buffer.from(open),
        repeated,
        Buffer.from(close),
        bytes.subarray(border),
      ]),
    );
  }
  return bytes;
}
