import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './support.js';

const document = readFileSync(join(root, 'docs/better-keywords.md'), 'utf8');

test('docs/better-keywords.md: the record it shows is in the example', () => {
  const [, line] = /```json\n(.*)\n```/.exec(document)!;
  const shown = JSON.parse(line);
  const labelled = readFileSync(join(root, 'examples/labelled.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((one) => JSON.parse(one));
  const found = labelled.find(({ text }) => text.startsWith(shown.text.replace(' …', '')));
  assert.deepEqual(found.keywords, shown.keywords);
});
