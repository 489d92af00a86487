import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withKeywords } from '../../packages/core/dist/documents/front-matter.js';
import { readMarkdown } from '../../packages/core/dist/documents/markdown.js';
import { textOfMarkup } from '../../packages/core/dist/documents/markup.js';

const read = (...lines: string[]) => readMarkdown(lines.join('\n'));

test('the title is that of the front matter, else the first heading of the first level', () => {
  assert.deepEqual(read('---', 'title: "A \\"day\\"" # ours', 'tags: [x]', '---', '', '# Heading', '', 'Text.'), {
    title: 'A "day"',
    text: 'Heading\n\nText.',
  });
  assert.equal(read('+++', "title = 'It is'", '+++', 'Text.').title, 'It is');
  assert.equal(read('---', 'title: >', '  folded', '  title', '---', 'Text.').title, 'folded title');
  assert.equal(read('## Second', '', '# *First* `x` {#id}', '', 'Text.').title, 'First `x`');
  assert.equal(read('Under *lines*', '====', '', 'Text.').title, 'Under lines');
  assert.equal(read('Text.').title, undefined);
  assert.equal(read('---', '', 'A rule, and no front matter.', '', '---').text, 'A rule, and no front matter.');
});

test('blocks of code, comments, mathematics and HTML that is not read are left out', () => {
  const text = read(
    'Before it.',
    '',
    '```js',
    'const hidden = 1;',
    '~~~',
    '```',
    '- item',
    '  ~~~',
    '  hidden',
    '  ~~~',
    '',
    'A <!-- hidden --> comment <!-- that',
    'hidden',
    '--> ends.',
    '',
    '$$',
    'hidden',
    '$$',
    '',
    '<script>hidden</script> <b>bold</b> %%hidden%%',
    '',
    'Outside.',
    '',
    '    hidden = indented',
    '',
    'Costs $5 or $6, and $h_i$.',
  ).text;
  assert.equal(text, 'Before it.\n\nitem\n\nA comment\nends.\n\nbold\n\nOutside.\n\nCosts $5 or $6, and .');
});

test('of links, pictures, tables and emphasis the words are left', () => {
  const text = read(
    '![hidden](hidden.png) [words](https://hidden.example/a_(b) "hidden") [more][ref] [[Page|alias]] <https://hidden.example>',
    '',
    '| Head | Two |',
    '|---|:-:|',
    '| a \\| b | **c** |',
    '',
    '[ref]: https://hidden.example',
    '> [!note] Note',
    '> **重点**内容 snake_case 2 * 3 ~~old~~ &amp; \\*kept\\*',
    '',
    '- [x] done',
    '1. ordered',
  ).text;
  assert.equal(
    text,
    'words more alias\n\nHead\tTwo\n\na | b\tc\n\nNote\n重点内容 snake_case 2 * 3 old & *kept*\n\ndone\n\nordered',
  );
});

test('code within a sentence stays, between backticks', () => {
  assert.equal(
    read('Use `npm ci` to install, ``a ` b`` and `<b>&lt;$x$ *y*`.', '', `\`it's\` \`${'long '.repeat(30)}\``).text,
    'Use `npm ci` to install, `a b` and `<b>&lt;$x$ *y*`.\n\n`it"s`',
  );
  assert.equal(
    textOfMarkup('<p>Use <code>npm <i>ci</i></code> and <kbd>&lt;b&gt;</kbd><pre><code>hidden</code></pre>&amp; so on'),
    'Use `npm ci` and `<b>`\n\n& so on',
  );
});

test('signs that open nothing, again and again, are read in time that grows with their number', () => {
  for (const sign of ['# ', '[](', '<!---->', '`a', '$a', '![[', '{{', '<a ', '> ', '\\', '|-', '\n- ', '*a']) {
    const text = sign.repeat(200_000 / sign.length);
    // Where it grows with the square this takes hours.
    readMarkdown(`${text}x`);
    readMarkdown(`#${' '.repeat(200_000)}x`);
  }
});

const bytes = (text: string) => new TextEncoder().encode(text);
const written = (source: string, options = {}, keywords = ['wild yeast', 'C#', '面包', 'no']) => {
  const result = withKeywords(bytes(source), keywords, options);
  return result && new TextDecoder('utf-8', { ignoreBOM: true }).decode(result);
};
const LIST = 'keywords:\n  - wild yeast\n  - "C#"\n  - 面包\n  - "no"\n';

test('keywords are added to front matter, and every other byte stays', () => {
  assert.equal(written('---\ntitle: x\n# note\n---\n\nText.'), `---\ntitle: x\n# note\n${LIST}---\n\nText.`);
  assert.equal(written('Text.\n'), `---\n${LIST}---\n\nText.\n`);
  const windows = '\ufeff---\r\ntitle: x\r\n---\r\nText  \r\nends.\n';
  assert.equal(written(windows), windows.replace('x\r\n', `x\r\n${LIST.replaceAll('\n', '\r\n')}`));
  const notUtf8 = Uint8Array.of(...bytes('---\ntitle: x\n---\n'), 0xff, 0xfe, 0);
  assert.deepEqual([...withKeywords(notUtf8, ['a'])!.slice(-3)], [0xff, 0xfe, 0]);
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
    assert.equal(written(source, { replace: true }), `---\ntitle: x\n${LIST}tags:\n  - t\n---\nkeywords: text\n`, old);
  }
});

test('another property is written; as tags, what Obsidian takes for a tag', () => {
  const words = ['wild yeast', 'C#', '1984', '24/7', '面包', 'top 10'];
  const tags = 'tags:\n  - wild-yeast\n  - C\n  - "24/7"\n  - 面包\n  - top-10\n';
  const source = '---\nkeywords:\n  - a\n---\n';
  assert.equal(written(source, { key: 'tags' }, words), `---\nkeywords:\n  - a\n${tags}---\n`);
  assert.equal(written(`---\ntags: [a]\n---\n`, { key: 'tags' }), undefined);
  assert.equal(written(`---\ntags: [a]\n---\n`, { key: 'tags', replace: true }, words), `---\n${tags}---\n`);
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
      assert.equal(written(source, { replace: true }), source.replace(top + old, top + list));
    }
  }
  assert.equal(written('+++\r\ntitle = "x"\r\n+++\r\n'), `+++\r\ntitle = "x"\r\n${list.trim()}\r\n+++\r\n`);
});

test('a property is not written beside a table of its name, and a comment is no end of a list', () => {
  for (const table of ['[taxonomies]', '[[taxonomies]]', '[ "taxonomies" ]', '[taxonomies.all]']) {
    const source = `+++\ntitle = "S"\n${table}\nx = 1\n+++\nText.`;
    assert.throws(
      () => written(source, { key: 'taxonomies' }, ['a']),
      { code: 'INVALID_TEXT', message: /table/ },
      table,
    );
  }
  const commented = '---\ntags:\n# first\n  - old\n---\nText.';
  assert.equal(written(commented, { key: 'tags' }, ['a']), undefined);
  assert.equal(written(commented, { key: 'tags', replace: true }, ['a']), '---\ntags:\n  - a\n---\nText.');
});

test('front matter in TOML that cannot be read and text in UTF-16 are refused', () => {
  for (const bad of ['title = "x', 'list = [1,', 'title: x', 'note = """\n']) {
    assert.throws(() => written(`+++\n${bad}\n+++\n`), { code: 'INVALID_TEXT', message: /TOML/ }, bad);
  }
  assert.throws(() => withKeywords(Uint8Array.of(0xff, 0xfe, 65, 0), ['a']), {
    code: 'INVALID_TEXT',
    message: /UTF-16/,
  });
});
