// What the results were measured on.
import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

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
