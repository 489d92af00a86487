import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { articles, htmlPage, markdownPage } from './documents/pages.js';
import { fixture, root, temporaryDirectory } from './support.js';

/** A fenced block of a document. One that begins with ```LANGUAGE no-run needs what a test does not have. */
export interface Block {
  readonly language: string;
  readonly runs: boolean;
  readonly code: string;
}

/** The blocks of a document that have a language, in their order. */
export function blocksOf(file: string): readonly Block[] {
  const text = readFileSync(join(root, file), 'utf8');
  return Array.from(text.matchAll(/^```(\w+)( no-run)?\n([\s\S]*?)^```$/gm), ([, language, mark, code]) => ({
    language,
    runs: mark === undefined,
    code,
  }));
}

const main = join(root, 'packages/telltale/bin/telltale.js');

/** `telltale` for documents: a service is ended once it listens, and takes any free port. */
const command = `#!${process.execPath}
const { spawn } = require('node:child_process');
const args = process.argv.slice(2);
const serves = args[0] === 'serve';
if (serves) args.push('--port', '0', '--threads', '1');
const stdio = ['inherit', serves ? 'pipe' : 'inherit', 'inherit'];
const child = spawn(process.execPath, [${JSON.stringify(main)}, ...args], { stdio });
let listened = false;
child.stdout?.on('data', (bytes) => {
  if (!String(bytes).includes('http://')) return;
  listened = true;
  child.kill();
});
child.on('close', (code) => { process.exitCode = serves ? (listened ? 0 : 1) : (code ?? 1); });
`;

const jsonLines = (...records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');
// So few words are all frequent, and most of what is frequent is left out: fewer lines teach nothing.
const corpus = '太阳是一颗恒星。\n行星围绕着太阳。\n'.repeat(2000);
const sailing = {
  id: 'a',
  text: 'The keel of the boat was repaired and the mast is up again.',
  title: 'A boat',
  tags: ['sailing'],
};
const cooking = { id: 'b', text: 'Bread needs flour, water, salt and time.', title: 'Bread' };
const labelled = [
  { ...sailing, lang: 'en', keywords: ['keel', 'mast'], want: ['keel'], strike: ['again'] },
  { ...cooking, lang: 'en', keywords: ['bread', 'flour'], want: ['bread'], strike: ['time'] },
];
const subtitles = '1\n00:00:01,000 --> 00:00:02,000\nThe glacier left a moraine.\n';

/** Small files under the names that the documents use. */
const samples: Readonly<Record<string, string | Uint8Array>> = {
  'article.txt': 'All the boats went out. The mast of one broke, and the boats came back.',
  'report.txt': '太阳是一颗恒星，行星围绕着太阳公转。',
  'articles.jsonl': jsonLines({ ...sailing, headline: 'Boats' }, { ...cooking, headline: 'Bread' }),
  'articles/one.txt': sailing.text,
  'articles/two.txt': cooking.text,
  page: htmlPage(articles[0], 0),
  'page.html': htmlPage(articles[0], 0),
  'notes/one.md': markdownPage(articles[0]),
  'lectures/one.srt': subtitles,
  'lectures/two.srt': subtitles,
  'terms.txt': 'boats\nmast\n太阳\n',
  'tags.txt': 'sailing\tboats\ndance\tbees\n',
  'list.txt': 'sailing\tboats\ncooking\n',
  'tagged.jsonl': jsonLines({ ...sailing, tags: ['sailing'] }),
  'more.jsonl': jsonLines({ ...cooking, tags: ['cooking'] }),
  'vocabulary.ttl':
    '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<http://a> skos:prefLabel "boat"@en, "船"@zh .\n',
  'dataset.jsonl': jsonLines(...labelled),
  'edited.jsonl': jsonLines(...labelled),
  'corpus.txt': corpus,
  'news.txt': corpus,
  'laws.jsonl.gz': gzipSync(jsonLines({ text: corpus })),
  'word2vec.txt': '太阳 1 0 0 1\n恒星 1 0 1 0\n行星 0 1 0 1\n',
  'vectors.txt': '太阳 1 0 0 1\n恒星 1 0 1 0\n行星 0 1 0 1\n',
  'tokens.txt': 'secret\n',
};

/**
 * Runs blocks in a folder of their own, with the samples and the program.
 *
 * @param copies files of the repository, as [from, to]
 * @param given files that are there, by name
 * @returns what runs a block, which gives what it prints or throws what went wrong
 */
export function blockRunner(
  copies: readonly (readonly [string, string])[] = [],
  given = samples,
): (block: Block) => string {
  const folder = temporaryDirectory();
  for (const [name, text] of Object.entries(given)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  if (given === samples) {
    copyFileSync(join(root, 'examples/labelled.jsonl'), join(folder, 'labelled.jsonl'));
    copyFileSync(fixture('documents/nature.pdf'), join(folder, 'paper.pdf'));
    copyFileSync(fixture('documents/bees.docx'), join(folder, 'report.docx'));
    cpSync(fixture('encoder'), join(folder, 'en'), { recursive: true });
  }
  for (const [from, to] of copies) cpSync(join(root, from), join(folder, to), { recursive: true });
  // What a reader has installed.
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const programs = temporaryDirectory();
  writeFileSync(join(programs, 'telltale'), command, { mode: 0o755 });
  const env = { ...process.env, PATH: `${programs}:${process.env.PATH}` };
  return ({ language, code }) => {
    if (language === 'js') writeFileSync(join(folder, 'program.mjs'), code);
    const [program, ...args] = language === 'js' ? [process.execPath, 'program.mjs'] : ['bash', '-ec', code];
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${code}${stdout}${stderr}`);
    return stdout;
  };
}
