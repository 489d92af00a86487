// Trains the embedded Chinese model models/zh.safetensors by `telltale train`.
//
//   node scripts/train-zh.mjs CORPUS_DIRECTORY [OUTPUT]
//
// The corpus directory holds the parts below as .txt files, one document on a line. The model card, models/zh.md, says
// where they come from.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const parts = [
  'angular_cn',
  'classical_modern_modernside',
  'commonvoice_zhcn_sentences',
  'crosswoz_dialogues',
  'd2l_zh',
  'debian_handbook_zh',
  'dureader_demo_docs',
  'freecodecamp_news_zh',
  'gaokao_bench',
  'howtocook',
  'huatuo_medical_qa_SYNTHETIC',
  'istio_handbook',
  'kdconv',
  'kotlin_zh',
  'laws_cn',
  'lctt_published',
  'libreoffice_help_zh',
  'lygazette_tw2sp',
  'mindspore_docs',
  'msdocs_architecture',
  'msdocs_dynamics365',
  'msdocs_teams_skype',
  'oiwiki',
  'paddle_docs',
  'pingcap_docs_cn',
  'python_docs_zh',
  'react_docs_zh',
  'rocketmq_site_zh',
  'smilechat_dialogues_SYNTHETIC',
  'tatoeba_cmn',
  'tensorflow_docs_zh',
  'trpl_zh',
  'vue_docs_zh',
  'weibo_hot_search_titles',
  'wikipedia_qa_contexts',
  'xinwenlianbo_2022_2026',
  'zhihu_hot_question_titles',
  'zhihu_top_search',
  'zhwiki_fragments',
];
const options = {
  '--dim': 100,
  '--window': 30,
  '--subsample': 1e-4,
  '--epochs': 3,
  '--min-count': 20,
  '--max-vocabulary': 48_000,
  '--learning-rate': 0.025,
  '--storage': 'int8',
  '--corpus-name': 'Telltale zh 1',
  '--licence': 'CC-BY-SA-4.0',
};

const [directory, output = fileURLToPath(new URL('../models/zh.safetensors', import.meta.url)), ...more] =
  process.argv.slice(2);
if (!directory)
  throw new Error('Usage: node scripts/train-zh.mjs CORPUS_DIRECTORY [OUTPUT] [more options of telltale train]');
const files = parts.map((part) => join(directory, `${part}.txt`));
for (const file of files) if (!existsSync(file)) throw new Error(`The corpus part ${file} is missing.`);
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const args = [main, 'train', ...files, '-o', output, ...Object.entries(options).flat().map(String), ...more];
process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 2;
