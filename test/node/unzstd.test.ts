import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as zlib from 'node:zlib';
import { unpackStream } from '../../packages/core/dist/node/packed/unpack-stream.js';
import { unzstd } from '../../packages/core/dist/node/packed/unzstd.js';
import { patience } from '../../packages/core/dist/node/packed/zstd-blocks.js';
import { fixture } from '../support.js';

/** What the fixtures hold (scripts/make-fixtures/zstd.sh). */
const lines = Buffer.from(
  Array.from({ length: 9000 }, (_, i) => `{"id":${i},"text":"太阳 ${(i * 7919) % 10007}"}\n`).join(''),
);
const checked = readFileSync(fixture('zstd/checked.jsonl.zst'));
const unchecked = readFileSync(fixture('zstd/unchecked.jsonl.zst'));
/** Frames that hold nothing of the text, as pzstd and others write. */
const skippable = [Buffer.from('502a4d1803000000616263', 'hex'), Buffer.from('5f2a4d1800000000', 'hex')];

/** What is given out, and the error after it. */
async function unpack(bytes: Uint8Array, size = 10_000) {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const out: Uint8Array[] = [];
  let error: Error | undefined;
  try {
    for await (const piece of unpackStream(chunks(), 'x.jsonl.zst')) out.push(Buffer.from(piece));
  } catch (caught) {
    error = caught as Error;
  }
  return { out: Buffer.concat(out), error };
}

/** A frame with a window of 128 kB, neither length nor check, of these blocks. */
const frame = (...blocks: Buffer[]) => Buffer.concat([Buffer.from('28b52ffd0038', 'hex'), ...blocks]);
const block = (kind: number, size: number, bytes: Uint8Array, isLast = true) => {
  const head = (size << 3) | (kind << 1) | Number(isLast);
  return Buffer.concat([Buffer.of(head, head >> 8, head >> 16), bytes]);
};

test('a zstd file of several frames, some to be passed over, is read whole, wherever it is cut on the way', async () => {
  const all = Buffer.concat([skippable[0], checked, skippable[1], unchecked, frame(block(0, 0, Buffer.alloc(0)))]);
  for (const [size, bytes] of [
    [1_000_000, all],
    [4099, all],
    [1, Buffer.concat([skippable[0], frame(block(0, 3, Buffer.from('abc')))])],
  ] as const) {
    const { out, error } = await unpack(bytes, size);
    assert.ifError(error);
    assert.ok(out.equals(size === 1 ? Buffer.from('abc') : Buffer.concat([lines, lines])), `${size}`);
  }
  const repeated = await unpack(frame(block(1, 5, Buffer.from('x'))));
  assert.equal(repeated.out.toString(), 'xxxxx');
});

test('a damaged zstd file with a checksum is never read as another text', async () => {
  for (let at = 4; at < checked.length; at += 97) {
    const { out, error } = await unpack(checked.with(at, checked[at] ^ (1 << (at % 8))));
    // Not all bits of a file mean something.
    assert.ok(error || out.equals(lines), `byte ${at}`);
  }
  const { out, error } = await unpack(checked.with(-1, checked.at(-1)! ^ 1));
  assert.ok(out.equals(lines));
  assert.match(error!.message, /incorrect data check|checksum/);
  const longer = await unpack(checked.with(5, checked[5] ^ 1));
  assert.match(longer.error!.message, /incorrect length check|corruption/);
});

test('of a zstd file that is cut, all whole blocks before the cut are given out, and what has come of a raw one', async () => {
  const cut = await unpack(unchecked.subarray(0, -1));
  assert.ok(cut.out.length >= 2 ** 17 && cut.out.length < lines.length && lines.includes(cut.out));
  assert.match(cut.error!.message, /unexpected end of file/);
  const raw = await unpack(frame(block(0, 100, Buffer.from('{"text":"a"}\n'))));
  assert.equal(raw.out.toString(), '{"text":"a"}\n');
  assert.match(raw.error!.message, /unexpected end of file/);
});

test('what only the zstd command unpacks is refused with its command, in any frame', async () => {
  const small = frame(block(0, 2, Buffer.from('a\n')));
  for (const [head, expected] of [
    ['28b52ffd00b0', /window that is too large.*zstd -d --long=31/],
    ['28b52ffda001000010', /window that is too large/],
    ['28b52ffd013807', /with a dictionary.*zstd -d -D/],
    ['28b52ffd0838', /unknown flags/],
    ['04224d18', /not zstd/],
    ['28b52ffd0038070000', /damaged head of a block/],
    ['28b52ffd003800001800', /damaged head of a block/],
  ] as const) {
    const { out, error } = await unpack(Buffer.concat([small, Buffer.from(head, 'hex'), Buffer.alloc(20)]));
    assert.equal(out.toString(), 'a\n', head);
    assert.match(error!.message, expected, head);
  }
});

test('small blocks in a large window cost no more than some seconds, and what came before is given out', async () => {
  const line = Buffer.from('{"text":"a"}\n');
  const count = 200;
  const whole = Buffer.concat(Array.from({ length: count }, (_, i) => block(0, line.length, line, i === count - 1)));
  // 128 MiB are moved for each block by the package for older versions of Node.js.
  const frames = Buffer.concat([Buffer.from('28b52ffd0088', 'hex'), whole]);
  const out: Uint8Array[] = [];
  const read = async () => {
    const chunks = (async function* () {
      yield frames;
    })();
    for await (const piece of unzstd(chunks, 'x.zst', 2 ** 32)) out.push(Buffer.from(piece));
  };
  if ('createZstdDecompress' in zlib) await read();
  else await assert.rejects(read, /too many small blocks for its large window\. Unpack it: zstd -d FILE/);
  const lines = Buffer.concat(out).length / line.length;
  assert.equal(lines, 'createZstdDecompress' in zlib ? count : 31);
});

test('a damaged block that a package would unpack for ever is an error', async () => {
  patience.milliseconds = 1000;
  // Found by the fuzzer: a damaged copy of small.jsonl.zst.
  const { error } = await unpack(readFileSync(fixture('zstd/endless.zst')));
  assert.match(error!.message, /takes too long to unpack|corruption|incorrect/i);
});
