import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { root } from './support.js';

/** What each room of a package may import beside itself, the core of the package telltale by `core/`; see ARCHITECTURE.md. */
const core: Record<string, string[]> = {
  errors: [],
  math: [],
  kernel: ['errors', 'math'],
  text: ['errors', 'kernel'],
  documents: ['errors', 'text'],
  options: ['kernel', 'text', 'documents'],
  'check-options': ['errors', 'options', 'text'],
  model: ['errors', 'math', 'kernel', 'text', 'options', 'check-options'],
  encoder: ['errors', 'math'],
  formats: ['errors', 'math', 'kernel', 'text', 'options', 'check-options', 'model', 'encoder'],
  train: ['errors', 'math', 'kernel', 'text', 'options', 'check-options', 'model'],
  extract: ['errors', 'math', 'kernel', 'text', 'options', 'check-options', 'model', 'encoder'],
};
core.tags = [...core.extract, 'extract', 'formats'];
core.records = ['errors', 'text', 'documents', 'formats'];
core.report = Object.keys(core);
const library = Object.keys(core);
core.evaluate = library;
core.fit = [...library, 'evaluate'];
core['index.ts'] = [...library, 'evaluate', 'fit'];
core['browser/'] = core['index.ts'];
core['browser.ts'] = [...core['browser/'], 'browser/', 'index.ts'];
core['node/'] = [...core['index.ts'], 'index.ts'];
core['node.ts'] = [...core['node/'], 'node/'];

const inCore = (rooms: string[]) => rooms.map((room) => `core/${room}`);
const telltale: Record<string, string[]> = {
  'index.ts': ['core', 'messages/'],
  'langchain.ts': inCore(['errors', 'extract', 'options']),
  'client/': inCore(['options', 'extract', 'model', 'tags']),
  'client.ts': ['client/', ...inCore(['errors', 'options', 'extract', 'model', 'tags'])],
  'server/': inCore([...core['index.ts'], 'node/']),
  'server.ts': ['server/'],
  'messages/': inCore(['errors']),
  'cli/': ['messages/', 'server/', 'server.ts', 'core', ...inCore(['options', 'records', 'node/'])],
  'web/': ['messages/', 'core', ...inCore(['browser/', ...core['index.ts']])],
};

const packages = { core, telltale };

/** Every source file, and the one that the command starts. */
const files = Object.keys(packages).flatMap((name) =>
  readdirSync(join(root, 'packages', name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `packages/${name}/src/${file}`),
);

/** The room of a file: the first folder with a slash or the file, plainly where the package has but one of the two. */
function roomOf(file: string): { readonly name: keyof typeof packages; readonly room: string } {
  const [, name, path] = /^packages\/(core|telltale)\/src\/(.+)$/.exec(file)! as unknown as [
    string,
    'core' | 'telltale',
    string,
  ];
  const [head, inside] = path.split('/');
  const bare = head.replace(/\.(ts|js)$/, '');
  const exact = inside === undefined ? `${bare}.ts` : `${head}/`;
  return { name, room: exact in packages[name] ? exact : bare };
}

/** A source file without examples in comments, which import what users have, and print. */
const codeOf = (file: string) => readFileSync(join(root, file), 'utf8').replace(/^ *\* .*/gm, '');

function importsOf(file: string): string[] {
  return Array.from(codeOf(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g), (match) => match[1]);
}

/** What an import is called in the tables; undefined for a package of others. */
function targetOf(file: string, name: string): string | undefined {
  if (name.startsWith('.')) return roomOf(relative(root, resolve(root, dirname(file), name))).room;
  const [, inside] = /^@telltale\/core(?:\/internal\/(.+))?$/.exec(name) ?? [name];
  if (inside !== undefined) return `core/${roomOf(`packages/core/src/${inside}`).room}`;
  return name === '@telltale/core' ? 'core' : undefined;
}

test('imports point down', () => {
  const seen = new Set<string>();
  for (const file of files) {
    const { name, room } = roomOf(file);
    const allowed = packages[name][room];
    assert.ok(allowed, `${file} belongs to no known room`);
    seen.add(`${name} ${room}`);
    for (const imported of importsOf(file)) {
      const target = targetOf(file, imported);
      if (target !== undefined)
        assert.ok(target === room || allowed.includes(target), `${file} (${room}) imports ${imported} (${target})`);
    }
  }
  // A row without files would allow what nobody asked for.
  assert.equal(seen.size, Object.keys(core).length + Object.keys(telltale).length);
});

/** The folders inside large rooms, each above those before it; `.` are the files that lie in none. */
const inside = {
  text: ['.', 'terms', 'neutral', 'reading'],
  formats: ['bytes', 'foreign', 'trees', 'pickle', 'telltale', 'fasttext', 'gensim', 'vectors', '.'],
  node: ['platform', '.', 'packed', 'front-matter', 'files', 'models', 'tag-lists', 'threads', 'training'],
};

test('imports inside text, formats and node point down', () => {
  const folderOf = (file: string) => {
    const [, room, folder] = /^packages\/core\/src\/(text|formats|node)\/(?:([^/]+)\/)?/.exec(file) ?? [];
    return { room, folder: folder ?? '.' };
  };
  let count = 0;
  for (const file of files) {
    const { room, folder } = folderOf(file);
    if (!room) continue;
    const order = inside[room as keyof typeof inside];
    assert.ok(order.includes(folder), `${file} is in no known folder`);
    for (const imported of importsOf(file).filter((name) => name.startsWith('.'))) {
      const below = folderOf(relative(root, resolve(root, dirname(file), imported)));
      if (below.room !== room) continue;
      count++;
      assert.ok(order.indexOf(below.folder) <= order.indexOf(folder), `${file} imports ${imported}`);
    }
  }
  assert.ok(count > 100, String(count));
});

test('only the rooms for it touch files, processes and native code', () => {
  for (const file of files) {
    if (['node/', 'cli/', 'server/'].includes(roomOf(file).room) || /text\/(jieba|shared-memory)\.ts$/.test(file))
      continue;
    for (const name of importsOf(file)) {
      assert.ok(!name.startsWith('node:') && !name.startsWith('@node-rs/'), `${file} imports ${name}`);
    }
    assert.doesNotMatch(codeOf(file), /\bBuffer\.\w/, file);
  }
});

/** Packages that run in browsers, as index.ts uses them and browser.ts beside. */
const portable = ['stemmer'];
const inBrowsers = [
  'eld/extrasmall',
  '@telltale/languages/common-words.js',
  '@telltale/languages/han-words.js',
  'fflate',
  'wink-nlp',
  'wink-eng-lite-web-model',
];

for (const [entry, packages] of [
  ['index.ts', portable],
  ['browser.ts', [...portable, ...inBrowsers]],
  ['browser/worker.ts', [...portable, ...inBrowsers]],
] as const)
  test(`${entry} reaches no native code`, () => {
    const seen = new Set<string>();
    const visit = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const name of importsOf(file).filter((name) => !packages.includes(name as never))) {
        assert.ok(name.startsWith('.'), `${entry} reaches ${name} through ${file}`);
        // What the build copies from another package.
        if (name === './opencc.js') continue;
        visit(relative(root, resolve(root, dirname(file), name.replace(/\.js$/, '.ts'))));
      }
    };
    visit(`packages/core/src/${entry}`);
    assert.ok(seen.size > 10);
  });

test('every export of a source file is described', () => {
  const entries = /\/src\/((browser|index|node|client|langchain|server)\.ts|kernel\/wasm-bytes\.ts)$/;
  for (const file of files.filter((name) => !entries.test(name))) {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    lines.forEach((line, i) => {
      if (!/^export (default |abstract |async )*(const|function|class|interface|type|enum)/.test(line)) return;
      assert.ok(lines[i - 1]?.trimEnd().endsWith('*/'), `${file}:${i + 1} has no doc comment: ${line}`);
    });
  }
});

test('only the entry of the command ends the process or prints', () => {
  for (const file of files.filter((name) => !name.endsWith('cli/main.ts'))) {
    assert.doesNotMatch(codeOf(file), /\bprocess\.exit\(|\bconsole\.\w+\(/, file);
  }
});
