import { KeywordError } from '../../errors.js';
import type { DecodedModel } from '../../formats/telltale/model-file.js';
import type { ModelMetadata } from '../../model/metadata.js';
import type { SkipGramModel } from '../../model/skip-gram.js';
import { ShardAverage } from '../../train/average.js';
import { checkDifferent } from '../files/check-output.js';
import { readModelFile } from '../models/model-files.js';
import type { TrainedModel } from './training-run.js';

/**
 * One model of the models trained on the shards of a corpus; see {@link ShardAverage}.
 *
 * @param start file of the model that the shards were trained from
 * @param paths files of {@link TrainedShard}s, all of the same epoch, one at least
 * @throws KeywordError INVALID_OPTION when a file is named twice; INVALID_MODEL when one is not a shard, or of another
 *   training; and as readModelFile
 */
export async function averageShards(start: string, paths: readonly string[]): Promise<TrainedModel> {
  checkDifferent(paths);
  const base = await readModelFile(start);
  const average = new ShardAverage(base.model);
  let metadata: ModelMetadata | undefined;
  for (const path of paths) {
    const shard = await readShard(path);
    checkSameTraining(base.model, shard.model, start, path);
    metadata ??= shard.metadata;
    if (JSON.stringify(metadata.training) !== JSON.stringify(shard.metadata.training)) {
      throw mismatch(path, paths[0], 'options or epoch differ');
    }
    average.add(shard.model, shard.shardCounts);
  }
  return { model: average.finish(), metadata: metadata! };
}

async function readShard(path: string): Promise<DecodedModel & { readonly shardCounts: Float64Array }> {
  const decoded = await readModelFile(path);
  if (!decoded.shardCounts) {
    throw new KeywordError(
      'INVALID_MODEL',
      `${path} is a complete model, not a shard. Give a file that telltale train-shard wrote.`,
    );
  }
  return { ...decoded, shardCounts: decoded.shardCounts };
}

function checkSameTraining(a: SkipGramModel, b: SkipGramModel, start: string, path: string): void {
  const same =
    a.inputVectors.columns === b.inputVectors.columns &&
    a.vocabulary.words.length === b.vocabulary.words.length &&
    a.vocabulary.words.every((word, w) => word === b.vocabulary.words[w]) &&
    a.tree.nodes.length === b.tree.nodes.length &&
    a.tree.nodes.every((node, i) => node === b.tree.nodes[i]);
  if (!same) throw mismatch(path, start, 'vocabulary, tree or length of vectors differ');
}

function mismatch(path: string, other: string, reason: string): KeywordError {
  return new KeywordError(
    'INVALID_MODEL',
    `${path} and ${other} belong to different trainings: ${reason}. Average the shards of one epoch with the model they started from.`,
  );
}
