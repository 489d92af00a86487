import { basename } from 'node:path';
import { Command } from 'commander';
import {
  type ComparedMethod,
  checkOutput,
  compareGuesses,
  compareRankings,
  detectLanguage,
  KeywordError,
  loadWordVectors,
  modelForText,
  resolveOptions,
  splitHalves,
  vectorReader,
  wordReader,
  writeFileAtomically,
} from '../node.js';
import { evaluateOptions, modelOptions } from '../options.js';
import { type DatasetDocument, keywordsByMethod, readDataset, readPredictions } from './evaluation-methods.js';
import { addFlags, flagsOf } from './flags.js';
import type { CommandIo } from './io.js';
import { formatTable } from './table.js';

const examples = `
A data set is JSON lines {"id", "text", "title"?, "keywords": […]}; predictions of other tools are {"id", "keywords"}.
A method may have options after it: mixture:semanticWeight=0:select=top.

Examples:
  telltale evaluate gold.jsonl --method mixture,tf-idf,text-rank
  telltale evaluate gold.jsonl --predictions yake.jsonl keybert.jsonl --format csv
  telltale evaluate texts.jsonl --measure guess --reader other-vectors.bin`;

interface Comparison {
  readonly dataset: string;
  readonly documents: number;
  readonly gold: string;
  readonly methods: readonly ComparedMethod[];
}

/** telltale evaluate: how good keywords are, by those that people chose or by what can be guessed from them. */
export function evaluateCommand(io: CommandIo): Command {
  const command = new Command('evaluate')
    .description('Compare methods by the keywords that people chose, or by how well texts can be guessed from theirs.')
    .argument('<datasets...>', 'Data sets, JSON lines.');
  addFlags(addFlags(command, evaluateOptions), modelOptions);
  return command.addHelpText('after', examples).action(async (datasets: string[]) => {
    const options = resolveOptions(evaluateOptions, flagsOf(command, evaluateOptions));
    if (options.writeHalves !== undefined) checkOutput(options.writeHalves);
    const { model, ...modelFlags } = resolveOptions(modelOptions, flagsOf(command, modelOptions));
    const modelOf = modelForText(model, modelFlags);
    const comparisons: Comparison[] = [];
    for (const path of datasets) {
      const all = readDataset(path).slice(0, options.limit);
      const documents = options.measure === 'gold' ? all.filter(({ keywords }) => keywords.length > 0) : all;
      const sample = documents[0]?.text;
      if (sample === undefined) throw new KeywordError('INVALID_TEXT', `${path} has no document with keywords.`);
      const dataset = basename(path).replace(/\.jsonl$/, '');
      const textModel = await modelOf(sample);
      const compare = options.measure === 'gold' ? compareByGold : compareByGuessing;
      comparisons.push(...(await compare(dataset, documents)));

      async function methodsOn(texts: readonly DatasetDocument[]) {
        const ours = [];
        for (const name of options.method) ours.push(await keywordsByMethod(name, texts, modelOf));
        return [...ours, ...(options.predictions ?? []).map((file) => readPredictions(file, texts))];
      }

      async function compareByGold(name: string, texts: readonly DatasetDocument[]): Promise<Comparison[]> {
        const methods = await methodsOn(texts);
        const lang = detectLanguage(texts.map(({ text }) => text.slice(0, 200)).join('\n'));
        return (['all', 'present'] as const).map((gold) => {
          return { dataset: name, documents: texts.length, gold, methods: compareRankings(texts, methods, lang, gold) };
        });
      }

      async function compareByGuessing(name: string, texts: readonly DatasetDocument[]): Promise<Comparison[]> {
        const halves = texts.flatMap((document) => {
          const split = splitHalves(document.text);
          return split ? [{ first: { ...document, text: split[0] }, second: split[1] }] : [];
        });
        const firsts = halves.map(({ first }) => first);
        if (options.writeHalves !== undefined) {
          const lines = firsts.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`);
          await writeFileAtomically(options.writeHalves, [new TextEncoder().encode(lines.join(''))]);
        }
        const cut = (text: string) => textModel.tokenizer.words(text);
        const readers = [wordReader];
        for (const file of options.reader ?? [])
          readers.push(vectorReader(basename(file), await loadWordVectors(file)));
        const methods = await methodsOn(firsts);
        const seconds = halves.map(({ second }) => cut(second));
        const compared = compareGuesses(seconds, methods, readers, cut);
        return [{ dataset: name, documents: halves.length, gold: 'other half', methods: compared }];
      }
    }
    io.stdout.write(await format(comparisons, options.format));
  });
}

/** What a table for people shows of the many measures. */
const shown = /^(P@1$|F1@|MAP|nDCG|MRR)/;

async function format(comparisons: readonly Comparison[], form: 'table' | 'csv' | 'json'): Promise<string> {
  if (form === 'json') return `${JSON.stringify(comparisons, null, 2)}\n`;
  if (form === 'csv') {
    const rows = comparisons.flatMap(({ methods, ...head }) =>
      methods.flatMap(({ method, means, behindFirst }) =>
        Object.entries(means).map(([measure, mean]) => {
          const behind = behindFirst?.[measure];
          return {
            ...head,
            method,
            measure,
            mean,
            first_minus_this: behind?.mean,
            low: behind?.low,
            high: behind?.high,
          };
        }),
      ),
    );
    const { stringify } = await import('csv-stringify/sync');
    return stringify(rows, { header: true });
  }
  return comparisons.map(tables).join('\n');
}

function tables({ dataset, documents, gold, methods }: Comparison): string {
  const measures = Object.keys(methods[0].means).filter((measure) => shown.test(measure));
  const percent = (value: number) => (100 * value).toFixed(1);
  const columns = [{ title: 'method' }, ...measures.map((title) => ({ title, align: 'right' as const }))];
  const means = methods.map(({ method, means }) => [method, ...measures.map((measure) => percent(means[measure]))]);
  const behind = methods.flatMap(({ method, behindFirst }) =>
    behindFirst
      ? [
          [
            method,
            ...measures.map((measure) => {
              const { mean, low, high } = behindFirst[measure];
              return `${mean < 0 ? '' : '+'}${percent(mean)} [${percent(low)}, ${percent(high)}]`;
            }),
          ],
        ]
      : [],
  );
  const title = `${dataset}, ${documents} documents, gold keywords: ${gold}\n`;
  const difference = `\n${methods[0].method} minus the others, with 95 % intervals\n`;
  return `${title}${formatTable(columns, means)}${behind.length ? difference + formatTable(columns, behind) : ''}`;
}
