// Extractors from npm: node javascript.mjs node-rs-jieba|keyword-extractor|retext-keywords DATASET.jsonl
import { readFileSync } from 'node:fs';

const TOP = 20;
const [tool, dataset] = process.argv.slice(2);

const extractors = {
  async 'node-rs-jieba'() {
    const { Jieba, TfIdf } = await import('@node-rs/jieba');
    const { dict, idf } = await import('@node-rs/jieba/dict.js');
    const jieba = Jieba.withDict(dict);
    const tfIdf = TfIdf.withDict(idf);
    return (text) => tfIdf.extractKeywords(jieba, text, TOP).map(({ keyword }) => keyword);
  },
  async 'keyword-extractor'() {
    const { default: extractor } = await import('keyword-extractor');
    const options = { language: 'english', remove_digits: true, return_changed_case: true, remove_duplicates: true };
    return (text) => extractor.extract(text, options);
  },
  async 'retext-keywords'() {
    const [{ retext }, { default: pos }, { default: keywords }, { toString: textOf }] = await Promise.all(
      ['retext', 'retext-pos', 'retext-keywords', 'nlcst-to-string'].map((name) => import(name)),
    );
    const processor = retext().use(pos).use(keywords, { maximum: TOP });
    return async (text) => {
      const { data } = await processor.process(text);
      const phrases = data.keyphrases.map(({ score, matches: [{ nodes }] }) => ({ score, text: textOf(nodes) }));
      return phrases.sort((a, b) => b.score - a.score).map((phrase) => phrase.text);
    };
  },
};

const extract = await extractors[tool]();
for (const [i, line] of readFileSync(dataset, 'utf8').trim().split('\n').entries()) {
  const { id = i, text, title } = JSON.parse(line);
  const whole = typeof title === 'string' && !text.startsWith(title) ? `${title}\n\n${text}` : text;
  console.log(JSON.stringify({ id: String(id), keywords: (await extract(whole)).slice(0, TOP) }));
}
