// Writes the documents that are derived from tables in the code, docs/errors.md and docs/options.md, the same in Chinese,
// docs/zh, and the pictures of docs/concepts.md.
// With --check it writes nothing and fails when a document is not what it would write.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { codesInChinese, errorCodes, requestCodes } from '../packages/core/dist/errors.js';
import * as optionGroups from '../packages/core/dist/options.js';
import { unitsInChinese } from '../packages/telltale/dist/cli/chinese.js';
import { pictures } from './make-pictures.mjs';

const groups = new Map(Object.entries(optionGroups));

const titles = {
  extractOptions: 'Extraction',
  modelOptions: 'The model',
  encoderOptions: 'An encoder',
  inputOptions: 'Input of the commands',
  outputOptions: 'Output of the commands',
  interfaceOptions: 'Every command',
  writeOptions: 'Output of the commands extract and tag',
  frontMatterOptions: 'Keywords in front matter, for the command extract',
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
  mcpOptions: 'Tools for assistants',
};

function errors() {
  const table = (codes) => {
    const rows = Object.entries(codes).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
    return `| code | meaning |\n| --- | --- |\n${rows.join('\n')}\n`;
  };
  return `# Errors

Everything this package throws on purpose is a \`KeywordError\` with one of these codes; its message says what was given,
what was expected and what to do. The command prints the message and ends with exit code 2; with
\`TELLTALE_ERROR_CODES=1\` in its environment, the code in brackets comes first. With \`--ui-lang zh\`, or in a Chinese
locale, messages are in Chinese; one from elsewhere without a translation is given as the meaning of its code, with the English
message in parentheses. In a program, \`messageInChinese(error)\` returns the same text. Codes, results, JSON and HTTP messages
are the same in every locale.

${table(errorCodes)}
The service answers with these codes and with its own:

${table(requestCodes)}
A record of \`--io\` that failed for a reason that nobody foresaw has \`INTERNAL\`, too. The client, \`telltale/client\`, adds \`UNREACHABLE\`: the
service does not answer.

In Python a text without a word is no error: it has no keywords. The package has two codes more, for the process of Node.js that works for it:

${table({
  NODE_NOT_FOUND: 'There is no Node.js, or one that is too old or does not run.',
  PROCESS_DIED: 'The process ended twice over the same texts.',
})}`;
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

/** @param comma what stands between the parts */
function range({ type, choices, min, max, unit }, comma = ', ') {
  if (choices) return [...choices, ...(type === 'weights' ? ['file'] : [])].join(', ');
  const bounds = [min === undefined ? '' : `≥ ${min}`, max === undefined ? '' : `≤ ${max}`].filter(Boolean).join(comma);
  return [type, unit, bounds].filter(Boolean).join(comma);
}

const defaultOf = (row) => (row.default === undefined || row.default === '' ? '' : String(row.default));

const titlesInChinese = {
  extractOptions: '提取关键词',
  modelOptions: '模型',
  encoderOptions: '编码器',
  inputOptions: '各命令的输入',
  outputOptions: '各命令的输出',
  interfaceOptions: '所有命令',
  writeOptions: 'extract 和 tag 的输出',
  frontMatterOptions: 'front matter 中的关键词，用于 extract',
  fitOptions: 'fit 命令',
  suggestOptions: '从标签表中选标签',
  tagCommandOptions: 'tag 命令',
  trainOptions: '训练',
  cooccurrenceOptions: '统计共现',
  trainCommandOptions: 'train 命令',
  countOptions: '统计部分语料的词',
  startOptions: '分片训练的初始模型',
  shardOptions: '训练一个分片',
  convertOptions: 'convert 命令',
  serveOptions: '服务',
  mcpOptions: '助手工具',
};

function errorsInChinese() {
  const table = (codes) => {
    const rows = Object.keys(codes).map((code) => `| \`${code}\` | ${codesInChinese[code]} |`);
    return `| 代码 | 含义 |\n| --- | --- |\n${rows.join('\n')}\n`;
  };
  return `# 错误

本软件包有意抛出的错误都是 \`KeywordError\`，带有下列代码之一；消息写明给了什么、应为什么、该怎么办。命令输出消息，退出码为 2；环境变量
\`TELLTALE_ERROR_CODES=1\` 使消息前面有方括号括起的代码。
用 \`--ui-lang zh\`，或系统语言是中文时，消息是中文；来自别处、没有译文的给出代码的含义，英文消息放在括号里。程序可用 \`messageInChinese(error)\` 得到同样的文字。代码、结果、JSON
和 HTTP 消息不随语言变化。

${table(errorCodes)}
服务还有自己的代码：

${table(requestCodes)}
用 \`--io\` 时，因意外原因失败的记录也带 \`INTERNAL\`。客户端 \`telltale/client\` 另有 \`UNREACHABLE\`：服务没有应答。

在 Python 中，没有词的文本不是错误：它没有关键词。该软件包另有两个代码，关于为它工作的 Node.js 进程：

| 代码 | 含义 |
| --- | --- |
| \`NODE_NOT_FOUND\` | 没有 Node.js，或版本太旧，或不能运行。 |
| \`PROCESS_DIED\` | 进程在同一批文本上两次中止。 |
`;
}

function optionsInChinese() {
  const sections = Object.entries(titles).map(([name]) => {
    const rows = Object.entries(groups.get(name)).map(
      ([key, row]) =>
        `| \`${key}\` | \`${row.flag}\` | ${range({ ...row, type: unitsInChinese[row.type] ?? row.type, unit: unitsInChinese[row.unit] }, '，')} | ${defaultOf(row)} | ${row.zh} |`,
    );
    return `## ${titlesInChinese[name]}\n\n| 选项 | 命令行 | 取值 | 默认 | 含义 |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# 选项\n\n程序库（按名称）和命令行（按标志）的选项相同。\n\n${sections.join('\n')}`;
}

let stale = false;
for (const [file, contents] of [
  ['errors.md', errors()],
  ['options.md', options()],
  ['zh/errors.md', errorsInChinese()],
  ['zh/options.md', optionsInChinese()],
  ...Array.from(await pictures(), ([name, svg]) => [`pictures/${name}`, svg]),
]) {
  const path = new URL(`../docs/${file}`, import.meta.url);
  if (process.argv.includes('--check')) {
    const current = existsSync(path) && readFileSync(path, 'utf8') === contents;
    if (!current) console.error(`docs/${file} is not current: run npm run docs`);
    stale ||= !current;
  } else writeFileSync(path, contents);
}
process.exitCode = stale ? 1 : 0;
