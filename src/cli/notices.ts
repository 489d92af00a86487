import type { ManyResult } from '../node.js';
import type { CommandIo } from './io.js';

/** Prints what is to be known of keywords on standard error, of many texts once. */
export function noticesTo({ stderr }: CommandIo): (result: ManyResult) => void {
  const printed = new Set<string>();
  return (result) => {
    if ('error' in result || result.notice === undefined || printed.has(result.notice)) return;
    printed.add(result.notice);
    stderr.write(`telltale: ${result.notice}\n`);
  };
}
