import { KeywordError } from '../errors.js';

/** How often a training is kept. */
export interface CheckpointInterval {
  /** Seconds between two checkpoints; infinite when time does not matter. */
  readonly seconds: number;
  /** Epochs between two checkpoints; infinite when they do not matter. */
  readonly epochs: number;
}

const unitSeconds: Record<string, number> = { s: 1, m: 60, h: 3600 };

/**
 * Reads how often a training is to be kept: a time (`90s`, `10m`, `2h`), a number of epochs (`1epoch`, `5epochs`), both
 * with a comma between, or `never`.
 *
 * @throws KeywordError INVALID_OPTION
 */
export function parseCheckpointInterval(text: string): CheckpointInterval {
  let seconds = Number.POSITIVE_INFINITY;
  let epochs = Number.POSITIVE_INFINITY;
  if (text === 'never') return { seconds, epochs };
  for (const part of text.split(',')) {
    const [, digits, unit] = /^\s*(\d{1,9})\s*(s|m|h|epochs?)\s*$/.exec(part) ?? [];
    const count = Number(digits);
    if (!(count > 0)) {
      throw new KeywordError(
        'INVALID_OPTION',
        `checkpointEvery must be a time (90s, 10m, 2h), a number of epochs (1epoch), both (1epoch,10m) or never, got ${JSON.stringify(text)}.`,
        { option: 'checkpointEvery' },
      );
    }
    if (unit.startsWith('epoch')) epochs = count;
    else seconds = count * unitSeconds[unit];
  }
  return { seconds, epochs };
}
