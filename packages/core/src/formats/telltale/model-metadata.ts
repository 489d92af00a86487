import { KeywordError } from '../../errors.js';
import { type ModelMetadata, modelFormatVersion } from '../../model/metadata.js';
import { normalizationNames, type TokenizerDescription, tokenizerNames } from '../../text/tokenizer.js';

/** Metadata as the string → string record of a safetensors header; records are JSON with sorted keys. */
export function metadataToStrings(metadata: ModelMetadata): Record<string, string> {
  const strings: Record<string, string> = {
    format: 'telltale',
    format_version: String(modelFormatVersion),
    tokenizer: sortedJson(metadata.tokenizer),
    training: sortedJson(metadata.training),
    corpus: sortedJson(metadata.corpus),
    licence: metadata.licence,
    source: metadata.source,
  };
  if (metadata.heldOutLogProbability !== undefined) {
    strings.held_out_log_probability = JSON.stringify(metadata.heldOutLogProbability);
  }
  if (metadata.created !== undefined) strings.created = metadata.created;
  // What is refused at reading must not be written.
  metadataFromStrings(new Map(Object.entries(strings)));
  return strings;
}

/**
 * Reads what {@link metadataToStrings} wrote; keys not known here are passed over.
 *
 * @throws KeywordError UNSUPPORTED_MODEL when the file is not ours or of another version; INVALID_MODEL when something
 *   is missing or of the wrong type
 */
export function metadataFromStrings(strings: ReadonlyMap<string, string>): ModelMetadata {
  checkVersion(strings);
  const corpus = parseRecord(strings, 'corpus');
  const held = strings.get('held_out_log_probability');
  const created = strings.get('created');
  return {
    formatVersion: modelFormatVersion,
    tokenizer: parseTokenizer(parseRecord(strings, 'tokenizer')),
    training: parseRecord(strings, 'training'),
    corpus: {
      name: text(corpus, 'corpus', 'name'),
      tokens: count(corpus, 'corpus', 'tokens'),
      documents: count(corpus, 'corpus', 'documents'),
    },
    licence: required(strings, 'licence'),
    source: required(strings, 'source'),
    ...(held === undefined ? {} : { heldOutLogProbability: parseNumber(held, 'held_out_log_probability') }),
    ...(created === undefined ? {} : { created }),
  };
}

function checkVersion(strings: ReadonlyMap<string, string>): void {
  if (strings.get('format') !== 'telltale') {
    throw new KeywordError(
      'UNSUPPORTED_MODEL',
      'This safetensors file is not a Telltale model: its metadata lacks "format": "telltale". ' +
        'Files of other programs must be converted first.',
    );
  }
  const version = required(strings, 'format_version');
  if (version === String(modelFormatVersion)) return;
  throw new KeywordError(
    'UNSUPPORTED_MODEL',
    `The model file has format version ${JSON.stringify(version.slice(0, 20))}, this release reads version ` +
      `${modelFormatVersion}. Use the release that wrote it, or train again.`,
  );
}

type Plain = string | number | boolean;

/**
 * What a file says of a tokenizer.
 *
 * @throws KeywordError INVALID_MODEL, UNSUPPORTED_MODEL
 */
export function parseTokenizer(record: Record<string, unknown>): TokenizerDescription {
  const get = (name: string) => text(record, 'tokenizer', name);
  return {
    name: known(get('name'), tokenizerNames, 'tokenizer'),
    version: get('version'),
    normalization: known(get('normalization'), normalizationNames, 'normalization'),
    dictionaryHash: get('dictionaryHash'),
    locale: get('locale'),
  };
}

function known<T extends string>(value: string, names: readonly T[], what: string): T {
  if ((names as readonly string[]).includes(value)) return value as T;
  throw new KeywordError(
    'UNSUPPORTED_MODEL',
    `The model was trained with the ${what} ${JSON.stringify(value.slice(0, 100))}; this release has ${names.join(', ')}.`,
  );
}

function required(strings: ReadonlyMap<string, string>, key: string): string {
  const value = strings.get(key);
  if (value === undefined) throw invalid(`lacks ${key}`);
  return value;
}

function parseRecord(strings: ReadonlyMap<string, string>, key: string): Record<string, Plain> {
  const record = parseJson(required(strings, key), key);
  if (typeof record !== 'object' || record === null || Array.isArray(record)) throw invalid(`${key} is not an object`);
  for (const [name, value] of Object.entries(record)) {
    if (!['string', 'number', 'boolean'].includes(typeof value)) {
      throw invalid(`${key}.${name.slice(0, 100)} is not a finite number, string or boolean`);
    }
  }
  return record as Record<string, Plain>;
}

function text(record: Readonly<Record<string, unknown>>, key: string, name: string): string {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  if (typeof value !== 'string') throw invalid(`${key}.${name} is not a string`);
  return value;
}

function count(record: Record<string, Plain>, key: string, name: string): number {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw invalid(`${key}.${name} is not a whole number`);
  return value as number;
}

function parseNumber(text: string, key: string): number {
  const value = parseJson(text, key);
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalid(`${key} is not a finite number`);
  return value;
}

function parseJson(text: string, key: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(`${key} is not JSON`, cause);
  }
}

function sortedJson(record: object): string {
  return JSON.stringify(Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))));
}

function invalid(reason: string, cause?: unknown): KeywordError {
  return new KeywordError('INVALID_MODEL', `The metadata of the model is damaged: ${reason}.`, cause ? { cause } : {});
}
