// Keywords as a bulk file of OpenSearch and Elasticsearch: telltale extract … --format jsonl | node bulk.mjs
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';

await pipeline(
  createInterface({ input: stdin }),
  async function* (lines) {
    for await (const line of lines) {
      const { source, keywords } = JSON.parse(line);
      // A text that could not be read has an error instead.
      if (!keywords) continue;
      yield `${JSON.stringify({ update: { _id: source } })}\n`;
      yield `${JSON.stringify({ doc: { keywords: keywords.map(({ text }) => text) } })}\n`;
    }
  },
  stdout,
);
