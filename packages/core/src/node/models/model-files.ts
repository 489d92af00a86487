import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { quoted } from '../../check-options.js';
import { KeywordError } from '../../errors.js';
import type { Sha256 } from '../../formats/bytes/checksum.js';
import {
  type AnyDecodedModel,
  type DecodedModel,
  type DecodeOptions,
  decodeAnyModel,
} from '../../formats/telltale/model-file.js';
import { hasVectors, isEmbedded } from '../../text/language.js';
import { installedModels, installedPackage, vectorFolder } from '../platform/package-files.js';

/** Bytes read or hashed at once; neither call takes more than 2 GiB. */
const pieceLength = 2 ** 28;

/** SHA-256 without a copy of the bytes. */
export const sha256: Sha256 = (chunks) => {
  const hash = createHash('sha256');
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += pieceLength) hash.update(chunk.subarray(at, at + pieceLength));
  }
  return hash.digest('hex');
};

/** How {@link readModelFile} reads. */
export interface ReadModelOptions {
  /** Compare the file with its checksum; true if left out. */
  readonly verify?: boolean | undefined;
  /** As {@link DecodeOptions} has it. */
  readonly isSound?: boolean | undefined;
  /** Keep the bytes in a SharedArrayBuffer, so that worker threads can use the model without a copy. */
  readonly shared?: boolean | undefined;
}

/**
 * Reads a whole model file at once; its vectors stay where the file was read to.
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, OUT_OF_MEMORY, and what {@link decodeAnyModel} throws
 */
export async function readAnyModelFile(path: string, options: ReadModelOptions = {}): Promise<AnyDecodedModel> {
  return decodeModelBytes(await readModelBytes(path, options), path, options);
}

/**
 * {@link readAnyModelFile} where only a skip-gram model will do.
 *
 * @throws KeywordError also UNSUPPORTED_MODEL for co-occurrence counts
 */
export async function readModelFile(path: string, options: ReadModelOptions = {}): Promise<DecodedModel> {
  const decoded = await readAnyModelFile(path, options);
  if (decoded.estimator === 'hierarchical-softmax') return decoded;
  throw noVectors(path);
}

/** Says that co-occurrence counts will not do. */
export function noVectors(path: string): KeywordError {
  return new KeywordError(
    'UNSUPPORTED_MODEL',
    `${path} holds co-occurrence counts, no word vectors, which this needs. Use a model trained with \`estimator\` hierarchical-softmax.`,
  );
}

/** {@link decodeAnyModel} of bytes read from `path`, which messages name. */
export async function decodeModelBytes(
  bytes: Uint8Array,
  path: string,
  { verify, isSound }: Pick<DecodeOptions, 'verify' | 'isSound'> = {},
): Promise<AnyDecodedModel> {
  try {
    return await decodeAnyModel(bytes, { verify, isSound, sha256 });
  } catch (error) {
    if (!(error instanceof KeywordError)) throw error;
    throw new KeywordError(error.code, `${path}: ${error.message}`, { cause: error });
  }
}

/** The name that stands for the embedded model of a text's language. */
export const AUTO = 'auto';

/**
 * The path of a model: that of the package `@telltale/model-NAME`, or of the language in `@telltale/vectors`, where it is
 * installed, else `name` itself.
 *
 * @param name an installed model such as `zh`, or a path
 * @throws KeywordError FILE_NOT_FOUND when `name` is neither
 */
export function resolveModel(name: string): string {
  const folder = /^[\w-]+$/.test(name) ? installedPackage(`@telltale/model-${name}`) : undefined;
  if (folder !== undefined) return join(folder, `${name}.safetensors`);
  const vectors = vectorFolder(name);
  if (vectors !== undefined) return vectors;
  if (/[/\\]/.test(name) || existsSync(name)) return name;
  if (name === AUTO) {
    throw new KeywordError(
      'FILE_NOT_FOUND',
      'There is no model "auto": it stands for the model of the language of each text. Name one, such as zh or en.',
      {
        zh: '没有名为 "auto" 的模型：它表示各篇文本语言的模型。请写一个模型的名称，如 zh 或 en。',
      },
    );
  }
  const missing = isEmbedded(name) ? `@telltale/model-${name}` : hasVectors(name) ? '@telltale/vectors' : undefined;
  const install = missing ? ` Run npm install ${missing}.` : '';
  throw new KeywordError(
    'FILE_NOT_FOUND',
    `There is no model ${quoted(name)}. Expected a model of Telltale: the path of a model file, or the name of an installed model: ` +
      `${installedModels().join(', ') || 'none is installed'}.${install}`,
    {
      zh:
        `没有模型 ${quoted(name)}。应为 Telltale 的模型：模型文件的路径，或已安装模型的名称：` +
        `${installedModels().join('、') || '没有安装'}。${missing ? `请运行 npm install ${missing}。` : ''}`,
    },
  );
}

/**
 * Whether a model is one of an installed package: its checksum says that it is as it was published, so that it need not be
 * looked through again each time.
 *
 * @param path {@link resolveModel} of the name
 */
export const isPublished = (name: string, path: string) => path !== name;

/** All bytes of a file. Throws as {@link readModelFile}. */
export async function readModelBytes(
  path: string,
  { shared = false }: Pick<ReadModelOptions, 'shared'> = {},
): Promise<Uint8Array> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new KeywordError('FILE_NOT_FOUND', `There is no file ${path}.`, { cause, zh: `没有文件 ${path}。` });
    }
    throw unreadable(path, (cause as Error).message, cause);
  }
  try {
    const info = await file.stat();
    if (!info.isFile()) throw unreadable(path, 'it is not a regular file');
    const bytes = allocate(path, info.size, shared);
    for (let at = 0; at < bytes.length; ) {
      const { bytesRead } = await file.read(bytes, at, Math.min(pieceLength, bytes.length - at), at);
      if (bytesRead === 0) throw unreadable(path, `it ended after ${at} of ${bytes.length} bytes while being read`);
      at += bytesRead;
    }
    return bytes;
  } catch (cause) {
    if (cause instanceof KeywordError) throw cause;
    throw unreadable(path, (cause as Error).message, cause);
  } finally {
    await file.close();
  }
}

function allocate(path: string, size: number, shared: boolean): Uint8Array {
  try {
    return new Uint8Array(shared ? new SharedArrayBuffer(size) : new ArrayBuffer(size));
  } catch (cause) {
    throw new KeywordError('OUT_OF_MEMORY', `${path} needs ${size} bytes of memory, more than is available.`, {
      cause,
    });
  }
}

function unreadable(path: string, reason: string, cause?: unknown): KeywordError {
  return new KeywordError('FILE_UNREADABLE', `Cannot read ${path}: ${reason}.`, cause ? { cause } : {});
}
