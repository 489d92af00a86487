import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { peek } from '../../packages/core/dist/node/packed/unpack-stream.js';
import { runProgram } from '../../packages/telltale/dist/cli/program.js';
import { temporaryDirectory } from '../support.js';
import { fileIn } from './command.js';

const directory = temporaryDirectory();
const file = fileIn(directory);
const OPEN = '/proc/self/fd';

test('the beginning of a stream can be looked at without reading the rest, and the stream is closed', async () => {
  let closed = 0;
  const stream = async function* () {
    try {
      for (;;) yield Buffer.from('text');
    } finally {
      closed++;
    }
  };
  const { head, all } = await peek(stream(), () => false);
  assert.equal(String(head), 'text');
  await all.return(undefined);
  assert.equal(closed, 1);
  const half = await peek(stream(), () => false);
  for await (const _ of half.all) break;
  assert.equal(closed, 2);
});

const skip = existsSync(OPEN) ? false : 'nothing here tells which files are open';
test('files that were looked at and are not read are closed', { skip }, async () => {
  const bad = file('bad', Buffer.from([0xff, 0x80, 0x81]));
  // Longer than what is looked at, so that it stays open.
  const good = file('good', '太阳是一颗恒星。\n'.repeat(10_000));
  const list = file('list.txt', '太阳');
  const notPacked = file('plain.txt.gz', 'not packed');
  const packed = file('packed.jsonl.bz2', 'BZh91AY');
  const markdown = file('note.md', 'Text.');
  const commands: string[][] = [
    ['extract', '--field', 'body', '--file', good],
    ['extract', '--on-error', 'stop', '--file', bad, '--file', good],
    ['extract', '--file', notPacked],
    ['extract', '--file', packed],
    ['extract', '--file', packed, '--file', good],
    ['extract', '--file', good, '--file', bad, '--title', 'of both'],
    ['extract', '--file', good, '--file', markdown, '--write-front-matter', '--group-by', 'all'],
    ['extract', '--file', good, '--model', './none'],
    ['explain', '--file', good, '--model', './none'],
    ['tag', '--tags', list, '--file', good, '--file', bad, '--title', 'of both'],
    ['train', packed, '--output', `${packed}.safetensors`],
  ];
  for (const args of commands) {
    let stderr = '';
    const io = {
      language: 'en' as const,
      stdin: (async function* () {})(),
      stdout: { write: () => true },
      stderr: { write: (text: string) => (stderr += text) },
      interruptSignal: () => new AbortController().signal,
      onSignal: () => {},
    };
    // What is closed in the meantime is not ours.
    const open = () => readdirSync(OPEN).length;
    const before = open();
    assert.equal(await runProgram(args, io), 2, stderr);
    assert.ok(open() <= before, `${args}: ${stderr}`);
  }
});
