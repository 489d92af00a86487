import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { japaneseAnalyser } from '../../packages/core/dist/node/models/japanese-analyser.js';
import type { JapaneseAnalyser } from '../../packages/core/dist/text/neutral/analysed-japanese.js';
import { neutralTokenizer } from '../../packages/core/dist/text/neutral/neutral-tokenizer.js';
import { main } from '../cli/command.js';
import { temporaryDirectory } from '../support.js';

// By another name, so that nothing else here takes it for installed.
const require = createRequire(import.meta.url);
const analyser: JapaneseAnalyser = (() => {
  const builder = new (require('japanese-analyser').TokenizerBuilder)();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  builder.setKeepWhitespace(true);
  return builder.build();
})();
const { tokenize } = neutralTokenizer('ja', () => false, undefined, undefined, analyser);
const nouns = (text: string) => tokenize(text).flatMap(({ word, partOfSpeech }) => (partOfSpeech ? [] : [word]));

test('an analyser of Japanese gives nouns with their prefixes and suffixes', () => {
  assert.deepEqual(nouns('実業家が新製品を売り出した。'), ['実業家', '新製品']);
  assert.deepEqual(nouns('賃借人は各店舗の鍵を返す'), ['賃借人', '店舗', '鍵']);
  assert.deepEqual(nouns('くしゃみと目のかゆみ'), ['くしゃみ', '目', 'かゆみ']);
});

test('what only points, counts or is done is no noun of an analyser', () => {
  assert.deepEqual(nouns('今回はそれが三年で増えたことによる。'), []);
  assert.deepEqual(nouns('選手たちと田中さん'), ['選手', '田中']);
});

test('a middle dot ties what an analyser cut, and offsets are those of the text', () => {
  const text = '  アルベルト・アインシュタイン\ud800 と\n😀𠮷野家';
  const tokens = tokenize(text);
  assert.ok(tokens.some(({ word, partOfSpeech }) => word === '・' && partOfSpeech === 'PUNCT:link'));
  assert.equal(tokens.map(({ start, end }) => text.slice(start, end)).join(''), text.replace(/\s/g, ''));
});

test('the analyser is used where it is installed beside the command', () => {
  assert.equal(japaneseAnalyser(), undefined);
  const folder = temporaryDirectory();
  const text = '賃借人は、物件を賃貸人に明け渡す。賃借人の敷金は、賃貸人が返す。';
  const keywords = () => {
    const { stdout, stderr } = spawnSync(process.execPath, [main, 'extract', text, '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.ok(stdout, stderr);
    return JSON.parse(stdout)[0].keywords.map(({ text }: { text: string }) => text) as string[];
  };
  assert.ok(!keywords().includes('賃借人'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(
    dirname(require.resolve('japanese-analyser/package.json')),
    join(folder, 'node_modules/lindera-wasm-nodejs-ipadic'),
  );
  assert.ok(keywords().includes('賃借人'));
});
