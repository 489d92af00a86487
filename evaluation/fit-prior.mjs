// Fits the weights of the prior (packages/core/src/extract/prior.ts) and shows what they reach on sets that they were not fitted to.
//
//   node evaluation/fit-prior.mjs LANGUAGE MODEL --rivals PREDICTIONS [--terms a,b,c] [--show] DATASET.jsonl…
//
// What `telltale fit` does to one person's texts is done here to all sets together, from nothing: listwise softmax, in which
// every set counts the same, whatever it holds (those of everyday texts three times), and a ridge as strong as 0.6 sets. Every set is also judged by weights
// fitted to the others: sets whose names begin with the same six letters count as one, and texts that share their first 80
// letters with one of the left-out set are left out, too. The keyness of words is counted without the set whose texts ask for it, cues (evaluation/cues.mjs)
// without all that is left out. --show judges the weights in use, and fits nothing.
//
// DATASET has `keywords`, or is an editor's and has `want`; DATASET_untitled.jsonl, where it does not exist, is
// DATASET.jsonl without its titles. PREDICTIONS holds "RIVAL SET.jsonl" as evaluation/run.mjs keeps them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { matchKeys } from '../packages/core/dist/evaluate/match-keywords.js';
import { measureRanking } from '../packages/core/dist/evaluate/ranking-measures.js';
import { priorWeights } from '../packages/core/dist/extract/prior.js';
import { priorTerms } from '../packages/core/dist/extract/prior-terms.js';
import { prepareText } from '../packages/core/dist/fit/labelled-text.js';
import { fitListwise, scoresOf } from '../packages/core/dist/fit/listwise-softmax.js';
import { loadModel } from '../packages/core/dist/node.js';
import { cuesFrom, rowOf, valueOfRow, written } from './cues.mjs';
import { readDataset } from './dataset.mjs';
import { keynessFrom, wordsOfLabelled } from './keyness.mjs';

/** What backward elimination left: each adds to what weights reach on sets that they were not fitted to. */
const TERMS = {
  zh: 'twoWords,oneCharacter,twoCharacters,occurrences,onceWord,onceNoNoun,oncePhrase,clause,wordCounts,title,paragraphsBefore,rootSpread,leastRarity,burstiness,unknownWords,keyness,termhood,termPhrase,cues',
  en: 'oneWord,twoWords,occurrences,wordCounts,leastCount,sentencesBefore,leastRarity,burstiness,keyness,termhood,termPhrase,length,cues',
};
/** Of the ridge, in sets. */
const STRENGTH = 0.6;
/** Everyday texts that count as one set: most of the others are papers, and users have everything. */
const EVERYDAY = 50;
const MEASURES = ['P@1', 'F1@5', 'F1@10'];
/** Rivals that are encoders of sentences are not what is to be beaten without one. */
const WITH_ENCODER = /KeyBERT/;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rivals: { type: 'string' },
    terms: { type: 'string' },
    limit: { type: 'string', default: '250' },
    show: { type: 'boolean', default: false },
  },
});
const [language, modelName, ...files] = positionals;
if (files.length === 0 || !values.rivals)
  throw new Error('Usage: node evaluation/fit-prior.mjs LANGUAGE MODEL --rivals PREDICTIONS DATASET.jsonl…');
const model = await loadModel(modelName, { allowMismatch: true });
const chosen = (values.terms ?? TERMS[language]).split(',');
const inUse = Float64Array.from(priorTerms, ({ name }) => priorWeights[language][name] ?? 0);
const nothing = new Float64Array(priorTerms.length);
const ofCues = priorTerms.findIndex(({ name }) => name === 'cues');
/** What each set says of words. */
const wordsOf = new Map();
for (const file of files) wordsOf.set(nameOf(file), await readWords(file));
const sets = await Promise.all(files.map(prepareSet));

/** Keyness of words (evaluation/keyness.mjs) is counted in the sets that people made of thousands of texts. */
async function readWords(file) {
  if (/_(?:own|marked|editor|untitled)\.jsonl$/.test(file)) return [];
  return (await readDataset(file)).flatMap((labelled) =>
    labelled.keywords.length > 0 ? [wordsOfLabelled(model, labelled, language)] : [],
  );
}

/** The terms for a set; in that of keyness nothing is of what this set says, that of cues are their rows until they are counted. */
function termsOfSet(name) {
  const others = [...wordsOf]
    .filter(([other]) => groupOf(other, '_') !== groupOf(name, '_'))
    .flatMap(([, words]) => words);
  const keyness = keynessFrom(others, language);
  const value = ({ words }) => mean(words.map(({ entry }) => keyness.get(entry.key) ?? 0));
  if (values.show) return priorTerms;
  const own = { keyness: value, cues: rowOf };
  return priorTerms.map((term) => ({ ...term, value: own[term.name] ?? term.value }));
}

async function prepareSet(file) {
  const name = nameOf(file);
  const terms = termsOfSet(name);
  const isStripped = !existsSync(file) && name.endsWith('_untitled');
  const all = await readLabelled(isStripped ? file.replace('_untitled', '') : file);
  const documents = all
    .filter(({ keywords }) => keywords.length > 0)
    .slice(0, isEveryday(name) ? undefined : Number(values.limit))
    .map(({ id, text, keywords }) => {
      return { id, keywords, text: isStripped ? text.slice(text.indexOf('\n\n') + 2) : text };
    });
  const texts = documents.map((document) => {
    const prepare = (asked) => prepareText(model, document, language, nothing, Number.POSITIVE_INFINITY, asked);
    /** By the cues that a fit counted. */
    const prepareBy = (cues) =>
      prepare(
        terms.map((term, i) =>
          i === ofCues ? { ...term, value: (c, facts) => valueOfRow(cues, rowOf(c, facts)) } : term,
        ),
      );
    return {
      ...prepare(terms),
      prepareBy,
      head: document.text.slice(0, 80).toLowerCase(),
      group: groupOf(name, document.id),
    };
  });
  return { name, texts, rival: bestRival(name, documents) };
}

async function readLabelled(file) {
  const documents = await readDataset(file);
  return documents.map(({ keywords, want, ...rest }) => ({ ...rest, keywords: want.length > 0 ? want : keywords }));
}

/** The best F1@5 and F1@10 that any rival has on the same documents. */
function bestRival(name, documents) {
  const best = { 'F1@5': 0, 'F1@10': 0, names: {} };
  for (const file of readdirSync(values.rivals)) {
    if (!file.endsWith(` ${name}.jsonl`) || WITH_ENCODER.test(file)) continue;
    const lines = readFileSync(join(values.rivals, file), 'utf8').trim().split('\n');
    const found = new Map(lines.map((line) => JSON.parse(line)).map(({ id, keywords }) => [String(id), keywords]));
    if (documents.some(({ id }) => !found.has(String(id)))) continue;
    for (const measure of ['F1@5', 'F1@10']) {
      const value = mean(
        documents.map(({ id, keywords }) => {
          const keys = matchKeys(found.get(String(id)), language);
          return measureRanking(keys, new Set(matchKeys(keywords, language)))[measure];
        }),
      );
      if (value > best[measure]) {
        best[measure] = value;
        best.names[measure] = file.slice(0, -` ${name}.jsonl`.length);
      }
    }
  }
  return best;
}

function fit(isAsked = () => true) {
  const lists = sets.flatMap(({ name, texts }) => {
    const asked = texts.filter((text) => text.list.good > 0 && isAsked(text));
    const weight = isEveryday(name) ? 1 / EVERYDAY : 1 / asked.length;
    return asked.map(({ list }) => ({ ...list, terms: onlyChosen(list.terms), rows: columnOf(list.terms), weight }));
  });
  const withoutCues = fitListwise(lists, nothing, STRENGTH);
  const cues = cuesFrom(lists.map((list) => ({ ...list, scores: scoresOf(list, withoutCues) })));
  for (const { terms, rows } of lists)
    for (const [l, row] of rows.entries()) terms[l * priorTerms.length + ofCues] = valueOfRow(cues, row);
  return { weights: fitListwise(lists, nothing, STRENGTH, withoutCues), cues };
}

/** (L) the rows of the cues of a list. */
const columnOf = (terms) =>
  Array.from({ length: terms.length / priorTerms.length }, (_, l) => terms[l * priorTerms.length + ofCues]);

/** Terms that are 0 everywhere keep the weight 0. */
function onlyChosen(terms) {
  const isChosen = priorTerms.map(({ name }, i) => chosen.includes(name) && i !== ofCues);
  return terms.map((value, at) => (isChosen[at % priorTerms.length] ? value : 0));
}

function row({ name, texts, rival }, fitFor) {
  const rows = texts.map((text) => {
    const { weights, cues } = fitFor(text.group);
    const { rank, gold } = cues ? text.prepareBy(cues) : text;
    return measureRanking(rank(weights), gold);
  });
  const [one, five, ten] = MEASURES.map((measure) => mean(rows.map((values) => values[measure])));
  const percent = [one, five, ten].map((value) => (100 * value).toFixed(1)).join(' / ');
  const hasRival = rival['F1@5'] > 0;
  const rivals = ['F1@5', 'F1@10'].map((of) => `${rival.names[of]} ${(100 * rival[of]).toFixed(1)}`);
  const ratios = [five / rival['F1@5'], ten / rival['F1@10']].map((ratio) => ratio.toFixed(2));
  console.log(
    `| ${name} | ${percent} | ${hasRival ? rivals.join(', ') : 'none'} | ${hasRival ? ratios.join(' / ') : '–'} |`,
  );
}

function table(title, fitFor) {
  console.log(`\n${title}\n\n| set | ${MEASURES.join(' / ')} | best rival by F1@5, F1@10 | ratios |`);
  console.log('| --- | --: | --- | --: |');
  for (const set of sets) row(set, fitFor);
}

function nameOf(file) {
  return basename(file, '.jsonl');
}

function isEveryday(name) {
  return /_(own|marked|editor)$/.test(name);
}

/** What is left out at once: sets that count as one, or the texts of one writer. */
function groupOf(name, id) {
  return name.endsWith('_marked') ? `${name} ${id.slice(0, id.indexOf('_'))}` : name.slice(0, 6);
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

if (values.show) table('Weights in use', () => ({ weights: inUse }));
else {
  const leftOut = new Map();
  const texts = sets.flatMap((set) => set.texts);
  for (const group of new Set(texts.map((text) => text.group))) {
    const heads = new Set(texts.filter((text) => text.group === group).map(({ head }) => head));
    leftOut.set(
      group,
      fit((text) => text.group !== group && !heads.has(text.head)),
    );
  }
  table('Leave one set out', (group) => leftOut.get(group));
  const all = fit();
  table('Fitted to all sets', () => all);
  console.log(`\nThe cues:\n\n${JSON.stringify(written(all.cues))}`);
  console.log(
    `\nThe weights, and those of each set left out:\n\n${JSON.stringify(named(all.weights))}\n${JSON.stringify(bySet())}`,
  );

  function bySet() {
    const labelled = sets.filter(({ name }) => !isEveryday(name));
    return Object.fromEntries(labelled.map(({ name }) => [name, named(leftOut.get(groupOf(name)).weights)]));
  }
}

function named(weights) {
  const entries = priorTerms.map(({ name }, i) => [name, Number(weights[i].toFixed(2))]);
  return Object.fromEntries(entries.filter(([, weight]) => weight !== 0));
}
