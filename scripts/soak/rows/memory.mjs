// Memory of the service before and after 20,000 requests.
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
/** Looks at the memory before, and as many after. */
const LOOKS = 5;
/** The share by which it may have grown. */
const MOST = 0.05;

/** @param budget the share of the full work */
export default async function* memory(budget) {
  yield await memoryWith('words that come again', WORDS, budget);
  yield await memoryWith('a new word in every text', Number.POSITIVE_INFINITY, budget);
}

async function memoryWith(which, words, budget) {
  const requests = Math.max(1000, Math.round(20_000 * budget));
  const { url, child } = await startService('--threads', '2', '--max-queue', '1000');
  const numbers = { next: 0, words };
  try {
    await askAll(url, requests, numbers);
    const before = await look(url, numbers);
    await askAll(url, requests, numbers);
    const after = await look(url, numbers);
    const growth = after / before - 1;
    if (growth > MOST) throw new Error(`Memory grew from ${before} to ${after} MB in ${requests} requests, ${which}.`);
    return {
      row: `memory of the service before and after ${requests} requests, as many as warmed it up, ${which}`,
      value: `${before} and ${after} MB (${growth < 0 ? '−' : '+'}${Math.abs(100 * growth).toFixed(1)} %)`,
    };
  } finally {
    child.kill('SIGKILL');
  }
}

/** The median of some looks, in MB, with requests between them, so that it is not one moment that counts. */
async function look(url, numbers) {
  const seen = [];
  for (let i = 0; i < LOOKS; i++) {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    seen.push(Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)[1]));
    await askAll(url, 200, numbers);
  }
  return Math.round(seen.sort((a, b) => a - b)[LOOKS >> 1] / 1e6);
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
