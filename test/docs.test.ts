import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { root } from './support.js';

test('documents derived from tables are current', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/make-docs.mjs'), '--check'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});

test('the tables of the evaluation are those of its last results', () => {
  const results = readdirSync(join(root, 'evaluation/results')).filter((name) => name.endsWith('.md'));
  const tablesOf = (...flags: string[]) => {
    const { stdout } = spawnSync(
      process.execPath,
      ['evaluation/summary.mjs', ...flags, ...results.map((name) => `evaluation/results/${name}`)],
      { cwd: root, encoding: 'utf8' },
    );
    return new Map(
      Array.from(
        stdout.matchAll(/^<!-- (\S+) -->\n([\s\S]*?)<!-- \/\1 -->/gm),
        ([, name, text]) => [name, text] as const,
      ),
    );
  };
  const tables = { english: tablesOf(), chinese: tablesOf('--chinese') };
  assert.ok((tables.english.get('agreement')?.split('\n').length ?? 0) > 50);
  let compared = 0;
  for (const file of ['docs/evaluation.md', 'docs/zh/evaluation.md', 'README.md', 'README.zh.md']) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, name, shown] of text.matchAll(/^<!-- (\S+) -->\n([\s\S]*?)<!-- \/\1 -->/gm)) {
      // Written by hand, from a fit.
      if (name === 'leave-one-set-out') continue;
      const table = tables[/zh/.test(file) ? 'chinese' : 'english'].get(name) ?? '';
      assert.equal(shown.trim(), table.trim() === '' ? 'Not run.' : table.trim(), `${file}: ${name}`);
      compared++;
    }
  }
  assert.ok(compared >= tables.english.size, `${compared}`);
});

/** The name that GitHub gives a heading: small letters, blanks as hyphens, no other signs. */
const slugOf = (heading: string) =>
  heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

test('every link between documents leads to a file and a heading that are there', () => {
  // Those of packages/telltale are copies.
  const packages = ['core', 'core/data', 'languages', 'model-en', 'model-zh', 'vectors'].map(
    (name) => `packages/${name}`,
  );
  const folders = ['', 'docs', 'docs/decisions', 'docs/zh', 'docs/zh/decisions', ...packages];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  );
  const proseOf = (file: string) => readFileSync(join(root, file), 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
  const dead: string[] = [];
  let links = 0;
  for (const file of files) {
    for (const [, target] of proseOf(file).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      links++;
      const [path, heading] = target.split('#');
      const linked = path === '' ? file : join(dirname(file), decodeURI(path));
      if (!existsSync(join(root, linked))) dead.push(`${file}: ${target}`);
      else if (heading && linked.endsWith('.md')) {
        const headings = Array.from(proseOf(linked).matchAll(/^#+ (.*)$/gm), ([, text]) => slugOf(text));
        if (!headings.includes(decodeURIComponent(heading))) dead.push(`${file}: ${target}`);
      }
    }
  }
  assert.ok(links > 50, String(links));
  assert.deepEqual(dead, []);
});

test('ARCHITECTURE.md and CONTRIBUTING.md name files, folders and functions that are there', () => {
  const folders = [
    'packages',
    'scripts',
    'test',
    'site',
    'python',
    'spark',
    'bench',
    'evaluation',
    'encoders',
    'deploy',
  ];
  const isOurs = (path: string) => !/(^|\/)(node_modules|dist|build|docs|results|fixtures)(\/|$)/.test(path);
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(isOurs)
      .map((path) => `${folder}/${path}`),
  );
  const source = paths
    .filter((path) => /\.(?:tsx?|mjs|py|json)$/.test(path) && !/package-lock|\.jsonl?$/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  const words = new Set(source.match(/\w+/g));
  let names = 0;
  for (const file of ['ARCHITECTURE.md', 'CONTRIBUTING.md']) {
    const prose = readFileSync(join(root, file), 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
    for (const [, name] of prose.matchAll(/`([\w./-]+)`/g)) {
      const isThere =
        existsSync(join(root, name)) ||
        paths.some((path) => path.endsWith(`/${name.replace(/\/$/, '')}`)) ||
        (/^\w+$/.test(name) ? words.has(name) : !/\.(?:ts|mjs|py)$|^(?:packages|test|scripts)\//.test(name));
      assert.ok(isThere, `${file}: ${name}`);
      names++;
    }
  }
  assert.ok(names > 120, String(names));
});

/** What is said at the end of a line of code. */
const COMMENT = /(?<=\S)[ \t]+(?:#|\/\/) .*$/gm;

/** Where a paragraph, an item, a row or a heading begins. */
const BLOCK = /(?:\n[ \t]*)+\n|\n(?=[ \t]*(?:[-*]|\d+\.) |\||#)/;

/** The paragraphs of prose, each by its kind and the numbers of two digits or more in it; 2 million is 200 万. */
function paragraphsOf(prose: string): string[] {
  return prose
    .replaceAll(/<!--[\s\S]*?-->/g, '\n')
    .split(BLOCK)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const kind = /^\s*([-*#|]|\d+\.)(?=\s|#|\|)/.exec(block)?.[1].replace(/\d+/, '1') ?? 'p';
      const said = block.replaceAll(/\]\([^)]*\)/g, ']').replaceAll(/\d[\d,.]*\s?(?:million|billion|[万亿])/g, '');
      const numbers = said.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? [];
      return [kind, ...new Set(numbers.filter((number) => number.length > 1).sort())].join(' ');
    });
}

/** What a document and its translation have in common. */
function shapeOf(file: string) {
  const text = readFileSync(join(root, file), 'utf8');
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, '');
  const tables = prose.match(/^\|.*$/gm) ?? [];
  // Numbers in words of their own: 1,000 and 2.0, not the digits of names.
  const numbers = (row: string) =>
    row.replaceAll(/`[^`]*`/g, '').match(/(?<![\w.@:-])\d[\d,.]*\d(?![\w-])|(?<![\w.@:-])\d(?![\w-])/g);
  return {
    paragraphs: paragraphsOf(prose),
    headings: (prose.match(/^#+ /gm) ?? []).join(''),
    // Comments in Chinese are prose; what a program prints, too, is a comment, and the same.
    code: (text.match(/^```[\s\S]*?^```$/gm) ?? []).map((block) => block.replaceAll(COMMENT, '')),
    comments: (text.match(/^```[\s\S]*?^```$/gm) ?? []).flatMap((block) => block.match(COMMENT) ?? []),
    rows: tables.length,
    numbers: tables.flatMap((row) => numbers(row) ?? []),
  };
}

test('every document is there in Chinese, with the same headings, paragraphs, code and numbers', () => {
  const markdownIn = (folder: string) => readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));
  const names = markdownIn('docs');
  const decisions = markdownIn('docs/decisions');
  assert.ok(names.length > 20 && decisions.length >= 20);
  for (const name of [...names, ...decisions.map((file) => `decisions/${file}`)]) {
    assert.ok(existsSync(join(root, 'docs/zh', name)), `docs/zh/${name} is missing`);
    const { numbers, comments, ...shape } = shapeOf(`docs/${name}`);
    const { numbers: numbersInChinese, comments: commentsInChinese, ...shapeInChinese } = shapeOf(`docs/zh/${name}`);
    assert.equal(commentsInChinese.length, comments.length, name);
    for (const [i, comment] of commentsInChinese.entries()) {
      if (/\p{Script=Han}/u.test(comment) && !/\bKeyword\(/.test(comment)) continue;
      assert.equal(comment, comments[i], name);
      // What is left as it is says nothing in English.
      assert.doesNotMatch(comment, /\b[a-z]+ (?:[a-z]+ )*(?:a|the|of|in|on|by|for|with|from|and|your|or)\b/, name);
    }
    assert.deepEqual(shapeInChinese, shape, name);
    // What an option means is prose, whose numbers may come in another order.
    if (name !== 'options.md') assert.deepEqual(numbersInChinese, numbers, name);
    assert.doesNotMatch(readFileSync(join(root, 'docs/zh', name), 'utf8'), /undefined/, name);
  }
  assert.deepEqual(markdownIn('docs/zh').sort(), [...names, 'README.md'].sort());
  assert.deepEqual(markdownIn('docs/zh/decisions').sort(), decisions.sort());
});

test('the sentences of the documents are short enough to be read once', () => {
  const most = { docs: 60, 'docs/zh': 90 };
  const end = /(?<=[.!?:]["”)*]*)\s+(?=[A-Z`“"*([])|(?<=[。！？])/;
  let sentences = 0;
  for (const [folder, limit] of Object.entries(most))
    for (const name of readdirSync(join(root, folder)).filter((file) => file.endsWith('.md'))) {
      const prose = readFileSync(join(root, folder, name), 'utf8').replaceAll(/^```[\s\S]*?^```$|^\|.*$/gm, '');
      for (const sentence of prose.split(BLOCK).flatMap((block) => block.replaceAll(/\]\([^)]*\)/g, ']').split(end))) {
        // Characters of Chinese, or words.
        const units = sentence.match(/\p{Script=Han}/gu) ?? [];
        const length = units.length < 10 ? sentence.trim().split(/\s+/).length : units.length;
        assert.ok(length <= limit, `${folder}/${name}: ${length} in: ${sentence}`);
        sentences++;
      }
    }
  assert.ok(sentences > 2000, String(sentences));
});

test('English that no native writes is in no document', () => {
  const foreign =
    /unless said otherwise|\bto be had\b|\banew\b|in one go|, for (?:it|they|there) |\bstands (?:in|there|beside)\b/;
  for (const folder of ['', 'docs', 'docs/decisions'])
    for (const name of readdirSync(join(root, folder)).filter(
      (file) => file.endsWith('.md') && file !== 'CHANGELOG.md',
    )) {
      // What programs print is as they print it.
      const prose = readFileSync(join(root, folder, name), 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
      assert.deepEqual(
        prose.split('\n').filter((line) => foreign.test(line)),
        [],
        name,
      );
    }
});

test('nor is it in the comments of the source', () => {
  const foreign =
    /unless said otherwise|\bto be had\b|\banew\b|in one go|from behind|(?<!there )\bis no (?!longer|more)[a-z]|\bstands (?:in|there|beside|before|first|at|on)\b/i;
  const files = ['core', 'telltale'].flatMap((name) =>
    readdirSync(join(root, 'packages', name, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `packages/${name}/src/${file}`),
  );
  assert.ok(files.length > 300);
  for (const file of files) {
    const comments = readFileSync(join(root, file), 'utf8').matchAll(/^\s*(?:\/\*\*|\*|\/\/) .*$/gm);
    assert.deepEqual(
      Array.from(comments, ([line]) => line.trim()).filter((line) => foreign.test(line)),
      [],
      file,
    );
  }
});

test('every document has its place in the sidebar of the site, in both languages', async () => {
  const { sidebar } = await import(join(root, 'site/.vitepress/sidebar.mjs'));
  const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  for (const [language, before] of [
    ['en', '/'],
    ['zh', '/zh/'],
  ]) {
    const links = sidebar(language).flatMap(({ items }: { items: { link: string }[] }) =>
      items.map(({ link }) => link),
    );
    for (const name of pages) assert.ok(links.includes(`${before}${name.replace('.md', '')}`), `${language}: ${name}`);
  }
});
