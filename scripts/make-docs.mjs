// Writes the documents that are derived from tables in the code: docs/errors.md and docs/options.md.
// With --check it writes nothing and fails when a document is not what it would write.
import { readFileSync, writeFileSync } from 'node:fs';
import { errorCodes, requestCodes } from '../dist/errors.js';
import * as optionGroups from '../dist/options.js';

const groups = new Map(Object.entries(optionGroups));

const titles = {
  extractOptions: 'Extraction',
  modelOptions: 'The model',
  encoderOptions: 'An encoder',
  inputOptions: 'Input of the commands',
  outputOptions: 'Output of the commands',
  interfaceOptions: 'Every command',
  writeOptions: 'Output of the commands extract and tag',
  fitOptions: 'The fit command',
  suggestOptions: 'Tags from a list',
  tagCommandOptions: 'The tag command',
  trainOptions: 'Training',
  cooccurrenceOptions: 'Counting co-occurrences',
  trainCommandOptions: 'The train command',
  countOptions: 'Counting the words of a part of a corpus',
  startOptions: 'The model that training on shards starts from',
  shardOptions: 'Training on a shard',
  convertOptions: 'The convert command',
  serveOptions: 'The service',
};

function errors() {
  const table = (codes) => {
    const rows = Object.entries(codes).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
    return `| code | meaning |\n| --- | --- |\n${rows.join('\n')}\n`;
  };
  return `# Errors

Everything this package throws on purpose is a \`KeywordError\` with one of these codes; its message says what was given,
what was expected and what to do. The command prints the message and ends with exit code 2. Where messages are in Chinese
(\`--ui-lang zh\`, or a Chinese locale), the common ones are translated; any other is given as the meaning of its code in
Chinese, with the English message in parentheses. Codes, results, JSON and HTTP messages are the same in every locale.

${table(errorCodes)}
The service answers with these codes and with its own:

${table(requestCodes)}`;
}

function options() {
  const sections = Object.entries(titles).map(([name, title]) => {
    const rows = Object.entries(groups.get(name)).map(
      ([key, row]) => `| \`${key}\` | \`${row.flag}\` | ${range(row)} | ${defaultOf(row)} | ${row.description} |`,
    );
    return `## ${title}\n\n| option | flag | values | default | meaning |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Options\n\nThe same options in the library (by name) and on the command line (by flag).\n\n${sections.join('\n')}`;
}

function range({ type, choices, min, max, unit }) {
  if (choices) return [...choices, ...(type === 'weights' ? ['file'] : [])].join(', ');
  const bounds = [min === undefined ? '' : `≥ ${min}`, max === undefined ? '' : `≤ ${max}`].filter(Boolean).join(', ');
  return [type, unit, bounds].filter(Boolean).join(', ');
}

const defaultOf = (row) => (row.default === undefined || row.default === '' ? '' : String(row.default));

let stale = false;
for (const [file, contents] of [
  ['errors.md', errors()],
  ['options.md', options()],
]) {
  const path = new URL(`../docs/${file}`, import.meta.url);
  if (process.argv.includes('--check')) {
    const current = readFileSync(path, 'utf8') === contents;
    if (!current) console.error(`docs/${file} is not current: run npm run docs`);
    stale ||= !current;
  } else writeFileSync(path, contents);
}
process.exitCode = stale ? 1 : 0;
