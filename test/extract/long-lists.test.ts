import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OptionsReceiver, OptionsSender, withFrozenLists } from '../../packages/core/dist/node/threads/sent-options.js';
import { ExtractionPool, type ExtractOptions, extractKeywords, loadModel } from '../../packages/core/dist/node.js';

const text = 'The projector flickers, and the laser printer jams. The scanner in the hall is new.';
const model = await loadModel('en');
const found = (options: ExtractOptions) => extractKeywords(model, text, options).map(({ text: keyword }) => keyword);

/** A list that tells how often its items are asked for. */
function watched(items: readonly string[]): { list: readonly string[]; asked: () => number } {
  let asked = 0;
  const list = [...items];
  for (const [i, item] of items.entries()) {
    Object.defineProperty(list, i, {
      get() {
        asked++;
        return item;
      },
      enumerable: true,
    });
  }
  return { list: Object.freeze(list), asked: () => asked };
}

test('a frozen list is looked through once, however many texts there are', () => {
  for (const name of ['candidates', 'exclude', 'stopWordList'] as const) {
    const { list, asked } = watched(['projector', 'scanner', 'the']);
    const first = found({ [name]: list });
    const once = asked();
    assert.ok(once > 0);
    for (let i = 0; i < 5; i++) {
      assert.deepEqual(found({ [name]: list }), first);
      // Another list between them does not make it be looked through again.
      found({ [name]: Object.freeze(['printer', `other ${i}`]) });
    }
    assert.equal(asked(), once, name);
  }
});

test('a list that is changed between two texts counts as it is then', () => {
  const list = ['projector'];
  assert.deepEqual(found({ candidates: list }), ['projector']);
  list[0] = 'scanner';
  assert.deepEqual(found({ candidates: list }), ['scanner']);
  Object.freeze(list);
  assert.deepEqual(found({ candidates: list }), ['scanner']);
  assert.throws(() => found({ candidates: Object.freeze([1]) as never }), /list of strings/);
  assert.throws(() => found({ candidates: new Array(3) }), /list of strings/);
});

test('a pool finds what one thread finds, with lists that come again, change, or are given at the same time', async () => {
  const pool = await ExtractionPool.open('en', { threads: 2 });
  const many = async (options: ExtractOptions) => {
    const all: string[][] = [];
    for await (const result of pool.extractMany(new Array(4).fill(text), options)) {
      assert.ok('keywords' in result);
      all.push(result.keywords.map((keyword) => keyword.text));
    }
    return all;
  };
  const list = ['projector'];
  const kept = Object.freeze(['scanner', 'printer']);
  try {
    for (const candidates of [list, kept, kept, list]) {
      assert.deepEqual(await many({ candidates }), new Array(4).fill(found({ candidates })));
      list[0] = 'laser printer';
    }
    const unsendable = many({ candidates: list, weights: { terms: () => {} } as never });
    await assert.rejects(unsendable, /could not be cloned/);
    assert.deepEqual(await many({ candidates: list }), new Array(4).fill(found({ candidates: list })));
    const several = [
      { candidates: kept },
      { exclude: kept },
      { candidates: list, exclude: kept },
      {},
      { candidates: kept },
    ];
    const together = await Promise.all(several.map(many));
    for (const [i, options] of several.entries()) assert.deepEqual(together[i], new Array(4).fill(found(options)));
  } finally {
    await pool.close();
  }
});

test('a list is sent to a thread once', () => {
  const sender = new OptionsSender<ExtractOptions>();
  const receiver = new OptionsReceiver<ExtractOptions>();
  const options = withFrozenLists({ candidates: ['a'], exclude: Object.freeze(['b']), topN: 3 });
  const sent = [0, 1].map(() => sender.send(options, (one) => structuredClone(one)));
  assert.equal(JSON.stringify(sent[1]), '{"options":{"topN":3},"asBefore":["candidates","exclude"]}');
  const [first, second] = sent.map((one) => receiver.unpack(one));
  assert.deepEqual(first, options);
  assert.deepEqual(second, options);
  assert.equal(second.candidates, first.candidates);
  const other = receiver.unpack(sender.send(withFrozenLists({ candidates: ['a'] }), (one) => structuredClone(one)));
  assert.deepEqual(other, { candidates: ['a'] });
});
