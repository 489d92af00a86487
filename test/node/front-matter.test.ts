import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tagsOf } from '../../packages/core/dist/node/front-matter/tag-words.js';
import { type WriteOptions, withKeywords } from '../../packages/core/dist/node/front-matter/with-keywords.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const written = (source: string, options: WriteOptions = {}, keywords = ['wild yeast', 'C#', '面包', 'no']) => {
  const result = withKeywords(bytes(source), keywords, options);
  return result && new TextDecoder('utf-8', { ignoreBOM: true }).decode(result);
};
const LIST = 'keywords:\n  - wild yeast\n  - "C#"\n  - 面包\n  - "no"\n';

test('keywords are added to front matter, and every other byte stays', () => {
  assert.equal(written('---\ntitle: x\n# note\n---\n\nText.'), `---\ntitle: x\n# note\n${LIST}---\n\nText.`);
  assert.equal(written('Text.\n'), `---\n${LIST}---\n\nText.\n`);
  const windows = '\ufeff---\r\ntitle: x\r\n---\r\nText  \r\nends.\n';
  assert.equal(written(windows), windows.replace('x\r\n', `x\r\n${LIST.replaceAll('\n', '\r\n')}`));
  const marked = '\ufeff\ufeff---\ntitle: x\n---\nText.\n';
  assert.equal(written(marked), marked.replace('x\n', `x\n${LIST}`));
  assert.equal(written('\ufeff\ufeffText.\n'), `\ufeff\ufeff---\n${LIST}---\n\nText.\n`);
  const notUtf8 = Uint8Array.of(...bytes('---\ntitle: x\n---\n'), 0xff, 0xfe, 0x80);
  assert.deepEqual([...withKeywords(notUtf8, ['a'])!.slice(-3)], [0xff, 0xfe, 0x80]);
});

test('keywords that are there stay, unless they are to be replaced', () => {
  for (const old of [
    'keywords: [a, b]\n',
    'keywords:\n- a\n\n- b\n',
    'keywords: [\n  a,\n]\n',
    '"keywords":\n    - a\n',
  ]) {
    const source = `---\ntitle: x\n${old}tags:\n  - t\n---\nkeywords: text\n`;
    assert.equal(written(source), undefined, old);
    assert.equal(
      written(source, { mode: 'replace' }),
      `---\ntitle: x\n${LIST}tags:\n  - t\n---\nkeywords: text\n`,
      old,
    );
  }
});

test('another property is written; as tags, what Obsidian takes for a tag', () => {
  const words = ['wild yeast', 'C#', '1984', '24/7', '面包', 'top 10'];
  const tags = 'tags:\n  - wild-yeast\n  - C-sharp\n  - "24/7"\n  - 面包\n  - top-10\n';
  const source = '---\nkeywords:\n  - a\n---\n';
  assert.equal(written(source, { key: 'tags' }, words), `---\nkeywords:\n  - a\n${tags}---\n`);
  assert.equal(written(`---\ntags: [a]\n---\n`, { key: 'tags' }), undefined);
  assert.equal(written(`---\ntags: [a]\n---\n`, { key: 'tags', mode: 'replace' }, words), `---\n${tags}---\n`);
  assert.equal(written('+++\nsubjects = []\n+++\n', { key: 'subjects' }, ['a b']), '+++\nsubjects = ["a b"]\n+++\n');
  for (const key of ['', 'a b', 'a:', '标签']) {
    assert.throws(() => written('Text.', { key }), { code: 'INVALID_OPTION', message: /frontMatterKey must be/ });
  }
});

test('a key without keywords is filled', () => {
  for (const empty of ['keywords:', 'keywords: []', 'keywords: ""', '"keywords": # none yet', 'keywords: null']) {
    const source = `---\ntitle: x\n${empty}\ndraft: true\n---\nText.`;
    assert.equal(written(source), `---\ntitle: x\n${LIST}draft: true\n---\nText.`, empty);
  }
  const toml = '+++\nkeywords = []\ndraft = true\n+++\nText.';
  assert.equal(written(toml, {}, ['a']), '+++\nkeywords = ["a"]\ndraft = true\n+++\nText.');
});

test('front matter in JSON is refused, and not taken for text', () => {
  assert.throws(() => written('{\n  "title": "x"\n}\n\nText.'), { code: 'INVALID_TEXT', message: /JSON/ });
});

test('keywords are added to front matter in TOML before its first table', () => {
  const list = 'keywords = ["wild yeast", "C#", "面包", "no"]\n';
  const table = '\n[params]\nkeywords = ["of the table"]\n';
  const tricky = "title = \"a [ \\\" # b\"\nnote = '''\n[x]\nkeywords = []\n'''\ndates = [ # ]\n  1979-05-27,\n]\n";
  for (const top of ['title = "x"\n', '', tricky]) {
    assert.equal(written(`+++\n${top}${table}+++\nText.`), `+++\n${top}${list}${table}+++\nText.`);
    for (const old of ['keywords = ["a"]\n', '"keywords"=[ "]", # ]\n  \'b\',\n]\n']) {
      const source = `+++\n${top}${old}draft = true\n${table}+++\nText.`;
      assert.equal(written(source), undefined, source);
      assert.equal(written(source, { mode: 'replace' }), source.replace(top + old, top + list));
    }
  }
  assert.equal(written('+++\r\ntitle = "x"\r\n+++\r\n'), `+++\r\ntitle = "x"\r\n${list.trim()}\r\n+++\r\n`);
});

test('a property is not written beside a table of its name, and a comment is no end of a list', () => {
  for (const table of ['[taxonomies]', '[[taxonomies]]', '[ "taxonomies" ]', '[taxonomies.all]']) {
    const source = `+++\ntitle = "S"\n${table}\nx = 1\n+++\nText.`;
    assert.throws(
      () => written(source, { key: 'taxonomies' }, ['a']),
      { code: 'INVALID_TEXT', message: /change to something else/ },
      table,
    );
  }
  const commented = '---\ntags:\n# first\n  - old\n---\nText.';
  assert.equal(written(commented, { key: 'tags' }, ['a']), undefined);
  assert.equal(written(commented, { key: 'tags', mode: 'replace' }, ['a']), '---\ntags:\n  - a\n---\nText.');
});

test('front matter in TOML that cannot be read, text in UTF-16 and with NUL are refused', () => {
  for (const bad of ['title = "x', 'list = [1,', 'title: x', 'note = """\n', 'title =\n[[[', 'a = 1\na = 2']) {
    assert.throws(() => written(`+++\n${bad}\n+++\n`), { code: 'INVALID_TEXT', message: /TOML/ }, bad);
  }
  assert.throws(() => withKeywords(Uint8Array.of(0xff, 0xfe, 65, 0), ['a']), {
    code: 'INVALID_TEXT',
    message: /UTF-16/,
  });
  assert.throws(() => written('A text\0 with a NUL.'), { code: 'INVALID_TEXT', message: /NUL/ });
});

test('front matter in YAML that cannot be read, or written without harm, is refused', () => {
  const refused = (front: string, message: RegExp, options: WriteOptions = {}) =>
    assert.throws(() => written(`---\n${front}\n---\nText.`, options), { code: 'INVALID_TEXT', message }, front);
  refused(
    'title: a\nnote: b: c',
    /cannot be read: the parser says "Nested mappings are not allowed in compact mappings" \(line 3\)\. Noth/,
  );
  // What is never closed is said where it begins.
  refused('a: 1\ntitle: "x\n\nb: 2', /cannot be read.*\(line 3\)/);
  refused('a: 1\nlist: [x,\n\nb: 2', /cannot be read.*\(line 3\)/);
  refused('a: [\nb\nc: 1', /cannot be read.*\(line 2\)/);
  refused('tags: *none', /cannot be read/);
  refused('a: 1\na: 2', /the parser says "Map keys must be unique" \(line 3\)/);
  refused('{title: x}', /not a list of properties/);
  const anchored = 'keywords: &k [a]\nsame: *k';
  for (const mode of ['add', 'replace'] as const) refused(anchored, /change to something else/, { mode });
  refused('keywords:\n  a: 1', /not a list of words/, { mode: 'add' });
  assert.throws(() => withKeywords(Uint8Array.of(...bytes('---\ntitle: '), 0xff, ...bytes('\n---\n')), ['a']), {
    message: /not UTF-8/,
  });
});

test('a block is never put before a block', () => {
  const long = 'é'.repeat(60_000);
  for (const front of [
    'כותרת: שלום',
    '2024: x',
    '? title\n: x',
    'base: &b {a: 1}\n<<: *b',
    '<<: {a: b}',
    '$schema: x',
    '.hidden: x',
    '&a title: x',
    '!!str title: x',
    '(a): b',
    '👍: x',
    `title: ${long}`,
    `${'a'.repeat(300)}: x`,
  ]) {
    assert.equal(written(`---\n${front}\n---\nText.`), `---\n${front}\n${LIST}---\nText.`, front.slice(0, 40));
  }
  const indented = LIST.replaceAll(/^/gm, '  ').trimEnd();
  assert.equal(written('---\n  title: x\n---\n'), `---\n  title: x\n${indented}\n---\n`);
  assert.equal(written('---  # note\ntitle: x\n---\n'), `---  # note\ntitle: x\n${LIST}---\n`);
  for (const front of ['@context: x', '\ttitle: x', 'title:x', `title: ${long}${long}`, 'Some words\ntitle: x']) {
    const refusal = { code: 'INVALID_TEXT', message: /Nothing was written/ };
    assert.throws(() => written(`---\n${front}\n---\nText.`), refusal, front.slice(0, 40));
  }
  for (const text of ['A rule.', '- note: an item', '**Bold**: words', '> said: so', '[a]: https://example.org']) {
    const source = `---\n\n${text}\n\n---\n`;
    assert.equal(written(source), `---\n${LIST}---\n\n${source}`, text);
  }
});

test('front matter that would take the parser long, or its stack, is refused', () => {
  for (const [source, message] of [
    [`+++\nx=${'['.repeat(10_000)}\n+++\n`, /nested too deep/],
    [`+++\nx=${'['.repeat(2000)}${']'.repeat(2000)}\n+++\n`, /nested too deep/],
    [`---\nx: ${'['.repeat(10_000)}\n---\n`, /nested too deep/],
    [`---\nx: ${'&a '.repeat(30_000)}\n---\n`, /more than 1000 anchors/],
    [`---\nx:\n  ${'- '.repeat(5000)}a\n---\n`, /Nothing was written/],
  ] as const) {
    const start = performance.now();
    assert.throws(() => written(source), { code: 'INVALID_TEXT', message });
    assert.ok(performance.now() - start < 5000, source.slice(0, 40));
  }
  const links = `---\nup:\n${'  - "[[Note]]"\n'.repeat(500)}`;
  assert.equal(written(`${links}---\n`), `${links}${LIST}---\n`);
});

test('what the parser warns of is not said', () => {
  const warnings: Error[] = [];
  const listen = (warning: Error) => warnings.push(warning);
  process.on('warning', listen);
  assert.equal(written('---\ntitle: {{title}}\n---\n'), `---\ntitle: {{title}}\n${LIST}---\n`);
  return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
    process.off('warning', listen);
    assert.deepEqual(warnings, []);
  });
});

test('keywords are added after those that are there, as the list is written', () => {
  const add = (front: string, options: WriteOptions = {}, words = ['B', 'new one', 'c']) =>
    written(front, { mode: 'add', ...options }, words);
  for (const [before, after] of [
    ['keywords:\n- a # first\n- b\n\n# next\n', 'keywords:\n- a # first\n- b\n- new one\n- c\n\n# next\n'],
    ['keywords:\n    - "a"\n    - b\n', 'keywords:\n    - "a"\n    - b\n    - new one\n    - c\n'],
    ["keywords: [a, 'b'] # mine\n", "keywords: [a, 'b', new one, c] # mine\n"],
    ['keywords: [\n  a,\n  b,\n]\n', 'keywords: [\n  a,\n  b, new one, c,\n]\n'],
    ['keywords: a, b\n', 'keywords:\n  - a\n  - b\n  - new one\n  - c\n'],
    ['KeyWords: &k [a, b]\n', 'KeyWords: &k [a, b, new one, c]\n'],
    ['other: &k [a, b]\nkeywords: *k\n', 'other: &k [a, b]\nkeywords:\n  - a\n  - b\n  - new one\n  - c\n'],
    ['keywords:\n', 'keywords:\n  - B\n  - new one\n  - c\n'],
    ['', 'keywords:\n  - B\n  - new one\n  - c\n'],
  ]) {
    const whole = (front: string) => `---\ntitle: x\n${front}draft: true\n---\nText.`;
    const expected = before ? whole(after) : `---\ntitle: x\ndraft: true\n${after}---\nText.`;
    assert.equal(add(whole(before)), expected);
    assert.equal(add(expected), undefined, 'again');
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    assert.equal(add(windows(whole(before))), windows(expected));
  }
  assert.equal(
    add('---\ntags: ice Alps\n---\n', { key: 'tags' }),
    '---\ntags:\n  - ice\n  - Alps\n  - B\n  - new-one\n  - c\n---\n',
  );
  assert.equal(
    add('+++\nkeywords = [\n  "a",\n  "b", # two\n]\n+++\n'),
    '+++\nkeywords = [\n  "a",\n  "b", "new one", "c", # two\n]\n+++\n',
  );
  assert.equal(add('+++\nkeywords = "a, b"\n+++\n'), '+++\nkeywords = ["a", "b", "new one", "c"]\n+++\n');
});

test('a property is the same in other cases, and that of a table of lists is in the table', () => {
  const tags = { key: 'tags' };
  assert.equal(written('---\nTags: [a]\n---\n', tags), undefined);
  assert.equal(written('---\nTags:\n---\n', tags, ['a']), '---\nTags:\n  - a\n---\n');
  assert.equal(written('---\nTags: [A]\ntags: []\n---\n', tags, ['a']), '---\nTags: [A]\ntags:\n  - a\n---\n');
  const zola = (list: string) =>
    `+++\ntitle = "x"\n\n[taxonomies]\n${list}categories = ["c"]\n\n[extra]\ntags = 1\n+++\nText.`;
  assert.equal(written(zola('tags = ["a"]\n'), { ...tags, mode: 'add' }, ['b']), zola('tags = ["a", "b"]\n'));
  assert.equal(written(zola('tags = ["a"]\n'), { ...tags, mode: 'replace' }, ['b']), zola('tags = ["b"]\n'));
  assert.equal(written(zola(''), tags, ['b']), zola('').replace('["c"]\n', '["c"]\ntags = ["b"]\n'));
  assert.equal(written('+++\n[taxonomies]\n+++\n', tags, ['b']), '+++\n[taxonomies]\ntags = ["b"]\n+++\n');
  for (const [before, added, replaced] of [
    ['taxonomies = { tags = ["a"] }', 'taxonomies = { tags = ["a", "b"] }', 'taxonomies = { tags = ["b"] }'],
    ['taxonomies = { x = [] }', 'taxonomies = { x = [], tags = ["b"] }', 'taxonomies = { x = [], tags = ["b"] }'],
    ['taxonomies = {}', 'taxonomies = { tags = ["b"] }', 'taxonomies = { tags = ["b"] }'],
    ['taxonomies.Tags = ["a"]', 'taxonomies.Tags = ["a", "b"]', 'taxonomies.Tags = ["b"]'],
    [
      '[taxonomies.all]\nx = []',
      '[taxonomies]\ntags = ["b"]\n[taxonomies.all]\nx = []',
      '[taxonomies]\ntags = ["b"]\n[taxonomies.all]\nx = []',
    ],
    [
      'a = 1\n[taxonomies.all.x]\ny = 1',
      'a = 1\n[taxonomies]\ntags = ["b"]\n[taxonomies.all.x]\ny = 1',
      'a = 1\n[taxonomies]\ntags = ["b"]\n[taxonomies.all.x]\ny = 1',
    ],
    [
      'taxonomies.all.x = []',
      'taxonomies.all.x = []\ntaxonomies.tags = ["b"]',
      'taxonomies.all.x = []\ntaxonomies.tags = ["b"]',
    ],
    ['taxonomies.x = []', 'taxonomies.x = []\ntaxonomies.tags = ["b"]', 'taxonomies.x = []\ntaxonomies.tags = ["b"]'],
  ]) {
    const whole = (lists: string) => `+++\n${lists}\ndraft = true\n[extra]\nx = 1\n+++\n`;
    assert.equal(written(whole(before), { ...tags, mode: 'add' }, ['b']), whole(added));
    assert.equal(written(whole(before), { ...tags, mode: 'replace' }, ['b']), whole(replaced));
  }
  const flow = '---\ntaxonomies: {tags: [a]}\n---\n';
  assert.equal(written(flow, tags, ['b']), undefined);
  assert.equal(written(flow, { ...tags, mode: 'add' }, ['b']), flow.replace('[a]', '[a, b]'));
  assert.throws(() => written(flow, { ...tags, mode: 'replace' }, ['b']), { message: /change to something else/ });
  assert.equal(
    written('---\ntaxonomies:\n    categories:\n    - c\n\ndraft: true\n---\n', tags, ['b']),
    '---\ntaxonomies:\n    categories:\n    - c\n    tags:\n      - b\n\ndraft: true\n---\n',
  );
});

test('a tag counts as there however it is spelled', () => {
  const source = '---\ntags: [C++, c#, wild yeast]\n---\n';
  const add = (...words: string[]) => written(source, { key: 'tags', mode: 'add' }, words);
  assert.equal(add('C++', 'C#', 'Wild yeast'), undefined);
  assert.equal(add('C', 'c++'), source.replace(']', ', C]'));
});

test('names that end in signs are other tags than those without', () => {
  assert.deepEqual(tagsOf(['C', 'C++', 'C#', 'F# language', 'Node.js', 'a + b', 'ice/alps', 'C++17']), [
    'C',
    'C-plus-plus',
    'C-sharp',
    'F-sharp-language',
    'Node-js',
    'a-b',
    'ice/alps',
    'C-plus-plus-17',
  ]);
});
