// Requests under way and on their way while the service is told to end, again and again.
import { ask, oneConnection, startService, Tally } from '../service.mjs';

const text = '太阳是一颗恒星，行星围绕着太阳公转。望远镜观测太阳的黑子。';
const CLIENTS = 16;
/** Requests that come before each end, and as many again go on through it. */
const EACH = 200;

/** @param budget the share of the full work */
export default async function sigterm(budget) {
  const rounds = Math.max(2, Math.round(10 * budget));
  const rows = [];
  for (const [isBalanced, whose] of [
    [true, 'of clients that make no connection once /readyz says 503'],
    [false, 'of clients that make new connections until they are refused'],
  ]) {
    const outcomes = new Tally();
    for (let round = 0; round < rounds; round++) await endUnderLoad(isBalanced, outcomes);
    const refused = outcomes.of('ECONNREFUSED');
    const answered = outcomes.of(200);
    const lost = [...outcomes.values()].reduce((sum, count) => sum + count, 0) - answered - refused;
    if (lost > 0) throw new Error(`${lost} requests were lost: ${JSON.stringify([...outcomes])}`);
    rows.push({
      row: `requests answered while the service was told to end ${rounds} times, ${whose}`,
      value: `${answered}, ${lost} lost`,
    });
  }
  return rows;
}

async function endUnderLoad(isBalanced, outcomes) {
  const { url, child, ended } = await startService('--threads', '2', '--max-queue', '1000', '--drain-seconds', '2');
  let isOver = false;
  let asked = 0;
  const loaded = Promise.withResolvers?.() ?? withResolvers();
  const client = async () => {
    const agent = oneConnection();
    for (;;) {
      if (isBalanced && isOver && Object.keys(agent.freeSockets).length === 0) break;
      const outcome = await ask(url, { text }, agent);
      outcomes.add(outcome);
      if (++asked >= EACH) loaded.resolve();
      if (outcome === 'ECONNREFUSED') break;
    }
    agent.destroy();
  };
  const clients = Array.from({ length: CLIENTS }, client);
  await loaded.promise;
  child.kill('SIGTERM');
  // The signal may come behind the question.
  while (!isOver) isOver = (await fetch(`${url}/readyz`)).status === 503;
  await Promise.all(clients);
  const [code] = await ended;
  if (code !== 0) throw new Error(`The service ended with code ${code}.`);
}

/** Promise.withResolvers, which Node.js has from 22 on. */
function withResolvers() {
  let resolve;
  const promise = new Promise((given) => {
    resolve = given;
  });
  return { promise, resolve };
}
