// Whole extraction of keywords from Chinese text: ours, Python's jieba and @node-rs/jieba.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { readCorpus, trainModel, writeModelFile } from '../../packages/core/dist/node.js';
import { findKernels } from '../harness/kernels.mjs';
import { runJson } from '../harness/measure.mjs';
import { digits } from '../harness/report.mjs';
import { byKind } from './kinds.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Words of a text, and how many texts of that length there are. */
const sizes = { 300: 20, 5000: 4 };

export async function run(context) {
  const { peers, work } = context;
  const { available, notes } = findKernels(peers);
  const documents = rawDocuments(context);
  const { path, description } = await findModel(context, documents);
  const textsFile = join(work, 'raw-texts.json');
  const texts = cut(documents);
  writeFileSync(textsFile, JSON.stringify(texts));

  const records = [];
  const measure = (tool, command, args) => records.push({ tool, results: runJson(command, args) });
  if (peers.python) {
    measure('jieba TF-IDF (Python)', peers.python, [here('jieba_keywords.py'), textsFile, 'tfidf']);
    measure('jieba TextRank (Python)', peers.python, [here('jieba_keywords.py'), textsFile, 'textrank']);
  }
  measure('@node-rs/jieba TF-IDF', process.execPath, [here('node-jieba-runner.mjs'), textsFile]);
  const theirs = [...records];
  for (const { kernel, node, label } of available) {
    measure(`telltale ${label}`, node, [here('telltale-runner.mjs'), path, textsFile, kernel]);
  }
  const ours = records.slice(theirs.length).filter(({ tool }) => tool !== 'telltale typescript');
  const lengths = Object.keys(texts);
  return [
    {
      title: `Extraction, model ${description}, CPU milliseconds a text`,
      columns: ['tool', ...lengths.flatMap((tokens) => [`${tokens} words`, 'cutting alone'])],
      rows: records.map(({ tool, results }) => [
        tool,
        ...lengths.flatMap((tokens) => [digits(results[tokens].milliseconds, 3), digits(results[tokens].cutting, 3)]),
      ]),
      comparisons: theirs.flatMap(({ tool, results }) =>
        ours.flatMap((our) =>
          lengths.map((tokens) => ({
            what: `${tool}, ${tokens} words: ${our.tool}`,
            measured: results[tokens].milliseconds / our.results[tokens].milliseconds,
          })),
        ),
      ),
      notes: [
        ...notes,
        'Dictionaries and models are loaded before. The methods differ: TF-IDF counts words, ours scores every candidate against every word. This compares what a user waits for, not equal work.',
        `Texts: ${lengths.map((tokens) => `${texts[tokens].length} of ${tokens} words`).join(', ')}, cut by jieba.`,
      ],
      records,
    },
    byKind(context),
  ];
}

/** Documents of --texts; without it those of the corpus, their words put together again. */
function rawDocuments({ texts, corpus }) {
  const lines = readFileSync(texts ?? corpus.heldOut, 'utf8')
    .split('\n')
    .filter(Boolean);
  if (!texts) return lines.map((line) => line.replaceAll(' ', ''));
  return texts.endsWith('.jsonl') ? lines.map((line) => JSON.parse(line).text) : lines;
}

/** Texts of each length, from the documents one after another. */
function cut(documents) {
  const words = Jieba.withDict(dict).cut(documents.join('\n'), true);
  const texts = {};
  for (const [tokens, count] of Object.entries(sizes)) {
    const length = Number(tokens);
    const found = Math.min(count, Math.floor(words.length / length));
    if (found === 0) continue;
    texts[tokens] = Array.from({ length: found }, (_, i) => words.slice(i * length, (i + 1) * length).join(''));
  }
  return texts;
}

/** The model of --model, the embedded one, or one trained now on the raw documents. */
async function findModel({ model: given, work }, documents) {
  if (given) return { path: given, description: basename(given) };
  if (existsSync(here('../../packages/model-zh/zh.safetensors'))) return { path: 'zh', description: 'zh (embedded)' };
  const path = join(work, 'extraction.safetensors');
  const rawFile = join(work, 'raw.txt');
  writeFileSync(rawFile, documents.map((document) => document.replaceAll('\n', ' ')).join('\n'));
  const { model, metadata } = await trainModel(readCorpus([rawFile]), { dim: 100, minCount: 2, epochs: 1 });
  await writeModelFile(path, model, metadata);
  return { path, description: `trained for this run, ${model.vocabulary.words.length} words` };
}
