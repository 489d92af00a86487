// Tokens of documents: node tokens.mjs DOCUMENTS.jsonl
import { readFileSync } from 'node:fs';
import { createTokenizer } from '../../packages/core/dist/node.js';

const tokenizer = createTokenizer({});
let tokens = 0;
for (const line of readFileSync(process.argv[2], 'utf8').trim().split('\n')) {
  tokens += tokenizer.tokenize(JSON.parse(line).text).length;
}
console.log(tokens);
