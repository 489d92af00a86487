import assert from 'node:assert/strict';
import { test } from 'node:test';
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
