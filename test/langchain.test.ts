import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BaseDocumentTransformer, Document } from '@langchain/core/documents';
import { RunnableLambda } from '@langchain/core/runnables';
import { loadModel, modelForText } from '../packages/core/dist/node.js';
import { KeywordTransformer } from '../packages/telltale/dist/langchain.js';
import { collect, root } from './support.js';

const transformer = new KeywordTransformer(await loadModel('zh'), { topN: 1, field: 'tags' });
const documents = [
  new Document({ pageContent: '太阳是一颗恒星，行星围绕着太阳公转。', metadata: { source: 'a' }, id: '1' }),
  new Document({ pageContent: ' ' }),
];
const expected = [
  new Document({ ...documents[0], metadata: { source: 'a', tags: ['太阳'] } }),
  new Document({ pageContent: ' ', metadata: { tags: [] } }),
];

test('documents get their keywords and keep what they have; those that were given stay as they are', async () => {
  assert.ok(transformer instanceof BaseDocumentTransformer);
  const transformed = await transformer.transformDocuments(documents);
  assert.deepEqual(transformed, expected);
  for (const document of transformed) assert.ok(document instanceof Document);
  assert.deepEqual(documents[0].metadata, { source: 'a' });
});

test('in a chain documents are invoked, batched and streamed', async () => {
  const same = RunnableLambda.from((given: Document[]) => given);
  const count = RunnableLambda.from((given: Document[]) => given.map(({ metadata }) => metadata.tags.length));
  const chain = same.pipe(transformer);
  assert.deepEqual(await chain.invoke(documents), expected);
  assert.deepEqual(await chain.batch([documents, [documents[1]]]), [expected, [expected[1]]]);
  assert.deepEqual(await collect(await chain.stream(documents)), [expected]);
  assert.deepEqual(await chain.pipe(count).invoke(documents), [1, 0]);
  assert.deepEqual(await transformer.batch([documents]), [expected]);
  assert.deepEqual(await collect(await transformer.stream(documents)), [expected]);
});

test('each document has the model of its language; what metadata has no place for is refused', async () => {
  const byLanguage = new KeywordTransformer(modelForText(), { topN: 1 });
  const given = [documents[0], new Document({ pageContent: 'The boats came back. The mast of one broke.' })];
  const found = (await byLanguage.transformDocuments(given)).map(({ metadata }) => metadata.keywords[0]);
  assert.deepEqual(found, ['太阳', 'mast']);
  for (const option of ['absent', 'explain', 'title']) {
    assert.throws(() => new KeywordTransformer(modelForText(), { [option]: 1 } as object), {
      code: 'INVALID_OPTION',
      message: new RegExp(`no option ${option}`),
    });
  }
  await assert.rejects(loadModel('auto'), /language of each text/);
});

test('the example in the documents prints what it says', () => {
  const page = readFileSync(join(root, 'docs/langchain.md'), 'utf8');
  const code = /```js\n([\s\S]*?)```/.exec(page)![1];
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  assert.ok(code.includes(`// ${stdout.trim()}`), stdout);
});
