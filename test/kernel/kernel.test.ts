import { it } from 'node:test';
import { KeywordError } from '../../dist/errors.js';
import { chooseKernel } from '../../dist/kernel/choose-kernel.js';
import { kernelNames } from '../../dist/kernel/kernel.js';
import { testScoring } from './scoring.suite.js';
import { testTraining } from './training.suite.js';

for (const name of kernelNames) {
  try {
    const kernel = chooseKernel(name);
    testTraining(kernel);
    testScoring(kernel);
  } catch (error) {
    if (!(error instanceof KeywordError)) throw error;
    it(`kernel ${name}`, { skip: error.message }, () => {});
  }
}
