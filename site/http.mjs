// Writes the reference of the service from the description it gives of itself, /openapi.json.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inChinese } from '../packages/telltale/dist/server/description-in-chinese.js';

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
    if (!inChinese.has(text)) throw new Error(`Not in packages/telltale/src/server/description-in-chinese.ts: ${text}`);
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
