import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  readModelFile,
  type TrainEvent,
  type TrainedModel,
  type TrainHooks,
  trainCooccurrence,
  trainModel,
  writeModelFile,
} from '../../packages/core/dist/node.js';
import type { TrainOptions } from '../../packages/core/dist/options.js';
import { root, temporaryDirectory } from '../support.js';

const words = (topic: number) => Array.from({ length: 12 }, (_, i) => `w${topic}x${i}`);
const documents = Array.from({ length: 400 }, (_, d) =>
  Array.from({ length: 12 }, (_, i) => words(d % 2)[(d * 7 + i * i) % 12]).join(' '),
);
const options: TrainOptions = {
  ...{ tokenizer: 'whitespace', normalization: 'none', dim: 8, epochs: 4, minCount: 1, subsample: 0, heldOut: 0.1 },
  threads: 1,
};

/** Trains until `epochs` are done and is then told to stop; returns the error. */
async function interrupted(output: string, epochs: number, given = options, more: Partial<TrainHooks> = {}) {
  const abort = new AbortController();
  const onEvent = (event: TrainEvent) => {
    if (event.type === 'epoch' && event.epoch === epochs) abort.abort();
  };
  const checkpoints = { every: '1epoch,15m', resume: false };
  return await trainModel(documents, given, { output, checkpoints, signal: abort.signal, onEvent, ...more }).then(
    () => assert.fail('it was not stopped'),
    (error) => error,
  );
}

const resumed = (
  output: string,
  given = options,
  from: Iterable<string> = documents,
  onEvent = (_: TrainEvent) => {},
) => trainModel(from, given, { output, checkpoints: { every: '1epoch', resume: true }, onEvent });

function assertSame(a: TrainedModel, b: TrainedModel): void {
  assert.deepEqual(a.metadata, b.metadata);
  assert.deepEqual(a.model.inputVectors.data, b.model.inputVectors.data);
  assert.deepEqual(a.model.nodeVectors.data, b.model.nodeVectors.data);
}

describe('a training that was stopped', () => {
  const directory = temporaryDirectory();
  const at = (name: string) => join(directory, name);

  for (const [name, mode] of [
    ['one thread', { threads: 1 }],
    ['two threads, deterministic', { threads: 2, deterministic: true }],
  ] as const) {
    it(`goes on to the same bits: ${name}`, async () => {
      const alone = await trainModel(documents, { ...options, ...mode });
      for (const epochs of [1, 3, 4]) {
        const output = at(`${epochs}-${mode.threads}.safetensors`);
        const error = await interrupted(output, epochs, { ...options, ...mode });
        assert.equal(error.code, 'INTERRUPTED');
        assert.match(error.message, epochs < 4 ? new RegExp(`in epoch ${epochs + 1} of 4`) : /after epoch 4 of 4/);
        const seen: number[] = [];
        const again = await resumed(output, { ...options, ...mode }, documents, (event) => {
          if (event.type === 'epoch') seen.push(event.epoch);
        });
        assert.deepEqual(seen, [2, 3, 4].slice(epochs - 1), 'what was done is not done again');
        assertSame(again, alone);
      }
    });
  }

  it('goes on with the same given vectors, and with no others', async () => {
    const vectors = at('vectors.txt');
    const all = [...words(0), ...words(1)];
    const rows = all.map((word, w) => `${word} ${Array.from({ length: 8 }, (_, d) => Math.sin(w * 8 + d)).join(' ')}`);
    writeFileSync(vectors, `${all.length} 8\n${rows.join('\n')}\n`);
    const given = { ...options, inputVectors: vectors };
    const alone = await trainModel(documents, given);
    const output = at('fitted.safetensors');
    assert.equal((await interrupted(output, 2, given)).code, 'INTERRUPTED');
    writeFileSync(vectors, `${all.length} 8\n${rows.join('\n').replace(/ \S+$/, ' 0.5')}\n`);
    await assert.rejects(resumed(output, given), {
      code: 'INVALID_OPTION',
      message: /not those that the training began/,
    });
    writeFileSync(vectors, `${all.length} 8\n${rows.join('\n')}\n`);
    assertSame(await resumed(output, given), alone);
  });

  it('is not begun again by accident', async () => {
    const output = at('once.safetensors');
    await interrupted(output, 1);
    await assert.rejects(
      interrupted(output, 1).then((error) => Promise.reject(error)),
      {
        code: 'INVALID_OPTION',
        message: /once\.safetensors\.checkpoint holds an interrupted training\. Continue it with `resume`/,
      },
    );
  });

  it('does not go on with other options or another corpus', async () => {
    const output = at('other.safetensors');
    await interrupted(output, 1);
    await assert.rejects(resumed(output, { ...options, window: 3, seed: 9 }), {
      code: 'INVALID_OPTION',
      message: /--window was 5 and is 3, --seed was 1 and is 9\. Give the same options, or delete the file/,
    });
    await assert.rejects(resumed(output, { ...options, kernel: 'typescript' }), {
      message: /--kernel was .* is "typescript"/,
    });
    for (const other of [documents.slice(1), [...documents.slice(1), documents[1]], documents.toReversed()]) {
      await assert.rejects(resumed(output, options, other), {
        code: 'INVALID_CORPUS',
        message: /belongs to a training on another corpus: .* Give the same files in the same order/,
      });
    }
    // What decides nothing but the file may be given again; threads and kernel are those of the beginning.
    const { threads: _, ...rest } = options;
    const { metadata } = await resumed(output, { ...rest, storage: 'int8', corpusName: 'renamed' });
    assert.deepEqual([metadata.training.threads, metadata.corpus.name], [1, 'renamed']);
  });

  it('does not take a model or a damaged file for its checkpoint', async () => {
    const output = at('damaged.safetensors');
    const { model, metadata } = await trainModel(documents, { ...options, epochs: 1 });
    await writeModelFile(`${output}.checkpoint`, model, metadata);
    await assert.rejects(resumed(output), { code: 'INVALID_MODEL', message: /is a model, not a training checkpoint/ });
    writeFileSync(`${output}.checkpoint`, 'damaged');
    await assert.rejects(resumed(output), { code: 'INVALID_MODEL' });
  });

  it('begins at the beginning where nothing was kept yet', async () => {
    const alone = await trainModel(documents, options);
    assertSame(await resumed(at('new.safetensors')), alone);
    assert.ok(existsSync(at('new.safetensors.checkpoint')), 'whoever writes the model removes it');
  });

  it('keeps nothing when it is not to', async () => {
    const output = at('never.safetensors');
    const error = await interrupted(output, 1, options, { checkpoints: { every: 'never', resume: false } });
    assert.match(error.message, /in epoch 2 of 4 and is kept/, 'but for the end');
    const without = at('without.safetensors');
    await trainModel(documents, options, { output: without, checkpoints: { every: 'never', resume: false } });
    assert.ok(!existsSync(`${without}.checkpoint`));
  });

  it('is gone on from by one process alone, and not begun by two', async () => {
    const output = at('two.safetensors');
    const checkpoints = { every: '1epoch', resume: false };
    let second: Promise<unknown> | undefined;
    const first = trainModel(documents, options, {
      output,
      checkpoints,
      onEvent: (event) => {
        if (event.type === 'vocabulary')
          second = trainModel(documents, options, { output, checkpoints }).catch((error: Error) => error);
      },
    });
    await first;
    assert.match(`${await second}`, /two\.safetensors\.checkpoint: process \d+ is writing it/);
    const left = readdirSync(directory).filter((name) => name.includes('two'));
    assert.deepEqual(left, ['two.safetensors.checkpoint']);
  });

  it('is not gone on from where its file is damaged, with what to do', async () => {
    const output = at('damaged.safetensors');
    writeFileSync(`${output}.checkpoint`, 'x');
    await assert.rejects(resumed(output), {
      code: 'INVALID_MODEL',
      message: /cannot continue from this checkpoint: delete it to start over/,
    });
  });

  it('tells no progress while no epoch is running', async () => {
    const told: TrainEvent[] = [];
    await trainModel(
      documents,
      { ...options, epochs: 2 },
      {
        output: at('between.safetensors'),
        checkpoints: { every: '1epoch', resume: false },
        onEvent: (event) => {
          told.push(event);
          // Long enough for progress to be due when the checkpoint is written.
          if (event.type === 'epoch') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1100);
        },
      },
    );
    for (const event of told) {
      if (event.type === 'progress') assert.ok(event.epoch <= 2 && event.share < 1, JSON.stringify(event));
    }
  });

  it('trains on when a checkpoint cannot be written', async () => {
    const place = at('full');
    const warnings: string[] = [];
    const { mkdirSync, rmSync } = await import('node:fs');
    mkdirSync(place);
    const output = join(place, 'm.safetensors');
    const trained = await trainModel(documents, options, {
      output,
      checkpoints: { every: '1epoch', resume: false },
      onEvent: (event) => {
        if (event.type === 'memory') rmSync(place, { recursive: true });
        if (event.type === 'warning') warnings.push(event.message);
      },
    });
    assert.match(warnings[0], /^No checkpoint: Cannot write/);
    assertSame(trained, await trainModel(documents, options));
  });
});

test('trainings killed at random moments go on to the same bits', { skip: process.platform === 'win32' }, async () => {
  const { default: kills } = await import(pathToFileURL(join(root, 'scripts/soak/rows/kills-training.mjs')).href);
  assert.match((await kills(0.05)).value, /^2 /);
});

test('writers killed at random moments leave a whole file', { skip: process.platform === 'win32' }, async () => {
  const { default: kills } = await import(pathToFileURL(join(root, 'scripts/soak/rows/kills-writing.mjs')).href);
  assert.match((await kills(0.1)).value, /^3 /);
});

test('a corpus that trains nothing is refused with the reason', async () => {
  const single = Array.from({ length: 50 }, (_, d) => `w${d % 5}`);
  const nothing = {
    code: 'INVALID_CORPUS',
    message: /trains nothing: none of its \d+ documents has two words of the vocabulary of 5 words/,
  };
  await assert.rejects(trainModel(single, options), nothing);
  const { dim: _, epochs: _e, subsample: _s, ...counting } = options;
  await assert.rejects(trainCooccurrence(single, counting), nothing);
  // Every word of so small a corpus is frequent, and frequent words are dropped.
  await assert.rejects(trainModel(['a b c', 'b c a'], { ...options, heldOut: 0, subsample: 1e-9 }), {
    code: 'INVALID_CORPUS',
    message:
      /trained nothing: of its 6 tokens, `subsample` 1e-9 left no two side by side in 4 epochs\. .*`subsample` 0/,
  });
});

test('a handful of short lines, which leave the model where it began, are refused, and more of them are not', async () => {
  const lines = (count: number) => documents.slice(0, count).map((line) => line.slice(0, 20));
  for (const count of [1, 2, 3]) {
    await assert.rejects(trainModel(lines(count), { ...options, heldOut: 0 }), {
      code: 'INVALID_CORPUS',
      message: /trained nothing: after \d+ pairs of words in 4 epochs the model says of every word what it said before/,
    });
  }
  for (const [count, epochs] of [
    [10, 400],
    [200, 4],
  ]) {
    const { model } = await trainModel(lines(count), { ...options, heldOut: 0, epochs });
    assert.ok(model.vocabulary.words.length > 2);
  }
});

test('a corpus that trains hardly anything, or is in another language, is warned of', async () => {
  const warningsOf = async (from: string[], given: TrainOptions) => {
    const warnings: string[] = [];
    await trainModel(from, given, {
      onEvent: (event) => {
        if (event.type === 'warning') warnings.push(event.message);
      },
    });
    return warnings.join('\n');
  };
  const many = Array.from({ length: 300 }, (_, d) => `rare${d}`).join(' ');
  const thin = { ...options, epochs: 1, heldOut: 0, subsample: 1e-6, learningRate: 10 };
  assert.match(await warningsOf([many, 'a b'], thin), /Only \d+ pairs of words .*hardly more than random/);
  const english = Array.from({ length: 30 }, () => 'the sun is a star and the planets move around it');
  assert.match(await warningsOf(english, { ...options, tokenizer: 'jieba' }), /`tokenizer` wink for English/);
  assert.equal(await warningsOf(english, { ...options, tokenizer: 'wink' }), '');
});

test('the kernel is kept in the file, and --deterministic takes the one that is the same everywhere', async () => {
  const deterministic = await trainModel(documents, { ...options, deterministic: true });
  assert.deepEqual(
    [deterministic.metadata.training.kernel, deterministic.metadata.training.deterministic],
    ['wasm', true],
  );
  const named = await trainModel(documents, { ...options, deterministic: true, kernel: 'typescript' });
  assert.equal(named.metadata.training.kernel, 'typescript');
  const path = join(temporaryDirectory(), 'kernel.safetensors');
  await writeModelFile(path, named.model, named.metadata);
  assert.equal((await readModelFile(path)).metadata.training.kernel, 'typescript');
  assert.equal(readdirSync(join(path, '..')).length, 1);
});

test('a signal ends the wait for a document that does not come', async () => {
  const controller = new AbortController();
  async function* silent() {
    yield '太阳 恒星';
    setImmediate(() => controller.abort());
    await new Promise(() => {});
  }
  const options = { tokenizer: 'whitespace', threads: 1 } as const;
  await assert.rejects(trainModel(silent(), options, { signal: controller.signal }), { code: 'INTERRUPTED' });
});
