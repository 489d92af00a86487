import { counted, type TrainEvent } from '../node.js';
import type { CommandIo } from './io.js';

/** Seconds between two plain progress lines, so that a log stays readable. */
const PLAIN_INTERVAL = 10;

/** Prints training events: JSON lines, plain lines, or on a terminal a line that is rewritten. */
export function progressReporter(mode: string, stderr: CommandIo['stderr']): (event: TrainEvent) => void {
  if (mode === 'none') {
    return (event) => {
      if (event.type === 'warning') stderr.write(`${describe(event)}\n`);
    };
  }
  if (mode === 'json') return (event) => stderr.write(`${JSON.stringify(event)}\n`);
  if (mode === 'auto' && stderr.isTTY) {
    return (event) => stderr.write(`\r\u001b[K${describe(event)}${isPassing(event) ? '' : '\n'}`);
  }
  let lastPlain = performance.now();
  return (event) => {
    if (isPassing(event)) {
      if (performance.now() - lastPlain < PLAIN_INTERVAL * 1000) return;
      lastPlain = performance.now();
    }
    stderr.write(`${describe(event)}\n`);
  };
}

/** Whether the next event of the same kind replaces this one. */
function isPassing(event: TrainEvent): boolean {
  return event.type === 'progress' || ('done' in event && !event.done);
}

function describe(event: TrainEvent): string {
  switch (event.type) {
    case 'corpus':
      return `Read ${counted(event.documents, 'document')}, ${counted(event.tokens, 'token')} in ${duration(event.seconds)}${event.done ? '.' : ' …'}`;
    case 'vocabulary':
      return `Vocabulary: ${count(event.words)} words, ${count(event.tokens)} tokens of ${count(event.documents)} documents; ${count(event.heldOutDocuments)} documents held out.`;
    case 'memory':
      return `Memory: about ${mebibytes(event.total)} (vectors ${mebibytes(event.vectors)}), token ids on disk ${mebibytes(event.disk)}; kernel ${event.kernel}, ${event.threads} threads.`;
    case 'pairs':
      return `Counted the neighbours of ${(event.share * 100).toFixed(1)} % of the words in ${duration(event.seconds)}, kept ${count(event.pairs)} pairs${event.done ? '.' : ' …'}`;
    case 'warning':
      return `Warning: ${event.message}`;
    case 'resumed':
      return `Going on from ${event.path}: epoch ${event.epoch}/${event.epochs}, ${count(event.tokens)} tokens of it done.`;
    case 'progress':
      return `Epoch ${event.epoch}/${event.epochs}: ${(event.share * 100).toFixed(1)} %, ${count(Math.round(event.tokensPerSecond))} tokens/s, loss ${event.loss.toFixed(4)}, ${duration(event.secondsLeft)} left`;
    case 'epoch': {
      const heldOut = Number.isNaN(event.heldOutLogProbability)
        ? ''
        : `, held-out log p ${event.heldOutLogProbability.toFixed(4)}`;
      return `Epoch ${event.epoch}/${event.epochs} done after ${duration(event.seconds)}: loss ${Number.isNaN(event.loss) ? 'unknown' : event.loss.toFixed(4)}${heldOut} nats per pair.`;
    }
  }
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

function mebibytes(bytes: number): string {
  return `${count(Math.ceil(bytes / 2 ** 20))} MiB`;
}

/** 75 → "1 min 15 s". */
function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '?';
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${Math.round(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
