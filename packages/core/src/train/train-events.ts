/**
 * What a training reports while it runs. Losses are means of −log p per pair in nats, summed in double precision and
 * restarted each epoch; seconds are wall time since the training began, unless noted.
 */
export type TrainEvent =
  /** The corpus is being cut into words; `done` on the last one. */
  | { type: 'corpus'; documents: number; tokens: number; seconds: number; done: boolean }
  /** The vocabulary is complete. `tokens` of the corpus are in it, `heldOutDocuments` are kept out of training. */
  | { type: 'vocabulary'; words: number; tokens: number; documents: number; heldOutDocuments: number }
  /** What will be allocated now, in bytes: the vectors, all memory, and the token ids on disk. */
  | { type: 'memory'; vectors: number; total: number; disk: number; kernel: string; threads: number }
  /** Co-occurrences are being counted: `share` of the words are done, with so many pairs; `done` on the last one. */
  | { type: 'pairs'; share: number; pairs: number; seconds: number; done: boolean }
  /** Something that a person should know. */
  | { type: 'warning'; message: string }
  /** The training goes on where it was interrupted: in this epoch (from 1), of whose tokens so many were done. */
  | { type: 'resumed'; epoch: number; epochs: number; tokens: number; path: string }
  /** About once a second. `secondsLeft` is for all epochs together. */
  | {
      type: 'progress';
      epoch: number;
      epochs: number;
      share: number;
      tokensPerSecond: number;
      secondsLeft: number;
      loss: number;
    }
  /** An epoch (from 1) is over. `heldOutLogProbability` is NaN without held-out documents. */
  | {
      type: 'epoch';
      epoch: number;
      epochs: number;
      tokens: number;
      pairs: number;
      loss: number;
      heldOutLogProbability: number;
      seconds: number;
    };
