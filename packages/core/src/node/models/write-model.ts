import { type EncodeOptions, encodeModel } from '../../formats/telltale/model-file.js';
import type { CooccurrenceModel } from '../../model/cooccurrence.js';
import type { ModelMetadata } from '../../model/metadata.js';
import type { SkipGramModel } from '../../model/skip-gram.js';
import { writeFileAtomically } from '../files/write-file.js';
import { sha256 } from './model-files.js';

/**
 * Writes a model file whole or not at all.
 *
 * @throws KeywordError INVALID_MODEL as {@link encodeModel}; WRITE_FAILED or INTERRUPTED as
 *   {@link writeFileAtomically}
 */
export async function writeModelFile(
  path: string,
  model: SkipGramModel | CooccurrenceModel,
  metadata: ModelMetadata,
  options: Pick<EncodeOptions, 'storage' | 'shardCounts'> & { readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const chunks = await encodeModel(model, metadata, {
    storage: options.storage,
    shardCounts: options.shardCounts,
    sha256,
  });
  await writeFileAtomically(path, chunks, { signal: options.signal });
}
