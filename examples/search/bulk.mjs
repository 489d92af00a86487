// Texts with their keywords as a bulk file of OpenSearch and Elasticsearch: telltale extract --io jsonl … | node bulk.mjs
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';

await pipeline(
  createInterface({ input: stdin }),
  async function* (lines) {
    for await (const line of lines) {
      const { id, keywords, languageFound, notice, ...fields } = JSON.parse(line);
      // A text that could not be read has an error instead.
      if (!keywords) continue;
      const doc = { ...fields, keywords: keywords.map(({ text }) => text) };
      yield `${JSON.stringify({ update: { _id: id } })}\n${JSON.stringify({ doc, doc_as_upsert: true })}\n`;
    }
  },
  stdout,
);
