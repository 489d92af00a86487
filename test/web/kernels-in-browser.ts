// Runs the suites of the kernels in a browser and leaves a report; kernels.test.ts bundles it with shims for node:test
// and node:assert.
import { chooseKernel } from '../../packages/core/dist/kernel/choose-kernel.js';
import { testScoring } from '../kernel/scoring.suite.js';
import { testTraining } from '../kernel/training.suite.js';
import { results, run } from './shims/test.js';

const names = ['typescript', 'wasm', 'wasm-relaxed'] as const;
const calls: Record<string, number> = {};
let under = '';

// Counts what is called in WebAssembly.
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(Instance, args: ConstructorParameters<typeof WebAssembly.Instance>) {
    const { exports } = new Instance(...args);
    const counted = Object.entries(exports).map(([name, value]) => {
      if (typeof value !== 'function') return [name, value];
      const count = (...given: unknown[]) => {
        calls[under]++;
        return value(...given);
      };
      return [name, count];
    });
    return { exports: Object.fromEntries(counted) };
  },
});

for (const name of names) {
  under = name;
  calls[name] = 0;
  const kernel = chooseKernel(name);
  testTraining(name, kernel);
  testScoring(name, kernel);
  await run();
}
Object.assign(globalThis, { report: { ...results, calls, chosen: chooseKernel().name } });
