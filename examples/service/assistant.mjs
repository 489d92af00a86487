// What an assistant sees of telltale mcp: node assistant.mjs [command and arguments of the server]
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const [command = 'telltale', ...args] = process.argv.slice(2);
const client = new Client({ name: 'example', version: '1.0.0' });
await client.connect(new StdioClientTransport({ command, args: args.length > 0 ? args : ['mcp'] }));

const { tools } = await client.listTools();
for (const { name, title } of tools) console.log(`${name}: ${title}`);

const text = 'The Sun is a star. Planets orbit the Sun, and telescopes watch the sunspots of the Sun.';
for (const [name, given] of [
  ['extract_keywords', { text, topN: 3 }],
  ['explain_keyword', { text, keyword: 'telescopes' }],
  ['compare_methods', { text, topN: 1, methods: ['mixture', 'tf-idf'] }],
  ['extract_keywords', { text, topN: 0 }],
]) {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: given });
  const { text: _, ...options } = given;
  console.log(`\n> ${name} ${JSON.stringify(options)}`);
  if (isError) console.log(`error: ${content[0].text}`);
  for (const { method, keywords } of structuredContent?.results ?? [structuredContent ?? { keywords: [] }]) {
    for (const { text: keyword, score, words = [] } of keywords) {
      const because = words.slice(0, 3).map(({ word, value }) => `${word} ${value.toFixed(1)}`);
      console.log([...(method ? [method] : []), keyword, score.toFixed(1), ...because].join(', '));
    }
  }
}
await client.close();
