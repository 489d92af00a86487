import { it } from 'node:test';
import { KeywordError } from '../../packages/core/dist/errors.js';
import { chooseKernel } from '../../packages/core/dist/kernel/choose-kernel.js';
import type { Kernel } from '../../packages/core/dist/kernel/kernel.js';
import { nativeKernel, nativeVariants } from '../../packages/core/dist/node/platform/native-kernel.js';
import { testScoring } from './scoring.suite.js';
import { testTraining } from './training.suite.js';

const kernels: Record<string, () => Kernel> = {
  typescript: () => chooseKernel('typescript'),
  wasm: () => chooseKernel('wasm'),
  'wasm-relaxed': () => chooseKernel('wasm-relaxed'),
};
try {
  for (const variant of nativeVariants()) kernels[`native, ${variant}`] = () => nativeKernel(variant);
} catch {
  kernels.native = () => nativeKernel();
}

for (const [name, make] of Object.entries(kernels)) {
  try {
    const kernel = make();
    testTraining(name, kernel);
    testScoring(name, kernel);
  } catch (error) {
    if (!(error instanceof KeywordError)) throw error;
    it(`kernel ${name}`, { skip: error.message }, () => {});
  }
}
