/*
 * Pickles by their grammar: large values that the memo holds, and calls that are given them again and again. Damage to
 * real files never makes these, since a call needs its function, its arguments and its opcode in order.
 */

const uint32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
const letters = (text: string) => Buffer.from(text, 'latin1');
/** Fetches a memo entry. */
const fetch = (id: number) => Buffer.concat([letters('j'), uint32(id)]);

/** Functions and classes that readers know, and one that they do not. */
const callables = [
  'builtins dict',
  '__builtin__ list',
  'builtins set',
  'builtins frozenset',
  'builtins bytes',
  'builtins bytearray',
  '_codecs encode',
  'collections OrderedDict',
  'collections defaultdict',
  'copyreg _reconstructor',
  'numpy dtype',
  'numpy.core.multiarray _reconstruct',
  'numpy.core.multiarray scalar',
  'numpy.core.numeric _frombuffer',
  'somebody Unknown',
];

/** Builds a pickle; every value it makes is kept in the memo under the number that is returned. */
class PickleBuilder {
  private readonly parts: Buffer[] = [letters('\x80\x04')];
  private entries = 0;

  /** Adds opcodes that leave one value, and keeps it in the memo alone. @returns its number */
  keep(...opcodes: readonly (Buffer | string)[]): number {
    this.add(...opcodes, Buffer.concat([letters('r'), uint32(this.entries)]), '0');
    return this.entries++;
  }

  /** Adds opcodes as they are; strings stand for the bytes of their letters. */
  add(...opcodes: readonly (Buffer | string)[]): void {
    this.parts.push(...opcodes.map((part) => (typeof part === 'string' ? letters(part) : part)));
  }

  /** Keeps a function or class, `module name`. */
  global(name: string): number {
    return this.keep(`c${name.replace(' ', '\n')}\n`);
  }

  /** Keeps a text. */
  text(text: string): number {
    return this.keep('X', uint32(text.length), text);
  }

  /** Keeps a tuple of memo entries. */
  tuple(...members: readonly number[]): number {
    return this.keep('(', ...members.map(fetch), 't');
  }

  /** Keeps a list of an opcode so many times. */
  list(item: Buffer | string, times: number): number {
    return this.keep('](', repeated(item, times), 'e');
  }

  /** Keeps a list of a memo entry so many times. */
  listOf(member: number, times: number): number {
    return this.list(fetch(member), times);
  }

  /** Keeps what a call makes. */
  keepCall(callable: number, args: number): number {
    return this.keep(fetch(callable), fetch(args), 'R');
  }

  /** Calls so many times what is in the memo, and leaves all that this makes in a list. */
  call(callable: number, args: number, times: number): Uint8Array {
    return this.repeat(Buffer.concat([fetch(callable), fetch(args), letters('R')]), times);
  }

  /** Ends with a list of what the opcodes leave, so many times. */
  repeat(opcodes: Buffer, times: number): Uint8Array {
    this.add('](', repeated(opcodes, times), 'e.');
    return Buffer.concat(this.parts);
  }
}

function repeated(item: Buffer | string, times: number): Buffer {
  const bytes = typeof item === 'string' ? letters(item) : item;
  return Buffer.alloc(bytes.length * times, bytes);
}

/** A pickle that calls something known with large arguments, or gives one object its state, thousands of times. */
export function callsOfLargeValues(random: () => number): Uint8Array {
  const below = (limit: number) => Math.floor(random() * limit);
  const builder = new PickleBuilder();
  const size = 2 ** (4 + below(10));
  const times = 2 ** (4 + below(9));
  const one = builder.keep('K\x01');
  const pair = builder.tuple(one, one);
  const latin1 = builder.text('latin1');
  const long = builder.keep('V', 'x'.repeat(size), '\n');
  const bytes = builder.keep('B', uint32(size), Buffer.alloc(size));
  const ones = builder.list('K\x01', size);
  const pairs = builder.listOf(pair, size);
  const functions = new Map(callables.map((name) => [name, builder.global(name)]));
  const dtype = (code: string) =>
    builder.keepCall(functions.get('numpy dtype')!, builder.tuple(builder.text(code), one, one));
  const [numbers, objects] = [dtype('u1'), dtype('O')];
  const length = builder.tuple(builder.keep('J', uint32(size)));
  const reconstruct = functions.get('numpy.core.multiarray _reconstruct')!;
  const array = builder.keepCall(reconstruct, builder.tuple(one, one, one));
  const values = [one, pair, latin1, long, bytes, ones, pairs, numbers, objects, length, array];
  values.push(
    builder.keep('N'),
    builder.text('x'.repeat(size)),
    builder.keep("S'", 'x'.repeat(size), "'\n"),
    builder.keep('}(', repeated(Buffer.concat([fetch(one), fetch(pair)]), size), 'u'),
    builder.tuple(pair, ones, length, bytes),
    builder.keep(']', fetch(pairs), 'a'),
  );
  /** What each is usually given; now and then something else. */
  const usual: Record<string, number[]> = {
    'builtins dict': [pairs],
    'collections OrderedDict': [pairs],
    '_codecs encode': [long, latin1],
    'builtins bytearray': [long, latin1],
    'numpy.core.multiarray scalar': [numbers, bytes],
    'numpy.core.numeric _frombuffer': [bytes, numbers, [length, ones][below(2)], latin1],
  };
  const vary = (args: readonly number[]) => args.map((arg) => (random() < 0.8 ? arg : values[below(values.length)]));
  if (random() < 0.3) {
    const states = [
      [one, length, numbers, one, bytes],
      [one, length, objects, one, ones],
    ];
    const state = builder.tuple(...vary(states[below(states.length)]));
    return builder.repeat(Buffer.concat([fetch(array), fetch(state), letters('b')]), times);
  }
  const name = callables[below(callables.length)];
  const args = vary(usual[name] ?? [one, one, one].slice(below(3)));
  return builder.call(functions.get(name)!, builder.tuple(...args), times);
}
