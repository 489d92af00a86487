// Trains the embedded Chinese model models/zh.safetensors by `telltale train`; takes some minutes on two cores.
//
//   node scripts/train-zh.mjs CORPUS_DIRECTORY [OUTPUT]
//
// The corpus directory holds the parts below as .txt files, one document on a line. The model card, models/zh.md, says
// where they come from.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// A part with a weight is read so many times: encyclopaedic text is scarce and closest to what texts are about in
// general. Left out are parliamentary records, ancient histories and machine-written counselling: large, and so far from
// the rest that their words (an emperor, a chairman, a feeling) would come to speak of little else.
const parts = {
  angular_cn: 1,
  commonvoice_zhcn_sentences: 1,
  d2l_zh: 1,
  debian_handbook_zh: 1,
  dureader_demo_docs: 3,
  freecodecamp_news_zh: 1,
  gaokao_bench: 3,
  howtocook: 1,
  huatuo_medical_qa_SYNTHETIC: 1,
  istio_handbook: 1,
  kdconv: 1,
  kotlin_zh: 1,
  laws_cn: 1,
  lctt_published: 1,
  libreoffice_help_zh: 1,
  mindspore_docs: 1,
  msdocs_architecture: 1,
  msdocs_dynamics365: 1,
  msdocs_teams_skype: 1,
  oiwiki: 1,
  paddle_docs: 1,
  pingcap_docs_cn: 1,
  python_docs_zh: 1,
  react_docs_zh: 1,
  rocketmq_site_zh: 1,
  tatoeba_cmn: 1,
  tensorflow_docs_zh: 1,
  trpl_zh: 1,
  vue_docs_zh: 1,
  weibo_hot_search_titles: 1,
  wikipedia_qa_contexts: 5,
  xinwenlianbo_2022_2026: 2,
  zhihu_hot_question_titles: 1,
  zhihu_top_search: 1,
  zhwiki_fragments: 5,
};
const options = {
  '--dim': 128,
  '--window': 30,
  '--subsample': 1e-4,
  '--epochs': 3,
  '--min-count': 10,
  '--max-vocabulary': 66_000,
  '--storage': 'int8',
  '--corpus-name': 'Telltale zh 2',
  '--licence': 'CC-BY-SA-4.0',
  // One kernel, a fixed number of threads and merging at fixed places: the same corpus gives the same file.
  '--kernel': 'wasm',
  '--threads': 2,
};
const flags = ['--deterministic'];

const [directory, output = fileURLToPath(new URL('../models/zh.safetensors', import.meta.url)), ...more] =
  process.argv.slice(2);
if (!directory)
  throw new Error('Usage: node scripts/train-zh.mjs CORPUS_DIRECTORY [OUTPUT] [more options of telltale train]');
const files = Object.entries(parts).flatMap(([part, weight]) => Array(weight).fill(join(directory, `${part}.txt`)));
for (const file of files) if (!existsSync(file)) throw new Error(`The corpus part ${file} is missing.`);
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const args = [main, 'train', ...files, '-o', output, ...Object.entries(options).flat().map(String), ...flags, ...more];
process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 2;
