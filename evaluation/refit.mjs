// What a change of ranking asks for: fits the weights again, measures everything with them, and writes what the documents show.
//
//   evaluation/rivals/install.sh && npm run build
//   node evaluation/refit.mjs DATA_DIRECTORY EDITOR_DIRECTORY [rivals|prior|presets|labels|tables]…
//
// DATA_DIRECTORY holds the sets that people chose keywords of, EDITOR_DIRECTORY zh.jsonl and en.jsonl. The steps, all of them
// if none is named: what rivals find (kept for the next time), the weights, the presets, what `telltale fit` gains and how
// many keywords there are, the tables of every method and rival. Each keeps its output in evaluation/results and puts its
// rows into docs/evaluation.md. Left for a person: the first keywords that READMEs, documents and tests show.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { predict, predictionsAt, prepareSets, rivals } from './rivals.mjs';

const [data, editor, ...asked] = process.argv.slice(2);
if (!editor)
  throw new Error(
    'Usage: node evaluation/refit.mjs DATA_DIRECTORY EDITOR_DIRECTORY [rivals|prior|presets|labels|tables]…',
  );
const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'evaluation/results');
const documents = ['docs/evaluation.md', 'docs/zh/evaluation.md'].map((name) => join(root, name));
const today = new Date().toISOString().slice(0, 10);

const SETS = {
  zh: ['csl', 'csl_untitled', 'cosx', 'toutiao', 'own', 'marked', 'editor'],
  en: ['inspec', 'semeval2017', 'duc2001', 'kpcrowd', 'www', 'kdd', 'theses100', 'own', 'marked', 'editor'],
};
const LABELLED = { en: ['inspec', 'semeval2017', 'duc2001', 'kpcrowd'], zh: ['csl', 'cosx', 'toutiao'] };
const HOW_MANY = ['zh_csl', 'zh_editor', 'en_inspec', 'en_www', 'en_editor'];

/** All sets in one folder by the names that they are fitted under. */
const folder = mkdtempSync(join(tmpdir(), 'telltale-sets-'));
for (const name of readdirSync(data)) symlinkSync(resolve(data, name), join(folder, name));
for (const language of ['zh', 'en']) {
  for (const name of ['own', 'marked'].map((of) => `${language}_${of}.jsonl`))
    symlinkSync(join(root, 'evaluation/editor', name), join(folder, name));
  symlinkSync(resolve(editor, `${language}.jsonl`), join(folder, `${language}_editor.jsonl`));
}
const set = (name) => join(folder, `${name}.jsonl`);

/** What a script of this folder prints. */
function node(script, ...args) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'evaluation', script), ...args], { cwd: root });
    let output = '';
    child.stdout.on('data', (bytes) => {
      output += bytes;
    });
    child.stderr.pipe(process.stderr);
    child.on('close', (code) => (code === 0 ? done(output) : fail(new Error(`${script} ended with ${code}.`))));
  });
}

function build() {
  execFileSync('npx', ['biome', 'check', '--write', 'packages/core/src/extract'], { cwd: root, stdio: 'inherit' });
  execFileSync('npm', ['run', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The rows of the tables of an output, table by table. */
function tablesOf(output) {
  return output
    .split(/^\| [^\n]*\n\| -[^\n]*\n/m)
    .slice(1)
    .map((rest) =>
      rest
        .match(/^(?:\|[^\n]*\n)*/)[0]
        .trimEnd()
        .split('\n'),
    );
}

/** Puts rows into the table of that name of the documents; the first cell stays in the document's own words. */
function write(name, rows) {
  for (const file of documents) {
    const text = readFileSync(file, 'utf8');
    const table = new RegExp(`(<!-- ${name} -->\\n\\n\\|[^\\n]*\\n\\|[^\\n]*\\n)((?:\\|[^\\n]*\\n)+)`);
    const [, head, old] = text.match(table) ?? [];
    const firsts = old
      ?.trimEnd()
      .split('\n')
      .map((row) => row.split(' | ')[0]);
    if (firsts?.length !== rows.length) throw new Error(`${file} has no table ${name} of ${rows.length} rows.`);
    const written = rows.map((row, i) => `${[firsts[i], ...row.split(' | ').slice(1)].join(' | ')}\n`).join('');
    writeFileSync(
      file,
      text.replace(table, () => head + written),
    );
  }
}

/** What a script prints of either language, both run at once. */
function both(sets, run) {
  return Promise.all(
    Object.entries(sets).map(([language, names]) =>
      run(
        language,
        names.map((name) => set(`${language}_${name}`)),
      ),
    ),
  );
}

/** The rivals on every set, once. */
function predictAll() {
  for (const language of Object.keys(SETS)) {
    const own = ['own', 'marked', 'editor'].map((name) => set(`${language}_${name}`));
    const labelled = readdirSync(data).filter((name) => name.startsWith(`${language}_`));
    for (const file of [...prepareSets(labelled.map((name) => join(data, name))), ...own])
      for (const [name, command] of Object.entries(rivals[language])) predict(name, command, file);
  }
}

async function prior() {
  const outputs = await both(SETS, (language, sets) =>
    node('fit-prior.mjs', language, language, '--rivals', predictionsAt, ...sets),
  );
  const report = Object.entries(SETS).map(([language, names], i) => {
    const sets = names.map((name) => `${language}_${name}`).join(' ');
    return `node evaluation/fit-prior.mjs ${language} ${language} --rivals PREDICTIONS ${sets}\n${outputs[i]}`;
  });
  writeFileSync(join(results, `${today}-prior.txt`), report.join('\n'));
  const tables = outputs.map(tablesOf);
  write(
    'left-out',
    tables.flatMap(([leftOut]) => leftOut),
  );
  write(
    'fitted',
    tables.flatMap(([, fitted]) => fitted),
  );
  const source = join(root, 'packages/core/src/extract/prior.ts');
  let text = readFileSync(source, 'utf8');
  for (const [i, language] of Object.keys(SETS).entries()) {
    const weights = outputs[i].trim().split('\n').at(-2);
    text = text.replace(new RegExp(`^  ${language}: \\{[^}]*\\}`, 'm'), `  ${language}: ${weights}`);
  }
  writeFileSync(source, text);
  const cues = outputs.map((output) => JSON.parse(output.trim().split('\n').at(-6)));
  writeFileSync(join(root, 'packages/core/src/extract/cue-values.ts'), sourceOfCues(cues));
  build();
}

/** The values of cues of each language as code. */
function sourceOfCues(ofLanguages) {
  const ofKind = ([kind, byValue]) => {
    const lines = Object.entries(byValue).map(([value, names]) => {
      const quoted = names.replace(/[\\`$]/g, '\\$&').replace(/(.{100,115}) /g, '$1\n');
      return `      '${value}': \`\n${quoted}\n\`,`;
    });
    return `    ${kind}: {\n${lines.join('\n')}\n    },`;
  };
  const languages = Object.keys(SETS).map(
    (language, i) => `  ${language}: {\n${Object.entries(ofLanguages[i]).map(ofKind).join('\n')}\n  },`,
  );
  return `import type { Language } from '../text/language.js';

/** What cues add, by kind and value; evaluation/fit-prior.mjs counted them. */
export const cueValues: Readonly<Record<Language, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
${languages.join('\n')}
};
`;
}

async function presets() {
  const output = await node('fit-presets.mjs', '--write', data);
  build();
  write('presets', tablesOf(output)[0]);
  return `node evaluation/fit-presets.mjs --write DATA_DIRECTORY\n\n${output}`;
}

/** Where the weights of each language with each set left out are, as the newest fit printed them. */
function leftOutWeights() {
  const newest = readdirSync(results)
    .filter((name) => /^[\d-]*prior\.txt$/.test(name))
    .sort()
    .at(-1);
  const lines = readFileSync(join(results, newest), 'utf8').split('\n');
  return (language) => {
    const file = join(folder, language);
    writeFileSync(
      file,
      lines.find((line) => line.startsWith(`{"${language}_`)),
    );
    return file;
  };
}

async function labels() {
  const leftOut = leftOutWeights();
  const gains = (table, startOf) =>
    both(LABELLED, (language, sets) => {
      const sizes = language === 'zh' ? '100' : '50';
      return node(
        'fit-labelled.mjs',
        '--repeats',
        '2',
        '--limit',
        '300',
        '--sizes',
        sizes,
        ...startOf(language),
        language,
        ...sets,
      );
    }).then((outputs) => {
      write(
        table,
        outputs.flatMap((output) => tablesOf(output)[0]),
      );
      return outputs.join('\n');
    });
  const shipped = await gains('labels', () => []);
  const unseen = await gains('labels-unseen', (language) => ['--loso', leftOut(language)]);
  const headlines = set('zh_toutiao');
  const counts = [
    await node('how-many.mjs', headlines),
    await node('how-many.mjs', '--after', '250', '--texts', '1000', headlines),
    await node('how-many.mjs', ...HOW_MANY.map(set)),
  ];
  write(
    'how-many',
    counts.flatMap((output) => tablesOf(output)[0]),
  );
  return `Gains of labelled texts, from the shipped weights, which know the sets:\n\n${shipped}
From weights that never saw the set:\n\n${unseen}\nHow many keywords:\n\n${counts.join('\n')}`;
}

/** Every method and rival; what an older file of the same sets says goes. */
async function tables() {
  const outputs = [];
  for (const language of ['en', 'zh']) {
    const sets = readdirSync(data).filter((name) => name.startsWith(`${language}_`));
    const editors = [set(`${language}_own`), set(`${language}_marked`), join(editor, `${language}.jsonl`)];
    outputs.push(await node('run.mjs', ...sets.map((name) => join(data, name)), ...editors));
  }
  const files = readdirSync(results).filter((name) => /^\d.*T\d+(-tags)?\.md$/.test(name));
  await node(
    'summary.mjs',
    ...files.map((name) => join(results, name)),
    ...['README.md', 'README.zh.md', 'docs/evaluation.md', 'docs/zh/evaluation.md'].flatMap((name) => [
      '--write',
      name,
    ]),
  );
}

const isAsked = (step) => asked.length === 0 || asked.includes(step);
if (isAsked('rivals')) predictAll();
if (isAsked('prior')) await prior();
const fits = [];
if (isAsked('presets')) fits.push(await presets());
if (isAsked('labels')) fits.push(await labels());
if (fits.length === 2) writeFileSync(join(results, `${today}-fit.txt`), fits.join('\n'));
if (isAsked('tables')) await tables();
rmSync(folder, { recursive: true });
