import { counted, type TrainEvent } from '@telltale/core';
import { libraryInChinese } from '../messages/chinese.js';
import { inFlags } from './in-flags.js';
import type { CommandIo } from './io.js';

/** Seconds between two plain progress lines, so that a log stays readable. */
const PLAIN_INTERVAL = 10;

/** Prints training events: JSON lines, plain lines, or on a terminal a line that is rewritten. */
export function progressReporter(mode: string, { stderr, language }: CommandIo): (event: TrainEvent) => void {
  const describe = language === 'zh' ? describeInChinese : describeInEnglish;
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

function describeInEnglish(event: TrainEvent): string {
  switch (event.type) {
    case 'corpus':
      return `Read ${counted(event.documents, 'document')}, ${counted(event.tokens, 'token')} in ${duration(event.seconds)}${event.done ? '.' : ' …'}`;
    case 'vocabulary':
      return `Vocabulary: ${counted(event.words, 'word')}, ${counted(event.tokens, 'token')} of ${counted(event.documents, 'document')}; ${counted(event.heldOutDocuments, 'document')} held out.`;
    case 'memory':
      return `Memory: about ${mebibytes(event.total)} (vectors ${mebibytes(event.vectors)}), token ids on disk ${mebibytes(event.disk)}; kernel ${event.kernel}, ${counted(event.threads, 'thread')}.`;
    case 'pairs':
      return `Counted the neighbours of ${(event.share * 100).toFixed(1)} % of the words in ${duration(event.seconds)}, kept ${counted(event.pairs, 'pair')}${event.done ? '.' : ' …'}`;
    case 'warning':
      return `Warning: ${inFlags(event.message)}`;
    case 'resumed':
      return `Going on from ${event.path}: epoch ${event.epoch}/${event.epochs}, ${counted(event.tokens, 'token')} of it done.`;
    case 'progress':
      return `Epoch ${event.epoch}/${event.epochs}: ${(event.share * 100).toFixed(1)} %, ${count(Math.round(event.tokensPerSecond))} tokens/s, loss ${event.loss.toFixed(4)}, ${duration(event.secondsLeft)} left`;
    case 'epoch': {
      const { loss, heldOutLogProbability: heldOut } = event;
      // No pair of a tiny corpus may have been drawn.
      const said = [
        ...(Number.isNaN(loss) ? [] : [`loss ${loss.toFixed(4)}`]),
        ...(Number.isNaN(heldOut) ? [] : [`held-out log p ${heldOut.toFixed(4)}`]),
      ];
      const nats = said.length ? `: ${said.join(', ')} nats per pair` : '';
      return `Epoch ${event.epoch}/${event.epochs} done after ${duration(event.seconds)}${nats}.`;
    }
  }
}

function describeInChinese(event: TrainEvent): string {
  switch (event.type) {
    case 'corpus':
      return `已读 ${count(event.documents)} 篇文档、${count(event.tokens)} 个词，用时 ${duration(event.seconds)}${event.done ? '。' : ' ……'}`;
    case 'vocabulary':
      return `词表：${count(event.words)} 个词，取自 ${count(event.documents)} 篇文档的 ${count(event.tokens)} 个词；留出 ${count(event.heldOutDocuments)} 篇。`;
    case 'memory':
      return `内存：约 ${mebibytes(event.total)}（向量 ${mebibytes(event.vectors)}），磁盘上的词编号 ${mebibytes(event.disk)}；内核 ${event.kernel}，${event.threads} 个线程。`;
    case 'pairs':
      return `已统计 ${(event.share * 100).toFixed(1)} % 的词的邻词，用时 ${duration(event.seconds)}，保留 ${count(event.pairs)} 对${event.done ? '。' : ' ……'}`;
    case 'warning':
      return `警告：${inFlags(libraryInChinese(event.message))}`;
    case 'resumed':
      return `从 ${event.path} 接着训练：第 ${event.epoch}/${event.epochs} 遍，其中 ${count(event.tokens)} 个词已完成。`;
    case 'progress':
      return `第 ${event.epoch}/${event.epochs} 遍：${(event.share * 100).toFixed(1)} %，每秒 ${count(Math.round(event.tokensPerSecond))} 个词，损失 ${event.loss.toFixed(4)}，还需 ${duration(event.secondsLeft)}`;
    case 'epoch': {
      const { loss, heldOutLogProbability: heldOut } = event;
      const said = [
        ...(Number.isNaN(loss) ? [] : [`损失 ${loss.toFixed(4)}`]),
        ...(Number.isNaN(heldOut) ? [] : [`留出文档 log p ${heldOut.toFixed(4)}`]),
      ];
      const nats = said.length ? `：${said.join('，')}（奈特每对）` : '';
      return `第 ${event.epoch}/${event.epochs} 遍完成，用时 ${duration(event.seconds)}${nats}。`;
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
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
