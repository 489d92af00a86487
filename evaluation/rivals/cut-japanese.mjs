// Cuts the texts of a Japanese data set by spaces, for rivals that need it: node cut-japanese.mjs DATASET.jsonl > CUT.jsonl
import { readFileSync } from 'node:fs';

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
for (const line of readFileSync(process.argv[2], 'utf8').trim().split('\n')) {
  const record = JSON.parse(line);
  const text = Array.from(segmenter.segment(record.text), ({ segment }) => segment).join(' ');
  process.stdout.write(`${JSON.stringify({ ...record, text })}\n`);
}
