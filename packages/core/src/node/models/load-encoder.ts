import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Encoder } from '../../encoder/encoder.js';
import { KeywordError } from '../../errors.js';
import { readEncoderFolder } from '../../formats/encoder-folder.js';
import { type EncoderPackages, openEncoder } from '../../formats/open-encoder.js';
import { fileError } from '../files/read-text-file.js';
import { importPackage } from '../platform/import-package.js';
import { installedPackage } from '../platform/package-files.js';

/** Packages that run encoders: none is a dependency, for most users need none. The first that is installed is used. */
const runtimes = ['onnxruntime-node', 'onnxruntime-web'];
const TOKENIZERS = '@huggingface/tokenizers';
const purpose = { en: 'An encoder', zh: '编码器' };

/**
 * Loads an encoder of sentences from its folder, or from the package @telltale/encoder-NAME.
 *
 * @param name a folder as sentence-transformers writes it, or the name of an installed encoder such as `en`
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_MODEL, UNSUPPORTED_MODEL, PACKAGE_MISSING
 * @example
 * const encoder = await loadEncoder('en');
 * await analyzeKeywordsWithEncoder(await loadModel('en'), encoder, 'The telescope shows a moon.');
 */
export async function loadEncoder(name: string): Promise<Encoder> {
  const folder = resolveEncoder(name);
  const files = await readEncoderFolder(folder, (file) => readIfThere(join(folder, file)));
  const { Tokenizer } = (await importPackage([TOKENIZERS], purpose)) as Pick<EncoderPackages, 'Tokenizer'>;
  const runtime = (await importPackage(runtimes, purpose)) as EncoderPackages['runtime'];
  return openEncoder(folder, files, { runtime, Tokenizer }, { intraOpNumThreads: 1 });
}

/** The folder of an encoder. Throws FILE_NOT_FOUND when there is none. */
export function resolveEncoder(name: string): string {
  if (existsSync(name) && statSync(name).isDirectory()) return name;
  if (/^[\w-]+$/.test(name)) {
    const folder = installedPackage(`@telltale/encoder-${name}`);
    // In the repository the package is there before its network is made.
    if (folder !== undefined && existsSync(join(folder, 'model.onnx'))) return folder;
  }
  throw new KeywordError(
    'FILE_NOT_FOUND',
    `There is no encoder ${JSON.stringify(name)}. Expected a folder with model.onnx and tokenizer.json, or the name of an installed encoder (npm install @telltale/encoder-en or @telltale/encoder-zh; docs/encoder.md says how to make them).`,
  );
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw fileError(path, cause);
  }
}
