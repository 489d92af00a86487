// Trainings are killed at random moments and go on with --resume; the models must be those of trainings left alone.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, main, randomOf, runAndSignal, share } from '../support.mjs';

const KILLS = 20;
const signals = ['SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGINT'];
const modes = [
  ['--threads', '1'],
  ['--threads', '2', '--deterministic'],
];

export default async function killsInTraining(budget, seed = 1) {
  const random = randomOf(seed);
  let killed = 0;
  let resumed = 0;
  await inFolder(async (folder) => {
    const corpus = join(folder, 'corpus.txt');
    writeFileSync(corpus, corpusOf(random));
    for (const mode of modes) {
      const wanted = share(KILLS / modes.length, budget);
      const place = join(folder, 'model.safetensors');
      const train = (output) => [
        ...[main, 'train', corpus, '-o', output, '--tokenizer', 'whitespace', '--normalization', 'none', '--resume'],
        ...['--dim', '8', '--epochs', '2', '--progress', 'plain', '--checkpoint-every', '1epoch,1s', ...mode],
      ];
      const started = performance.now();
      const alone = await runAndSignal(train(place));
      if (alone.code !== 0) throw new Error(alone.stderr);
      const duration = performance.now() - started;
      const expected = readFileSync(place);
      for (let kills = 0; kills < wanted; ) {
        rmSync(place);
        // As many kills as there are left meet one training; then it may end.
        for (;;) {
          const signal = kills < wanted ? signals[Math.floor(random() * signals.length)] : undefined;
          const run = await runAndSignal(train(place), signal, random() * duration);
          if (run.stderr.includes('Going on from')) resumed++;
          if (run.code === 0) break;
          if (!run.signalled) throw new Error(run.stderr);
          if (run.code === 2 && !/stopped/.test(run.stderr)) throw new Error(run.stderr);
          kills++;
        }
        if (!readFileSync(place).equals(expected))
          throw new Error(`${mode.join(' ')}: another model after ${kills} kills`);
        const left = readdirSync(folder).sort().join(' ');
        if (left !== 'corpus.txt model.safetensors') throw new Error(`left behind: ${left}`);
      }
      killed += wanted;
      rmSync(place);
    }
  });
  const value = `${killed} (SIGKILL, SIGTERM and SIGINT; ${resumed} runs went on from a checkpoint)`;
  return { row: 'kills survived in training, models bit-equal to those left alone', value };
}

/** Documents in two topics; enough for several merges of replicas in an epoch. */
function corpusOf(random) {
  const lines = [];
  for (let d = 0; d < 17_000; d++) {
    const words = Array.from({ length: 20 }, () => `w${(d % 2) * 100 + Math.floor(random() ** 2 * 100)}`);
    lines.push(words.join(' '));
  }
  return `${lines.join('\n')}\n`;
}
