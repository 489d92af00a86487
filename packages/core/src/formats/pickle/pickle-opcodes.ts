/**
 * The opcodes of Python's pickle, protocols 0 to 5. Source: CPython's Lib/pickletools.py, which describes each.
 */
export const op = {
  MARK: 0x28, // (
  STOP: 0x2e, // .
  POP: 0x30, // 0
  POP_MARK: 0x31, // 1
  DUP: 0x32, // 2
  FLOAT: 0x46, // F
  INT: 0x49, // I
  BININT: 0x4a, // J
  BININT1: 0x4b, // K
  LONG: 0x4c, // L
  BININT2: 0x4d, // M
  NONE: 0x4e, // N
  PERSID: 0x50, // P
  BINPERSID: 0x51, // Q
  REDUCE: 0x52, // R
  STRING: 0x53, // S
  BINSTRING: 0x54, // T
  SHORT_BINSTRING: 0x55, // U
  UNICODE: 0x56, // V
  BINUNICODE: 0x58, // X
  APPEND: 0x61, // a
  BUILD: 0x62, // b
  GLOBAL: 0x63, // c
  DICT: 0x64, // d
  APPENDS: 0x65, // e
  GET: 0x67, // g
  BINGET: 0x68, // h
  INST: 0x69, // i
  LONG_BINGET: 0x6a, // j
  LIST: 0x6c, // l
  OBJ: 0x6f, // o
  PUT: 0x70, // p
  BINPUT: 0x71, // q
  LONG_BINPUT: 0x72, // r
  SETITEM: 0x73, // s
  TUPLE: 0x74, // t
  SETITEMS: 0x75, // u
  BINFLOAT: 0x47, // G
  EMPTY_TUPLE: 0x29, // )
  EMPTY_LIST: 0x5d, // ]
  EMPTY_DICT: 0x7d, // }
  PROTO: 0x80,
  NEWOBJ: 0x81,
  EXT1: 0x82,
  EXT2: 0x83,
  EXT4: 0x84,
  TUPLE1: 0x85,
  TUPLE2: 0x86,
  TUPLE3: 0x87,
  NEWTRUE: 0x88,
  NEWFALSE: 0x89,
  LONG1: 0x8a,
  LONG4: 0x8b,
  BINBYTES: 0x42, // B
  SHORT_BINBYTES: 0x43, // C
  SHORT_BINUNICODE: 0x8c,
  BINUNICODE8: 0x8d,
  BINBYTES8: 0x8e,
  EMPTY_SET: 0x8f,
  ADDITEMS: 0x90,
  FROZENSET: 0x91,
  NEWOBJ_EX: 0x92,
  STACK_GLOBAL: 0x93,
  MEMOIZE: 0x94,
  FRAME: 0x95,
  BYTEARRAY8: 0x96,
  NEXT_BUFFER: 0x97,
  READONLY_BUFFER: 0x98,
} as const;

/** What follows an opcode: a fixed number of bytes 0 … 8, a length and as many bytes, or lines of text. */
export const operand = { length1: 16, length4: 17, length8: 18, line: 19, twoLines: 20, unknown: 255 } as const;

/** What follows each opcode, see {@link operand}. */
export const operands = new Uint8Array(256).fill(operand.unknown);
for (const code of Object.values(op)) operands[code] = 0;
for (const code of [op.BININT1, op.BINGET, op.BINPUT, op.PROTO, op.EXT1]) operands[code] = 1;
for (const code of [op.BININT2, op.EXT2]) operands[code] = 2;
for (const code of [op.BININT, op.LONG_BINGET, op.LONG_BINPUT, op.EXT4]) operands[code] = 4;
for (const code of [op.BINFLOAT, op.FRAME]) operands[code] = 8;
for (const code of [op.LONG1, op.SHORT_BINSTRING, op.SHORT_BINBYTES, op.SHORT_BINUNICODE])
  operands[code] = operand.length1;
for (const code of [op.LONG4, op.BINSTRING, op.BINUNICODE, op.BINBYTES]) operands[code] = operand.length4;
for (const code of [op.BINUNICODE8, op.BINBYTES8, op.BYTEARRAY8]) operands[code] = operand.length8;
for (const code of [op.FLOAT, op.INT, op.LONG, op.PERSID, op.STRING, op.UNICODE, op.GET, op.PUT])
  operands[code] = operand.line;
for (const code of [op.GLOBAL, op.INST]) operands[code] = operand.twoLines;
