import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TextModel } from '../extract/extract-keywords.js';
import { neutralModel } from '../extract/neutral-model.js';
import { packageRoot } from './package-files.js';

/** What finds keywords in a language without an embedded model, with the tables there are. */
export function loadNeutralModel(language: string): TextModel {
  const frequencies = readTable(join('frequencies', `${language}.txt.gz`));
  return neutralModel(
    language,
    frequencies && gunzipSync(frequencies).toString(),
    readTable(join('stop-words', `${language}.txt`))?.toString(),
  );
}

function readTable(name: string): Buffer | undefined {
  try {
    return readFileSync(join(packageRoot(), 'languages', name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
