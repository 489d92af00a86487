import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KeywordError } from '../../packages/core/dist/errors.js';
import { chooseKernel } from '../../packages/core/dist/kernel/choose-kernel.js';
import { type KernelName, kernelNames } from '../../packages/core/dist/kernel/kernel.js';
import { relaxedModule, simdModule } from '../../packages/core/dist/kernel/wasm-bytes.js';
import { nativeVariants, registerNativeKernel } from '../../packages/core/dist/node/platform/native-kernel.js';
import { startTraining, zipfTree } from './sample-trainings.js';

// TypeScript knows the WebAssembly namespace only together with the whole DOM.
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { Instance: unknown; validate(bytes: Uint8Array): boolean };
};

/** Runs `work` and lists the exported functions of WebAssembly modules it called. */
function calledExports(work: () => void): string[] {
  const called: string[] = [];
  const Original = WebAssembly.Instance as new (module: object, imports: object) => { exports: object };
  WebAssembly.Instance = class {
    readonly exports: object;
    constructor(module: object, imports: object) {
      const { exports } = new Original(module, imports);
      this.exports = Object.fromEntries(
        Object.entries(exports).map(([name, item]) => [
          name,
          typeof item === 'function' ? (...args: unknown[]) => called.push(name) && item(...args) : item,
        ]),
      );
    }
  };
  try {
    work();
  } finally {
    WebAssembly.Instance = Original;
  }
  return called;
}

function trainOn(name: KernelName): void {
  const { workers } = startTraining(chooseKernel(name), zipfTree(10), { dim: 4, window: 2 });
  workers[0].train(Int32Array.of(1, 2, 3), 0.05, 1);
}

const relaxedRuns = WebAssembly.validate(Buffer.from(relaxedModule, 'base64'));

describe('chooseKernel', () => {
  it('takes the fastest kernel there is', () => {
    const runs = kernelNames.filter((name) => {
      try {
        return chooseKernel(name);
      } catch {
        return false;
      }
    });
    assert.equal(chooseKernel().name, runs.at(-1));
    assert.ok(runs.includes('wasm'));
  });

  it('never answers a name with another kernel', () => {
    for (const name of kernelNames) {
      try {
        assert.equal(chooseKernel(name).name, name);
      } catch (error) {
        assert.ok(error instanceof KeywordError && error.code === 'KERNEL_UNAVAILABLE');
        assert.ok(error.message.includes(name));
      }
    }
  });

  it('runs WebAssembly when it says so, and only then', () => {
    assert.ok(calledExports(() => trainOn('wasm')).includes('train'));
    assert.deepEqual(
      calledExports(() => trainOn('typescript')),
      [],
    );
  });

  it('has SIMD instructions in the modules, relaxed ones in one of them', () => {
    // f32x4.mul is fd e6 01, f32x4.relaxed_madd fd 85 02.
    const modules = [simdModule, relaxedModule].map((base64) => Buffer.from(base64, 'base64'));
    const multiply = Buffer.of(0xfd, 0xe6, 0x01);
    const relaxedMultiplyAdd = Buffer.of(0xfd, 0x85, 0x02);
    for (const bytes of modules) assert.ok(bytes.includes(multiply));
    assert.deepEqual(
      modules.map((bytes) => bytes.includes(relaxedMultiplyAdd)),
      [false, true],
    );
  });

  it('takes the relaxed build where the runtime can run it', { skip: !relaxedRuns && 'no relaxed SIMD here' }, () => {
    assert.ok(calledExports(() => trainOn('wasm-relaxed')).includes('train'));
  });

  it('knows the native kernel once it is registered, built or not', () => {
    registerNativeKernel();
    try {
      assert.equal(chooseKernel('native').name, 'native');
      assert.ok(nativeVariants().length > 0);
      assert.equal(chooseKernel().name, 'native');
    } catch (error) {
      assert.ok(error instanceof KeywordError && error.code === 'KERNEL_UNAVAILABLE', String(error));
      assert.match(error.message, /telltale native build|Build it again/);
    }
  });

  it('says what to do where the runtime cannot', { skip: relaxedRuns && 'relaxed SIMD runs here' }, () => {
    assert.throws(() => chooseKernel('wasm-relaxed'), { code: 'KERNEL_UNAVAILABLE', message: /Node 22/ });
  });
});

describe('memory', () => {
  it('of more than 4 GiB is refused by WebAssembly, which names the kernels that can have it', () => {
    const shape = {
      ...{ vocabularySize: 4_000_000, dim: 300, pathLength: 80_000_000, maxPathLength: 30, window: 5 },
      ...{ chunkLength: 10_000, threads: 1, frozenInputs: false },
    };
    assert.throws(
      () => chooseKernel('wasm').allocateTraining(shape),
      (error) =>
        error instanceof KeywordError && error.code === 'OUT_OF_MEMORY' && /4 GiB.*"native"/.test(error.message),
    );
  });
});
