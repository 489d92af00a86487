// From nothing to keywords: the command in a fresh process, and other programs that do the like.
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commandOf } from '../harness/builds.mjs';
import { median, runJson, spread } from '../harness/measure.mjs';
import { digits } from '../harness/report.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const text = '太阳是一颗恒星';
const inEnglish = 'The sun is a star at the centre of the solar system.';
const times = 10;
/** How many times as fast as other builds. */
const TARGET = 1.67;

export async function run({ peers, model, builds }) {
  const file = model ?? here('../../packages/model-zh/zh.safetensors');
  const title = 'Cold start';
  const nothing = { title, columns: ['tool'], rows: [], records: [] };
  if (!existsSync(file)) return [{ ...nothing, notes: ['Left out: there is no model; give one by --model.'] }];
  const records = commands(peers, model, builds).map(({ tool, command }) => ({ tool, runs: measure(peers, command) }));
  const secondsOf = ({ runs }) => median(runs.map(({ seconds }) => seconds));
  const ours = records.find(({ tool }) => tool.startsWith('telltale extract'));
  return [
    {
      title: `${title}: keywords of ${text}, medians of ${times}`,
      columns: ['tool', 'wall ms', 'spread', 'CPU ms', 'peak memory MiB'],
      rows: records.map(({ tool, runs }) => [
        tool,
        digits(1000 * median(runs.map(({ seconds }) => seconds)), 0),
        `${digits(100 * spread(runs.map(({ seconds }) => seconds)), 0)} %`,
        digits(1000 * median(runs.map(({ cpuSeconds }) => cpuSeconds)), 0),
        digits(median(runs.map(({ peakBytes }) => peakBytes)) / 2 ** 20, 0),
      ]),
      comparisons: records
        .filter(({ tool }) => tool.includes('jieba') || tool.endsWith(': extract'))
        .map((theirs) => ({
          what: theirs.tool,
          ...(theirs.tool.endsWith(': extract') && { target: TARGET }),
          measured: secondsOf(theirs) / secondsOf(ours),
        })),
      notes: [
        `The model file has ${digits(statSync(file).size / 2 ** 20, 1)} MiB. Files are in the cache of the system; jieba of Python has its own cache on disk.`,
      ],
      records,
    },
  ];
}

function commands({ python }, model, builds = []) {
  const { execPath: node } = process;
  const main = here('../../packages/telltale/bin/telltale.js');
  const nodeJieba = `import { Jieba, TfIdf } from '@node-rs/jieba'; import { dict, idf } from '@node-rs/jieba/dict.js';
    console.log(TfIdf.withDict(idf).extractKeywords(Jieba.withDict(dict), '${text}', 10))`;
  const list = [
    { tool: 'node, an empty program', command: [node, '-e', '0'] },
    { tool: 'telltale --help', command: [node, main, '--help'] },
    { tool: 'telltale extract', command: [node, main, 'extract', text, ...(model ? ['--model', model] : [])] },
    { tool: 'telltale extract, English', command: [node, main, 'extract', inEnglish] },
    { tool: '@node-rs/jieba TF-IDF', command: [node, '--input-type=module', '-e', nodeJieba] },
  ];
  for (const [name, dist] of builds.map((build) => build.split('='))) {
    const other = commandOf(dist);
    list.push({ tool: `${name}: extract`, command: [node, other, 'extract', text] });
    list.push({ tool: `${name}: extract, English`, command: [node, other, 'extract', inEnglish] });
  }
  if (python) {
    const jieba = `import jieba.analyse; print(jieba.analyse.extract_tags("${text}", topK=10))`;
    list.push({ tool: 'jieba TF-IDF (Python)', command: [python, '-c', jieba] });
  }
  return list;
}

/** Any Python will do: only wait4 is needed, which Node does not have. */
function measure({ python = 'python3' }, command) {
  return runJson(python, [here('measure_command.py'), times, ...command], { cwd: here('../..') });
}
