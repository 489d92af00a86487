// What the results were measured on.
import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { setTimeout } from 'node:timers/promises';

const SECONDS = 3;

/** The share of all cores that others take while nothing is done here. */
export async function othersShare() {
  const before = times();
  await setTimeout(1000 * SECONDS);
  const after = times();
  return 1 - (after.idle - before.idle) / (after.all - before.all);
}

function times() {
  const each = cpus().map(({ times }) => times);
  const sum = (values) => values.reduce((a, b) => a + b, 0);
  return { idle: sum(each.map(({ idle }) => idle)), all: sum(each.flatMap((one) => Object.values(one))) };
}

export const loadAverage = () => Number(loadavg()[0].toFixed(2));

export function describeMachine() {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    compiler: firstLine('gcc', ['--version']),
    commit: firstLine('git', ['rev-parse', '--short', 'HEAD']),
  };
}

function firstLine(command, args) {
  const { stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return stdout?.split('\n')[0] ?? '';
}
