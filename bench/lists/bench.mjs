// What 100,000 given candidates or tags cost each text, against its keywords without a list.
import { compileTags, extractKeywords, loadModel, suggestTags } from '../../packages/core/dist/node.js';
import { textsOfKinds } from '../extraction/texts.mjs';
import { median, timeCalls } from '../harness/measure.mjs';
import { digits } from '../harness/report.mjs';

const COUNT = 1e5;
const ROUNDS = 5;
/** Of the time without a list, at most. */
const MOST = 1.3;

export async function run() {
  const rows = [];
  const comparisons = [];
  const records = [];
  for (const [language, space] of [
    ['zh', ''],
    ['en', ' '],
  ]) {
    const model = await loadModel(language);
    const { words } = model.model.vocabulary;
    // Pairs of words, of which hardly any text has many, as is so with long lists.
    const pairs = new Set();
    const { length } = words;
    for (let i = 0; pairs.size < COUNT; i++) {
      pairs.add(words[i % length] + space + words[(i * 7919 + Math.floor(i / length)) % length]);
    }
    const terms = Object.freeze([...pairs]);
    const tags = compileTags(
      terms.map((label, i) => ({ id: String(i), label })),
      model,
    );
    const texts = Object.entries(textsOfKinds())
      .filter(([kind]) => kind.startsWith(language) && !kind.endsWith('long'))
      .flatMap(([, list]) => list);
    const works = {
      'no list': (text) => extractKeywords(model, text),
      'as candidates': (text) => extractKeywords(model, text, { candidates: terms }),
      'as tags': (text) => suggestTags(tags, text),
    };
    const rounds = Array.from({ length: ROUNDS }, () =>
      Object.fromEntries(
        Object.entries(works).map(([name, work]) => {
          const { cpu } = timeCalls(() => texts.map(work), { batches: 3, warmUpMilliseconds: 700 });
          return [name, cpu / texts.length];
        }),
      ),
    );
    records.push({ language, rounds });
    rows.push([language, ...Object.keys(works).map((name) => digits(median(rounds.map((round) => round[name])), 3))]);
    for (const name of Object.keys(works).slice(1)) {
      const measured = MOST * median(rounds.map((round) => round['no list'] / round[name]));
      comparisons.push({
        what: `${MOST} × the time without a list`,
        detail: `${language}, ${name}`,
        target: 1,
        measured,
      });
    }
  }
  return [
    {
      title: `${COUNT} given terms, CPU milliseconds a text, medians of ${ROUNDS} rounds in turn`,
      columns: ['language', 'no list', 'as candidates', 'as tags'],
      rows,
      comparisons,
      notes: ['Abstracts, news and chats. What a list costs once is not counted.'],
      records,
    },
  ];
}
