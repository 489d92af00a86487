import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unanswered } from '../../packages/telltale/dist/cli/unanswered.js';

/** A transport that carries what it is given. */
function carrier() {
  const delivered: unknown[] = [];
  const sent: unknown[] = [];
  const transport = {
    onmessage: (message: unknown) => void delivered.push(message),
    send: async (message: unknown) => void sent.push(message),
  };
  return { transport, delivered, sent };
}

/** Whether a promise is fulfilled without anything else happening. */
async function isDone(promise: Promise<void>): Promise<boolean> {
  let done = false;
  promise.then(() => {
    done = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return done;
}

test('what was asked is waited for until its answer is sent, and no longer', async () => {
  const { transport, delivered, sent } = carrier();
  const unanswered = new Unanswered(transport);
  transport.onmessage({ id: 1, method: 'tools/list' });
  transport.onmessage({ id: 2, method: 'tools/call' });
  const none = unanswered.none();
  await transport.send({ id: 2, result: {} });
  await transport.send({ method: 'notifications/progress' });
  assert.equal(await isDone(none), false);
  await transport.send({ id: 1, error: {} });
  assert.equal(await isDone(none), true);
  assert.deepEqual([delivered.length, sent.length], [2, 3]);
});

test('what is taken back, notified or subscribed to is not waited for', async () => {
  const { transport } = carrier();
  const unanswered = new Unanswered(transport);
  transport.onmessage({ id: 0, method: 'tools/call' });
  transport.onmessage({ id: 1, method: 'subscriptions/listen' });
  transport.onmessage({ method: 'notifications/initialized' });
  assert.equal(await isDone(unanswered.none()), false);
  transport.onmessage({ method: 'notifications/cancelled', params: { requestId: 0 } });
  assert.equal(await isDone(unanswered.none()), true);
});

test('an answer that cannot be written is not waited for', async () => {
  const { transport } = carrier();
  transport.send = () => Promise.reject(new Error('closed'));
  const unanswered = new Unanswered(transport);
  transport.onmessage({ id: 1, method: 'tools/call' });
  await assert.rejects(transport.send({ id: 1, result: {} }), /closed/);
  assert.equal(await isDone(unanswered.none()), true);
});
