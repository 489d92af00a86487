// Memory of the service in three times 20,000 requests.
import { ask, oneConnection, startService, Tally } from '../service.mjs';

const sentences = [
  '太阳是一颗恒星，行星围绕着太阳公转。',
  '望远镜观测太阳的黑子。',
  '经济学家认为利率会继续上升。',
  'The sun is a star, and planets move around it.',
  'Researchers train a model on a corpus of news.',
];
const CLIENTS = 8;
/** Numbers that the texts have where words come again. */
const WORDS = 1000;
/**
 * MB that a thread may have besides its models. It needs about half; with more, garbage is collected so seldom that in 100,000
 * requests memory rises by a third and falls again.
 */
const THREAD_MEMORY = '128';
/** Readings of the memory in each third of the requests. */
const READINGS = 30;
/** The share by which it may grow from the middle third to the last; the first warms the service up. */
const MOST = 0.05;

/** @param budget the share of the full work */
export default async function* memory(budget) {
  yield await memoryWith('words that come again', WORDS, budget);
  yield await memoryWith('a new word in every text', Number.POSITIVE_INFINITY, budget);
}

async function memoryWith(which, words, budget) {
  const limits = ['--threads', '2', '--max-queue', '1000', '--thread-memory', THREAD_MEMORY];
  const third = Math.max(1000, Math.round(20_000 * budget));
  const { url, child } = await startService(...limits);
  const numbers = { next: 0, words };
  try {
    await medianOf(url, third, numbers);
    const middle = await medianOf(url, third, numbers);
    const last = await medianOf(url, third, numbers);
    const growth = last / middle - 1;
    if (growth > MOST) throw new Error(`Memory grew from ${middle} to ${last} MB in ${third} requests, ${which}.`);
    return {
      row: `memory of the service in the second and the third ${third} requests, medians of ${READINGS} readings each, ${which}`,
      value: `${middle} and ${last} MB (${growth < 0 ? '−' : '+'}${Math.abs(100 * growth).toFixed(1)} %)`,
    };
  } finally {
    child.kill('SIGKILL');
  }
}

/** The median of the memory while it answers requests, in MB: one moment says when garbage was collected, and little else. */
async function medianOf(url, requests, numbers) {
  const seen = [];
  for (let i = 0; i < READINGS; i++) {
    await askAll(url, Math.ceil(requests / READINGS), numbers);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    seen.push(Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)[1]));
  }
  seen.sort((a, b) => a - b);
  return Math.round((seen[READINGS / 2 - 1] + seen[READINGS / 2]) / 2e6);
}

async function askAll(url, requests, numbers) {
  const outcomes = new Tally();
  let asked = 0;
  const client = async () => {
    const agent = oneConnection();
    while (asked < requests) {
      const i = asked++;
      const text = Array.from({ length: 1 + (i % 7) }, (_, k) => sentences[(i + k) % sentences.length]).join('');
      outcomes.add(await ask(url, { text: `${text}${numbers.next++ % numbers.words}` }, agent));
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  if (outcomes.of(200) !== requests) throw new Error(`Not all were answered: ${JSON.stringify([...outcomes])}`);
}
