import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from './cli/command.js';
import { root, temporaryDirectory } from './support.js';

/** The fenced blocks of a document, by language. */
function blocks(file: string, language: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return Array.from(
    text.matchAll(new RegExp(`\`\`\`${language}(?: no-run)?\\n([\\s\\S]*?)\`\`\``, 'g')),
    (match) => match[1],
  );
}

for (const file of ['README.md', 'README.zh.md']) {
  test(`${file}: the first command prints what the document shows`, () => {
    const [command] = blocks(file, 'sh');
    const args = /npx telltale (.*)/.exec(command)![1].split(' ');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['packages/telltale/bin/telltale.js', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    assert.equal(blocks(file, 'text')[0], stdout);
  });

  test(`${file}: texts in other languages have the keywords it shows`, () => {
    const shown = [
      ...blocks(file, 'sh')
        .join('')
        .matchAll(/^telltale extract --top-n 3 "(.*)" +# (.*)$/gm),
    ];
    assert.equal(shown.length, 2);
    for (const [, text, keywords] of shown) {
      const { stdout } = spawnSync(
        process.execPath,
        ['packages/telltale/bin/telltale.js', 'extract', '--top-n', '3', '--format', 'json', text],
        { cwd: root, encoding: 'utf8' },
      );
      const found = JSON.parse(stdout)[0].keywords.map((keyword: { text: string }) => keyword.text);
      assert.equal(found.join(', '), keywords);
    }
  });

  test(`${file}: the commands it names exist`, () => {
    const commands = blocks(file, 'sh')
      .join('')
      .matchAll(/telltale (\w+)/g);
    for (const [, command] of commands) {
      assert.equal(run([command, '--help']).status, 0, command);
    }
  });

  test(`${file}: the code runs`, () => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'news.txt'), '太阳是一颗恒星。\n行星围绕着太阳。\n'.repeat(2000));
    for (const [i, code] of blocks(file, 'js').entries()) {
      // The package is imported as users do, but by its place: a temporary directory has no node_modules.
      const script = join(directory, `${i}.mjs`);
      writeFileSync(
        script,
        code.replaceAll("'telltale'", JSON.stringify(join(root, 'packages/telltale/dist/index.js'))),
      );
      const { status, stderr, stdout } = spawnSync(process.execPath, [script], { cwd: directory, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      if (code.includes('console.log')) assert.match(stdout, /太阳|恒星/);
    }
  });
}

test('each README shows the keywords of a text in its language first', () => {
  const tableOf = (file: string) => blocks(file, 'text')[0];
  assert.doesNotMatch(tableOf('README.md'), /\p{Script=Han}/u);
  assert.match(tableOf('README.zh.md'), /\p{Script=Han}/u);
});

test('both READMEs have the same sections, commands, code and links', () => {
  const shapeOf = (file: string) => {
    const text = readFileSync(join(root, file), 'utf8');
    const uncommented = (block: string) =>
      block
        .replace(/ +#.*$/gm, '')
        .replace('--encoder zh', '--encoder en')
        .replace('/article.txt', '/article.en.txt');
    // Each leads to documents in its language.
    const links = Array.from(text.matchAll(/\]\(([^)]+)\)/g), ([, link]) =>
      link.replace('docs/zh/', 'docs/').replace('.zh.png', '.en.png'),
    );
    return {
      sections: text.match(/^#+ /gm),
      commands: blocks(file, 'sh').map(uncommented),
      outputs: blocks(file, 'text').length,
      code: blocks(file, 'js'),
      links: [...new Set(links)].filter((link) => !/^(docs\/)?README/.test(link)).sort(),
    };
  };
  const english = shapeOf('README.md');
  assert.ok(english.links.length > 10 && english.commands.length > 2);
  assert.deepEqual(shapeOf('README.zh.md'), english);
});
