import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder } from '../../packages/core/dist/node/threads/in-order.js';
import { collect } from '../support.js';

/** Asks that are answered when told. */
function asks() {
  const open: ((answer: string) => void)[] = [];
  const ask = (_: number) => new Promise<string>((resolve) => open.push(resolve));
  return { open, ask };
}

/** Waits until as many were asked for; nothing but the code at hand must run until then. */
async function asked(open: readonly unknown[], count: number): Promise<void> {
  for (let turns = 0; open.length < count; turns++) {
    assert.ok(turns < 1000, `${open.length} of ${count} were asked for`);
    await Promise.resolve();
  }
}

async function* numbers(state: { read: number; isClosed?: boolean }) {
  try {
    while (state.read < 10) yield state.read++;
  } finally {
    state.isClosed = true;
  }
}

test('answers come in the order of the items, whichever is done first', async () => {
  const { open, ask } = asks();
  const answers = inOrder([0, 1, 2], 3, ask);
  const first = answers.next();
  await asked(open, 3);
  for (const i of [2, 1, 0]) open[i](`answer ${i}`);
  assert.equal((await first).value, 'answer 0');
  assert.deepEqual(await collect(answers), ['answer 1', 'answer 2']);
});

test('no more are asked for than may be under way, and the rest is left alone when nobody reads on', async () => {
  const state = { read: 0, isClosed: false };
  let underWay = 0;
  let most = 0;
  const answers = inOrder(numbers(state), 3, async (item) => {
    most = Math.max(most, ++underWay);
    await new Promise(setImmediate);
    underWay--;
    return item;
  });
  for (let i = 0; i < 3; i++) assert.equal((await answers.next()).value, i);
  await answers.return(undefined);
  assert.equal(most, 3);
  assert.ok(state.read < 10, String(state.read));
  assert.equal(state.isClosed, true);
});

test('an item that does not come holds no answer back', async () => {
  async function* endless() {
    yield 0;
    await new Promise(() => {});
  }
  const { value } = await inOrder(endless(), 3, async (item) => item).next();
  assert.equal(value, 0);
});

test('what fails is thrown in its turn', async () => {
  const answers = inOrder([0, 1], 2, async (item) => {
    if (item === 1) throw new Error('no');
    return item;
  });
  assert.equal((await answers.next()).value, 0);
  await assert.rejects(answers.next(), /no/);
});

test('where the items break off, those before are answered first', async () => {
  async function* broken() {
    yield 0;
    yield 1;
    throw new Error('broken off');
  }
  const { open, ask } = asks();
  const answers = inOrder(broken(), 5, ask);
  const first = answers.next();
  await asked(open, 2);
  await new Promise(setImmediate);
  open[1]('answer 1');
  open[0]('answer 0');
  assert.deepEqual([(await first).value, (await answers.next()).value], ['answer 0', 'answer 1']);
  await assert.rejects(answers.next(), /broken off/);
});

test('what fails after all have been asked for is known to nobody but who reads', async () => {
  const answers = inOrder([0, 1], 3, async () => {
    await new Promise(setImmediate);
    throw new Error('no');
  });
  await assert.rejects(answers.next(), /no/);
  // A failure that nobody has seen would be reported now, and end the service.
  await new Promise(setImmediate);
});
