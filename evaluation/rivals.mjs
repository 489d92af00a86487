// The rivals, and what they find: kept under .rivals/predictions and used again.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const rivalsAt = join(here, '.rivals');
/** Where what rivals found is kept. */
export const predictionsAt = join(rivalsAt, 'predictions');
const python = join(rivalsAt, 'venv/bin/python');
const script = (name, ...args) => [python, [join(here, 'rivals', name), ...args]];
// Copied beside the packages it imports.
const javascript = join(rivalsAt, 'javascript.mjs');
const graphs = Object.fromEntries(
  ['SingleRank', 'PositionRank', 'TopicRank', 'MultipartiteRank'].map((name) => [
    name,
    script('graph_phrases.py', name.toLowerCase()),
  ]),
);
const yake = { YAKE: script('yake_keywords.py') };

/** Language → name → program and arguments, which the data set follows. */
export const rivals = {
  en: {
    ...graphs,
    ...yake,
    PyTextRank: script('pytextrank_keywords.py'),
    'summa TextRank': script('summa_textrank.py'),
    'keyword-extractor': [process.execPath, [javascript, 'keyword-extractor']],
    'retext-keywords': [process.execPath, [javascript, 'retext-keywords']],
    'KeyBERT 1 word': script('keybert_keywords.py', '1'),
    'KeyBERT 2 words': script('keybert_keywords.py', '2'),
  },
  zh: {
    ...graphs,
    ...yake,
    'jieba TF-IDF': script('jieba_analyse.py', 'tfidf'),
    'jieba TextRank': script('jieba_analyse.py', 'textrank'),
    '@node-rs-jieba TF-IDF': [process.execPath, [javascript, 'node-rs-jieba']],
    'HanLP keywords': script('hanlp_keywords.py', 'keyword'),
    'HanLP phrases': script('hanlp_keywords.py', 'phrase'),
    JioNLP: script('jionlp_keyphrases.py'),
  },
  fr: yake,
  pt: yake,
  pl: yake,
  ja: {},
};

/**
 * The file of what a rival finds in a data set; undefined when it cannot run, with the reason on standard error. What is kept
 * counts as long as it has the documents of the set.
 */
export function predict(name, [program, args], dataset) {
  const file = join(predictionsAt, `${name} ${basename(dataset, '.jsonl')}.jsonl`);
  if (existsSync(file) && answers(file, dataset)) return file;
  mkdirSync(predictionsAt, { recursive: true });
  writeFileSync(javascript, readFileSync(join(here, 'rivals/javascript.mjs')));
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(program, [...args, dataset], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, HF_HUB_OFFLINE: '1', TOKENIZERS_PARALLELISM: 'false' },
  });
  if (status !== 0) {
    const reason = (stderr ?? '').trim().split('\n').at(-1) || 'not installed';
    process.stderr.write(`${name} cannot run on ${basename(dataset)}: ${reason}\n`);
    return undefined;
  }
  writeFileSync(`${file}.tmp`, stdout);
  renameSync(`${file}.tmp`, file);
  process.stderr.write(`${name} on ${basename(dataset)}: ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  return file;
}

function answers(file, dataset) {
  const ids = (path) =>
    readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line, i) => String(JSON.parse(line).id ?? i));
  const answered = new Set(ids(file));
  return ids(dataset).every((id) => answered.has(id));
}

/**
 * The data sets of a directory as they are evaluated, written under .rivals/sets: headlines are the first thousand, and
 * abstracts with titles also stand without them.
 */
export function prepareSets(files) {
  const setsAt = join(rivalsAt, 'sets');
  mkdirSync(setsAt, { recursive: true });
  return files.flatMap((file) => {
    const name = basename(file, '.jsonl');
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    const write = (tag, kept) => {
      const path = join(setsAt, `${tag}.jsonl`);
      writeFileSync(path, `${kept.join('\n')}\n`);
      return path;
    };
    if (name === 'zh_toutiao') return [write(name, lines.slice(0, 1000))];
    if (name !== 'zh_csl') return [write(name, lines)];
    const untitled = lines.map((line) => JSON.stringify({ ...JSON.parse(line), title: undefined }));
    return [write(name, lines), write('zh_csl_untitled', untitled)];
  });
}
