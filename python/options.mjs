// Writes telltale/_options.py from the table of options. With --check it writes nothing and fails when the file is not
// what it would write.
import { readFileSync, writeFileSync } from 'node:fs';
import {
  encoderOptions,
  extractOptions,
  inputOptions,
  modelOptions,
  suggestOptions,
  tagCommandOptions,
} from '../packages/core/dist/options.js';

// Explaining is a function of its own, a title comes with its text, and the line filter has no words that a text does not say.
const { explain: _explain, title: _title, absent: _absent, ...extract } = extractOptions;
const groups = {
  ExtractOptions: ['Options of an extraction.', extract],
  SuggestOptions: ['Options of suggesting tags.', suggestOptions],
  ModelOptions: [
    'Options of the process: its model, encoder and threads.',
    { ...modelOptions, ...encoderOptions, threads: inputOptions.threads, maxText: inputOptions.maxText },
  ],
  TagListOptions: [
    'Options of how a list of tags is read.',
    { tagsLanguage: tagCommandOptions.tagsLanguage, learn: tagCommandOptions.learn },
  ],
};

const pythonTypes = {
  integer: 'int',
  number: 'float',
  boolean: 'bool',
  string: 'str',
  language: 'str',
  languages: 'Union[str, Sequence[str]]',
  list: 'Sequence[str]',
  paths: 'Sequence[str]',
  weights: 'Union[str, Mapping[str, Any]]',
};

/** A word that Python keeps for itself gets a line after it. */
const snakeCase = (name) =>
  name === 'lambda' ? 'lambda_' : name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function typeOf({ type, choices }) {
  if (type !== 'choice') return pythonTypes[type];
  return `Literal[${choices.map((choice) => `'${choice}'`).join(', ')}]`;
}

const classes = Object.entries(groups).map(([name, [doc, rows]]) => {
  const lines = Object.entries(rows).map(([option, row]) => `    ${snakeCase(option)}: ${typeOf(row)}`);
  return `class ${name}(TypedDict, total=False):\n    """${doc} What they mean: docs/options.md."""\n\n${lines.join('\n')}\n`;
});

const text = `"""Names and types of the options; written by options.mjs from the table of the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict, Union

${classes.join('\n\n')}`;

const path = new URL('telltale/_options.py', import.meta.url);
if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== text) throw new Error('_options.py is not current. Run: node python/options.mjs');
} else {
  writeFileSync(path, text);
}
