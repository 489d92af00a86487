// Whether a training that goes on for minutes stays as fast as it began.
import { readCorpus, trainModel } from '../../packages/core/dist/node.js';
import { digits, thousands } from '../harness/report.mjs';

const MINUTES = 10;
const THREADS = 2;
/** Tokens a second of the last minute, in parts of the first, at least. */
const TARGET = 0.95;

export async function run({ corpus }) {
  const stop = new AbortController();
  const epochs = [];
  const onEvent = ({ type, seconds, tokens }) => {
    if (type !== 'epoch') return;
    epochs.push({ seconds, tokens });
    if (seconds > 60 * MINUTES) stop.abort();
  };
  const options = {
    tokenizer: 'whitespace',
    normalization: 'none',
    dim: 100,
    epochs: 10_000,
    heldOut: 0,
    threads: THREADS,
  };
  await trainModel(readCorpus([corpus.training]), options, { onEvent, signal: stop.signal }).catch((error) => {
    if (error.code !== 'INTERRUPTED') throw error;
  });
  /** Of the epochs that ended within a minute, from the end of the one before them. */
  const speeds = Array.from({ length: MINUTES }, (_, minute) => {
    const within = ({ seconds }) => seconds > 60 * minute && seconds <= 60 * (minute + 1);
    const first = epochs.findIndex(within);
    const last = epochs.findLastIndex(within);
    const sum = epochs.slice(first, last + 1).reduce((tokens, epoch) => tokens + epoch.tokens, 0);
    return sum / (epochs[last].seconds - (epochs[first - 1]?.seconds ?? 0));
  });
  return [
    {
      title: `Training for ${MINUTES} minutes, ${THREADS} threads, the kernel chosen by itself, tokens a second`,
      columns: ['minute', ...speeds.map((_, minute) => String(minute + 1))],
      rows: [['tokens/s', ...speeds.map(thousands)]],
      comparisons: [
        { what: 'the first minute', detail: `minute ${MINUTES}`, target: TARGET, measured: speeds.at(-1) / speeds[0] },
      ],
      notes: [
        `${epochs.length} epochs of the corpus; the least of a minute is ${digits(Math.min(...speeds) / speeds[0], 3)} of the first.`,
      ],
      records: [{ epochs, speeds }],
    },
  ];
}
