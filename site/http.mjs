// Writes the reference of the service from the description it gives of itself, /openapi.json.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as groups from '../packages/core/dist/options.js';
import { inJson, inJsonChinese } from '../packages/telltale/dist/server/schemas.js';

/** Chinese for the descriptions of options, and for what the routes alone say. */
const inChinese = new Map([
  ...Object.values(groups)
    .flatMap((group) => (typeof group === 'object' ? Object.values(group) : []))
    .filter((row) => row?.zh)
    .map((row) => [inJson(row.description), inJsonChinese(row.zh)]),
  ['The text.', '文本。'],
  [
    'Several texts instead of one; each has its result or its error in its place.',
    '多篇文本，代替单篇；每篇的结果或错误在各自的位置上。',
  ],
  ['A model by its name; GET /v1/models lists them.', '模型的名称；GET /v1/models 列出全部。'],
  ['The word.', '词。'],
  [
    'Language of the word, any BCP 47 tag; auto: as its letters and spelling tell.',
    '词的语言，可用任何 BCP 47 标签；auto：按其字母和拼写判断。',
  ],
  ['Words, at most.', '最多几个词。'],
  ['Maximum number of tags per text.', '每篇文本最多几个标签。'],
  [
    'A list of tags by its name; GET /v1/tags lists them, POST /v1/tags/lists takes another.',
    '标签表的名称；GET /v1/tags 列出全部，POST /v1/tags/lists 接受新的一张。',
  ],
  ['A list, as telltale tag reads it.', '一张标签表，与 telltale tag 所读的相同。'],
  ['Name of its file: .csv, .tsv, .jsonl and .json are records.', '文件名：.csv、.tsv、.jsonl 和 .json 是记录。'],
  [
    'Takes a list of tags and keeps it in memory until eight other lists have been used since.',
    '接受一张标签表，保存在内存中，直到此后又用了另外八张。',
  ],
  [
    'Name of a text encoder to use as well; GET /v1/models lists them.',
    '同时使用的文本编码器的名称；GET /v1/models 列出全部。',
  ],
  ['Whether the process lives.', '进程是否存活。'],
  ['Whether it takes requests.', '是否接受请求。'],
  [
    'Keywords of one text or several; as application/x-ndjson of a stream of texts, one object per line.',
    '一篇或多篇文本的关键词；以 application/x-ndjson 处理文本流，每行一个对象。',
  ],
  [
    'Keywords with what every word of the text adds to their scores; as JSON, a page or a picture.',
    '关键词，以及文中每个词为其得分贡献了多少；以 JSON、网页或图片给出。',
  ],
  ['Keywords of one text by several methods.', '用多种方法提取同一文本的关键词。'],
  ['The models, weights and encoders that are served.', '服务提供的模型、权重和编码器。'],
  ['The words used most like a word: cosines of their vectors.', '与一个词用法最相近的词：向量的余弦。'],
  [
    'The words most probable in the neighbourhood of a word: log p(word | given) in nats.',
    '一个词附近最可能出现的词：log p(word | given)，单位奈特。',
  ],
  ['The lists of tags that are served.', '服务提供的标签表。'],
  [
    'Tags of one or more texts from a served list; with application/x-ndjson, of a stream of texts, one object per line.',
    '从服务提供的标签表中为一篇或多篇文本选标签；以 application/x-ndjson 处理文本流，每行一个对象。',
  ],
]);

const words = {
  en: {
    title: 'The HTTP API',
    about:
      'The routes of `telltale serve`, from its own description: `/openapi.json` has it for programs. Errors are ' +
      '`{"error": {"code", "message"}}` with the codes of [errors](errors.md); [the service](service.md) says how it behaves.',
    head: ['field', 'type', 'default', 'meaning'],
    request: 'Request',
    query: 'Query',
    answer: 'Answer',
    types: 'Content type',
    colon: ': ',
  },
  zh: {
    title: 'HTTP 接口',
    about:
      '`telltale serve` 的各个路由，由它自己的描述生成；供程序使用的是 `/openapi.json`。错误的格式是 ' +
      '`{"error": {"code", "message"}}`，代码见[错误](errors.md)；服务的行为见[服务](service.md)。',
    head: ['字段', '类型', '默认', '含义'],
    request: '请求',
    query: '查询参数',
    answer: '响应',
    types: '内容类型',
    colon: '：',
  },
};

/** The description that a service gives of itself. */
async function description() {
  const main = fileURLToPath(new URL('../packages/telltale/bin/telltale.js', import.meta.url));
  const service = spawn(process.execPath, [main, 'serve', '--port', '0', '--threads', '1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const text of service.stdout.setEncoding('utf8')) {
    said += text;
    const url = /http:\S+/.exec(said)?.[0];
    if (!url) continue;
    const api = await (await fetch(`${url}/openapi.json`)).json();
    service.kill();
    return api;
  }
  throw new Error(`telltale serve ended: ${said}`);
}

function typeOf(schema) {
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  const bounds = [
    schema.minimum === undefined ? '' : `≥ ${schema.minimum}`,
    schema.maximum === undefined ? '' : `≤ ${schema.maximum}`,
  ];
  const type =
    schema.type === 'array'
      ? schema.items?.enum
        ? `(${typeOf(schema.items)})[]`
        : `${typeOf(schema.items ?? {})}[]`
      : (schema.type ?? '');
  return [type, ...bounds].filter(Boolean).join(', ');
}

/** A schema of an answer as a type of TypeScript. */
function written(schema, indent = '') {
  if (schema.anyOf) return schema.anyOf.map((one) => written(one, indent)).join(`\n${indent}| `);
  if (schema.enum)
    return schema.enum.length > 8 ? 'string' : schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.type === 'array') return `Array<${written(schema.items ?? {}, indent)}>`;
  if (schema.type !== 'object') return schema.type?.replace('integer', 'number') ?? 'unknown';
  if (!schema.properties) return 'object';
  const fields = Object.entries(schema.properties).map(
    ([name, value]) =>
      `${indent}  ${name}${schema.required?.includes(name) ? '' : '?'}: ${written(value, `${indent}  `)};`,
  );
  return `{\n${fields.join('\n')}\n${indent}}`;
}

/** The reference of all routes in a language, `en` or `zh`, as Markdown. */
function reference(api, language) {
  const { title, about, head, request, query, answer, types, colon } = words[language];
  const said = (text = '') => {
    if (language === 'en' || text === '') return text;
    if (!inChinese.has(text)) throw new Error(`Not in Chinese, see site/http.mjs: ${text}`);
    return inChinese.get(text);
  };
  const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('{{', '{&#123;');
  const table = (rows) =>
    [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
  const row = (name, schema, text) => [
    `\`${name}\``,
    typeOf(schema),
    schema.default === undefined ? '' : `\`${schema.default}\``,
    said(text),
  ];
  const sections = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, route]) => {
      const parts = [`## ${method.toUpperCase()} ${path}`, said(route.summary).replaceAll('|', '\\|')];
      const content = route.requestBody?.content;
      if (content) {
        parts.push(
          `### ${request}`,
          `${types}${colon}${Object.keys(content)
            .map((type) => `\`${type}\``)
            .join(', ')}`,
        );
        const { properties } = Object.values(content)[0].schema;
        parts.push(table(Object.entries(properties).map(([name, schema]) => row(name, schema, schema.description))));
      }
      if (route.parameters?.length > 0) {
        const rows = route.parameters.map(({ name, schema, description: text }) =>
          row(name, schema, schema.description ?? text),
        );
        parts.push(`### ${query}`, table(rows));
      }
      const good = route.responses['200'].content;
      const other = Object.keys(good).filter((type) => type !== 'application/json');
      parts.push(`### ${answer}`, `\`\`\`ts\n${written(good['application/json'].schema)}\n\`\`\``);
      if (other.length > 0)
        parts.push(
          `${types}${colon}${Object.keys(good)
            .map((type) => `\`${type}\``)
            .join(', ')}`,
        );
      return parts.join('\n\n');
    }),
  );
  return `# ${title}\n\n${about}\n\n${sections.join('\n\n')}\n`;
}

/** The reference in both languages, `{ en, zh }`. */
export async function httpReference() {
  const api = await description();
  return { en: reference(api, 'en'), zh: reference(api, 'zh') };
}
