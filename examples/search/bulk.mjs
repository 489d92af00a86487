// Texts with their keywords as a bulk file of OpenSearch and Elasticsearch: telltale extract --io jsonl … | node bulk.mjs
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';

await pipeline(
  createInterface({ input: stdin }),
  async function* (lines) {
    for await (const line of lines) {
      const { id, ...record } = JSON.parse(line);
      const { language, keywords } = record;
      // A text that could not be read has an error instead.
      if (!keywords) continue;
      // The fields of the record come before what the command adds, which may have fields of the same names.
      const fields = Object.entries(record).slice(0, Object.keys(record).indexOf('keywords'));
      const doc = { ...Object.fromEntries(fields), language, keywords: keywords.map(({ text }) => text) };
      yield `${JSON.stringify({ update: { _id: id } })}\n${JSON.stringify({ doc, doc_as_upsert: true })}\n`;
    }
  },
  stdout,
);
