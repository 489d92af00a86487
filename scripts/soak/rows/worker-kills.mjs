// Threads of the service that run out of memory, one after the other, beside others who ask.
import { ask, oneConnection, startService, Tally } from '../service.mjs';

const text = '太阳是一颗恒星，行星围绕着太阳公转。';
/** More distinct words than a thread with so little memory can hold. */
const large = Array.from({ length: 400_000 }, (_, i) => `word${i.toString(36)}`).join(' ');

/** @param budget the share of the full work */
export default async function workerKills(budget) {
  const kills = Math.max(3, Math.round(20 * budget));
  const limits = ['--max-text-length', '10000000', '--max-body-bytes', '50000000', '--max-queue', '1000'];
  const { url, child } = await startService('--threads', '2', '--thread-memory', '64', ...limits);
  try {
    const outcomes = new Tally();
    let isOver = false;
    const others = Array.from({ length: 4 }, async () => {
      const agent = oneConnection();
      while (!isOver) outcomes.add(await ask(url, { text }, agent));
      agent.destroy();
    });
    const agent = oneConnection();
    for (let kill = 0; kill < kills; kill++) {
      const status = await ask(url, { text: large, lang: 'en' }, agent);
      if (status !== 503) throw new Error(`A text that no thread can hold was answered ${status}.`);
    }
    isOver = true;
    await Promise.all(others);
    const status = await ask(url, { text }, agent);
    agent.destroy();
    if (status !== 200) throw new Error(`After ${kills} threads were lost, a text is answered ${status}.`);
    const answered = outcomes.of(200);
    const unavailable = outcomes.of(503);
    const total = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
    if (answered + unavailable !== total) throw new Error(`Others were lost: ${JSON.stringify([...outcomes])}`);
    return {
      row: 'threads of the service that ran out of memory and were replaced',
      value: `${kills}, their texts answered 503; ${answered} other texts answered meanwhile, ${unavailable} told to come again`,
    };
  } finally {
    child.kill('SIGKILL');
  }
}
