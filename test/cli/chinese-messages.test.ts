import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { extractKeywords, KeywordError, loadModel } from '../../packages/core/dist/node.js';
import { errorMessage } from '../../packages/telltale/dist/cli/error-message.js';
import { libraryInChinese, messageInChinese } from '../../packages/telltale/dist/messages/chinese.js';
import { ofDamage } from '../../packages/telltale/dist/messages/damage.js';
import { ofEncoders } from '../../packages/telltale/dist/messages/encoders.js';
import { ofFiles } from '../../packages/telltale/dist/messages/files.js';
import { ofForeignModels } from '../../packages/telltale/dist/messages/foreign.js';
import { ofKeywords } from '../../packages/telltale/dist/messages/keywords.js';
import { ofModels } from '../../packages/telltale/dist/messages/models.js';
import { ofService } from '../../packages/telltale/dist/messages/service.js';
import { ofTraining } from '../../packages/telltale/dist/messages/training.js';
import { root, temporaryDirectory } from '../support.js';
import { literalsIn } from './literals.js';

const messages = [...ofFiles, ...ofModels, ...ofEncoders, ...ofTraining, ...ofKeywords, ...ofService];
const table = [...messages, ...ofForeignModels, ...ofDamage];

const sources = ['core', 'telltale'].flatMap((name) => {
  const folder = join(root, 'packages', name, 'src');
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts') && !file.startsWith('messages'))
    .map((file) => ({ file: `${name}/${file}`, source: readFileSync(join(folder, file), 'utf8') }));
});

test('every message of the table is one that the program says', () => {
  const said = sources.map(({ source }) => source.replaceAll(/\\(['`])/g, '$1')).join('\n');
  const unsaid: string[] = [];
  for (const [english] of table) {
    // A message may be put together from several texts, at the ends of its sentences and around what is put in.
    const parts = english.split(
      /\{(?:\}|"version": |…\}\})|(?<=[.:;,]) |(?<= )(?=with keywords|in epoch|after epoch|are all that|is not installed|is too little)|(?<=front-matter|looks like|--encoding) |[：，的得分]/,
    );
    for (const part of parts.filter((part) => part.trim().split(/\s+/).length > 2)) {
      if (!said.includes(part.trim().replace(/[.,;]$/, ''))) unsaid.push(part);
    }
  }
  assert.deepEqual(unsaid, []);
});

test('a message has the same flags, options, endings and numbers in both languages, and what is put in', () => {
  const fixed = (text: string) =>
    [
      ...new Set(text.match(/--[a-z-]+|`\w+`|(?<![\w.])\.[a-z][a-z0-9]+|(?<![$\w])\d+(?:\.\d+)*(?=\W|$)/g) ?? []),
    ].sort();
  for (const [english, chinese] of table) {
    const count = english.split('{}').length - 1;
    for (const [, place] of chinese.matchAll(/\$(\d+)/g)) assert.ok(Number(place) <= count, english);
    if (!/option lang|with lang|minScore|listen at|Name the output/.test(english))
      assert.deepEqual(fixed(chinese), fixed(english), english);
  }
});

/** Whether three words of English are in a row, but for commands. */
const isEnglish = (text: string) =>
  /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/.test(text.replace(/telltale [a-z-]+(?: build)?/g, ''));

/** Messages put together from parts that are not translated by themselves. */
const assembled = [
  'a.md has front matter in YAML (---) that cannot be read: it is not a list of properties, one per line. Nothing was written.',
  'a.md has front matter in YAML (---) that cannot be read: it has more than 1000 anchors, aliases and tags. Nothing was written.',
  'a.md has front matter in TOML (+++) that cannot be read: it has lists or tables that are nested too deep. Nothing was written.',
  'The corpus has 2 documents and 5 tokens, but only 1 word occurs at least 1 time; 2 are needed. Give more text, or lower `minCount`.',
  "a is not a model: it looks like binary data of an unknown kind. Models of Telltale (.safetensors), gensim's save(), fastText (.bin) and word vectors (word2vec, GloVe, .vec) can be read.",
  "a is not a model: it is empty. Models of Telltale (.safetensors), gensim's save(), fastText (.bin) and word vectors (word2vec, GloVe, .vec) can be read.",
  "a.vec: its vectors are all that can be used: the inner-node vectors and the Huffman tree that p(word | word) needs are not in such files. Use a model that has them (gensim's model.save() with hs=1, or fastText's .bin with -loss hs), or fit the inner nodes to these vectors on a corpus: telltale train --input-vectors a.vec CORPUS -o MODEL.safetensors.",
  'Not a valid safetensors file: expected 9 bytes, the file has 2. It was cut off; fetch or copy it again.',
  'a.model: its vocabulary has 1 word; expected at least 2.',
  'The model was trained with another tokenizer: x. Install that version, train a model with this one, or use it anyway with `allowMismatch`.',
  'This safetensors file is not a Telltale model: its metadata lacks "format": "telltale". Files of other programs must be converted first.',
  'The model file has format version 9, this release reads version 1. Use the release that wrote it, or train again.',
  'a.zst was compressed with a dictionary. Unpack it: zstd -d -D DICTIONARY FILE.',
  'a.zst needs a window that is too large. Unpack it: zstd -d --long=31 FILE.',
  'a.zst has too many small blocks for its large window. Unpack it: zstd -d FILE.',
  'a.bin: node 3 of the tree is reached in two ways; the file is damaged.',
  'a/background.safetensors: the tensor background is missing; expected rows of 8 numbers.',
  'The corpus has 1 document and 5 tokens, but only 0 words occur at least 5 times with a vector in v.txt; 2 are needed. Give more text, or lower `minCount`, or cut and normalize the corpus as the text of the vectors was (`tokenizer`, `normalization`).',
];

/** What makes an error: the class, or a function that is told the reason. */
const makers =
  /new KeywordError\(|\b(?:throw|return) (?:\w+\.)?(?:invalid|unsupported|damaged|unreadable|noPath|notNumber)\(/g;
/** What stands before the reasons that such a function is told in a file. */
const before: readonly (readonly [file: RegExp, text: string])[] = [
  [/model-metadata/, 'The metadata of the model is damaged: '],
  [/word-list/, 'The model contradicts itself: word_offsets '],
  [/-tensors/, 'The model contradicts itself: '],
  [/safetensors/, 'Not a valid safetensors file: '],
  [/tag-file/, 'Not a usable tag index: '],
  [/tree-links/, 'X1: {}; the file is damaged.'],
  [/model-files/, 'Cannot read X1: {}.'],
];

test('every error of the library and of the command has its message in Chinese', () => {
  const missing = assembled.filter((message) => isEnglish(libraryInChinese(message)));
  // To requests the service answers in English, and so does a worker in a browser.
  const isOfRequests = /\/browser\/|\/server\/(?!listen|mcp-server|service|served-weights|tag-lists|trusted-proxies)/;
  for (const { file, source } of sources.filter(({ file }) => !isOfRequests.test(file))) {
    for (const { index, 0: opening } of source.matchAll(makers)) {
      const { literals, end } = literalsIn(source, index + opening.length);
      if (/\bzh\b/.test(source.slice(index, end))) continue;
      const prefix = opening.startsWith('new') ? '' : (before.find(([name]) => name.test(file))?.[1] ?? '');
      for (const literal of literals) {
        const whole = prefix.includes('{}') ? prefix.replace('{}', literal) : prefix + literal;
        // The name of what it is about is often put before it elsewhere.
        const said = [literal, `X1 ${literal}`, `X1: ${literal}`, whole].flatMap((text) =>
          ['X1', '7'].map((put) => libraryInChinese(text.replaceAll('{}', put))),
        );
        const isPart = assembled.some((message) => literal.split('{}').every((part) => message.includes(part)));
        if (said.every(isEnglish) && !isPart && !/encode-corpus/.test(file)) missing.push(`${file}: ${literal}`);
      }
    }
  }
  assert.deepEqual(missing, []);
});

test('every sentence about models and documents is there in Chinese', () => {
  const missing: string[] = [];
  for (const { file, source } of sources.filter(({ file }) => /^core\/(?:formats|model|documents)\//.test(file))) {
    const code = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/ .*/g, '');
    for (const [, , sentence] of code.matchAll(/(['"`])((?:(?!\1)[^\\\n]|\\.)*\.)\1/g)) {
      const given = sentence.replaceAll("\\'", "'").replaceAll(/\$\{[^}]*\}/g, '{}');
      if (given.startsWith('Counts know no vectors')) continue;
      const isPart = assembled.some((message) => given.split(/\{\}|^\}/).every((part) => message.includes(part)));
      if (isPart) continue;
      const said = ['', 'X1: ', 'The model contradicts itself: '].flatMap((start) =>
        ['X1', '7'].map((put) => libraryInChinese(start + given.replaceAll('{}', put))),
      );
      if (said.every(isEnglish)) missing.push(`${file}: ${given}`);
    }
  }
  assert.deepEqual(missing, []);
});

test('why a file of another program cannot be read is in Chinese to its end', () => {
  for (const [english, chinese] of [
    [
      'a.model: the pickle is damaged at byte 5: an object without a class.',
      'a.model：pickle 在第 5 字节处已损坏：对象没有类。',
    ],
    ['a.model: syn0 is an array of 3 × 2; expected 4 rows or more.', 'a.model：syn0 是 3 × 2 的数组；应有至少 4 行。'],
    ['a.vec: line 3 is longer than 9 bytes.', 'a.vec：第 3 行超过 9 字节。'],
    [
      'a.bin: node 3 of the tree is reached in two ways; the file is damaged.',
      'a.bin：到达树的节点 3 的路不止一条；文件已损坏。',
    ],
    ['The metadata of the model is damaged: lacks training.', '模型的元数据已损坏：缺少 training。'],
    ['The model contradicts itself: tensor counts is missing.', '模型自相矛盾：缺少张量 counts。'],
    ['Not a usable tag index: it has no tags.', '标签索引无法使用：没有标签。'],
    ['Not a valid safetensors file: its header is not JSON.', '不是有效的 safetensors 文件：文件头不是 JSON。'],
  ]) {
    assert.equal(libraryInChinese(english), chinese);
  }
});

test('no message of the table is taken for a shorter one', () => {
  const wrong: string[][] = [];
  for (const [english, chinese] of messages) {
    let n = 0;
    const given = english.replaceAll('{}', () => `X${++n}`);
    const expected = chinese.replaceAll(/\$(\d)/g, 'X$1');
    if (libraryInChinese(given) !== expected) wrong.push([given, libraryInChinese(given), expected]);
  }
  assert.deepEqual(wrong, []);
});

test('each of several records has its message in Chinese', () => {
  const lines = ['a.md', 'b.md'].map((file) => `  ${file} is a directory.`);
  assert.doesNotMatch(libraryInChinese(lines.join('\n')), /is a directory/);
});

test('what a message is about, and that a record has no fields, is in Chinese, too', () => {
  for (const [english, chinese] of [
    ['standard input: The text is empty: there is no word to choose from.', '标准输入：文本为空，没有可选的词。'],
    [
      '1 of 2 records failed:\n  Text 1: The text is empty: there is no word to choose from.',
      '2 条记录中有 1 条失败：\n  第 1 篇文本：文本为空，没有可选的词。',
    ],
    [
      'a.jsonl:1 has no field "text"; its fields are: none. Name the right one with `field`.',
      'a.jsonl:1 没有字段 "text"；它的字段是：无。请用 `field` 指定正确的字段。',
    ],
    [
      'a.jsonl:1 has no text in the field "text". Name the right one with --field. Its fields are: none.',
      'a.jsonl:1 的字段 "text" 中没有所需的内容。请用 --field 指定正确的字段。它的字段是：无。',
    ],
    [
      'Not a valid safetensors file: expected 8 bytes, the file has 2. It was cut off; fetch or copy it again.',
      '不是有效的 safetensors 文件：应有 8 字节，实有 2。文件不完整；请重新下载或复制。',
    ],
  ]) {
    assert.equal(libraryInChinese(english), chinese);
  }
});

test('what Node.js and the operating system say is in Chinese', () => {
  const folder = temporaryDirectory();
  const said = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      return libraryInChinese(`Cannot write a.txt: ${(error as Error).message}.`);
    }
    return assert.fail();
  };
  assert.equal(
    said(() => readFileSync(join(folder, 'no, such'))),
    '写不了 a.txt：文件或目录不存在（ENOENT）。',
  );
  assert.equal(
    said(() => readFileSync(folder)),
    '写不了 a.txt：是目录，不是文件（EISDIR）。',
  );
  assert.equal(
    said(() => renameSync(join(folder, 'a'), join(folder, 'b'))),
    '写不了 a.txt：文件或目录不存在（ENOENT）。',
  );
  assert.equal(libraryInChinese('ENOTSUP: some other thing, write'), 'ENOTSUP: some other thing, write');
  const texts = ['', 'abc', '{"a":1', '{"a" 1}', "{'a':1}", '{"a":1,}', '[1 2]', '"a', '"\t"', '"\\x"', '"\\u12"'];
  for (const text of [...texts, '{"a":1}x', '{"a":01}', '-', '1.e', '1e', `${'"a" '.repeat(30)}`, '[1 "b"]', 'tru']) {
    assert.ok(
      !isEnglish(said(() => JSON.parse(text))),
      said(() => JSON.parse(text)),
    );
  }
  assert.equal(
    said(() => JSON.parse('{"a" 1}')),
    "写不了 a.txt：属性名之后应为 ':'（第 5 个字符之后）。",
  );
});

test('a program has the message of an error in Chinese', async () => {
  for (const [work, expected] of [
    [
      async () => extractKeywords(await loadModel('zh'), '太阳', { topN: 0 }),
      /^topN 应为 1 至 1000000 的整数，现为 0。$/,
    ],
    [async () => extractKeywords(loadModel('zh') as never, ''), /现为 Promise。/],
    [async () => extractKeywords(await loadModel('zh'), 5 as never), /^text 应为字符串，现为数。$/],
  ] as const)
    await assert.rejects(work, (error) => {
      assert.match(messageInChinese(error as KeywordError), expected);
      return true;
    });
});

test('an error without Chinese of its own says what its code means, and keeps the details', () => {
  const error = new KeywordError('INVALID_OPTION', 'topN is what nobody has translated.', { option: 'topN' });
  const flagOf = () => '--top-n';
  assert.equal(
    errorMessage(error, 'zh', flagOf),
    '选项的值类型不对，或超出范围。（topN (--top-n) is what nobody has translated.）',
  );
  const told = new KeywordError(
    'INVALID_OPTION',
    'dim is 5, but the vectors in a.vec have 7 components. Leave it out.',
    {
      option: 'dim',
    },
  );
  assert.equal(
    errorMessage(told, 'zh', () => '--dim'),
    'dim（--dim）是 5，而 a.vec 中的向量是 7 维。请去掉它。',
  );
});
