// Telltale as the rivals are called, for its times: node suggest.mjs LIST LEARN TEXTS (see tagged.py)
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { compileTags, learnTags, loadModel, suggestTags } from '../../../packages/core/dist/node.js';

const [list, learn, file] = process.argv.slice(2);
const lines = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
const read = (path) =>
  lines(path).map((line) => {
    const { id, title, text, tags } = JSON.parse(line);
    return {
      id,
      text: title && !text.startsWith(title) ? `${title}\n\n${text}` : text,
      titleLength: title?.length,
      tags,
    };
  });
const texts = repeated(read(file));
const examples = learn === '-' ? [] : read(learn);
/** All texts again and again where REPEAT asks for it, to time a long run. */
function repeated(once) {
  return Array.from({ length: Number(process.env.REPEAT ?? 1) }, () => once).flat();
}

const model = await loadModel(basename(file).slice(0, 2));
const started = performance.now();
const tags = lines(list).map((label) => ({ id: label, label }));
const index = compileTags(tags, model);
if (examples.length > 0) learnTags(index, examples);
const learned = performance.now();
const options = { topN: 100, minScore: -1e6 };
const before = process.cpuUsage();
// As a program that writes them does, it keeps no more than is written.
const found = texts.map(({ text, titleLength }) => suggestTags(index, text, options, titleLength).map(({ id }) => id));
const { user, system } = process.cpuUsage(before);
const times = {
  learn: (learned - started) / 1000,
  seconds: (performance.now() - learned) / 1000,
  cpu: (user + system) / 1e6,
  texts: texts.length,
};
found.forEach((own, i) => {
  process.stdout.write(`${JSON.stringify({ id: texts[i].id, tags: own })}\n`);
});
process.stderr.write(`${JSON.stringify(times)}\n`);
