import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metric, post, serve } from './running.js';

const CHARACTERS = 100_000;
const REQUESTS = 800;
/** The memory that garbage may still hold; all requests together have twice as much. */
const GARBAGE = 40_000_000;

test('what requests bring is not kept when they are answered', async () => {
  const { url } = await serve('--threads', '1', '--log-level', 'silent');
  let sent = 0;
  const ask = async (requests: number) => {
    for (const end = sent + requests; sent < end; sent++) {
      const response = await post(`${url}/v1/keywords`, { text: `${sent}`.padEnd(CHARACTERS, 'x') });
      assert.equal(response.status, 200);
      await response.text();
    }
  };
  await ask(REQUESTS / 4);
  const before = await metric(url, 'process_resident_memory_bytes');
  await ask(REQUESTS);
  const grown = (await metric(url, 'process_resident_memory_bytes')) - before;
  assert.ok(grown < GARBAGE, `${grown / 1e6} MB more`);
});
