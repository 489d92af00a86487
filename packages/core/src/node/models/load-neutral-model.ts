import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { packageMissing } from '../../errors.js';
import { neutralModel } from '../../extract/neutral-model.js';
import type { TextModel } from '../../extract/text-model.js';
import { readStaticModel } from '../../formats/vectors/static-model.js';
import { installedPackage, vectorFolder } from '../platform/package-files.js';
import { japaneseAnalyser } from './japanese-analyser.js';

/**
 * What finds keywords in a language without an embedded model, with the tables there are, and the vectors of words where
 * the package of them is installed.
 *
 * @throws KeywordError PACKAGE_MISSING without `@telltale/languages`
 */
export function loadNeutralModel(language: string): TextModel {
  const unpacked = (folder: string) => {
    const table = readTable(join(folder, `${language}.txt.gz`));
    return table && gunzipSync(table).toString();
  };
  return neutralModel(
    language,
    unpacked('frequencies'),
    readTable(join('stop-words', `${language}.txt`))?.toString(),
    unpacked('word-classes'),
    vectorsOfLanguage(language),
    language === 'ja' ? japaneseAnalyser() : undefined,
    unpacked('nominatives'),
  );
}

/** What reads the vectors of a language, when they are asked for; undefined where there are none. */
function vectorsOfLanguage(language: string) {
  const folder = vectorFolder(language);
  if (folder === undefined) return undefined;
  return () => {
    const weights = readFileSync(join(folder, 'model.safetensors'));
    return readStaticModel(weights, readFileSync(join(folder, 'tokenizer.json'), 'utf8'), folder);
  };
}

/**
 * The stop words of a language, in small letters; undefined where there is no list.
 *
 * @throws KeywordError PACKAGE_MISSING without `@telltale/languages`
 */
export function stopWordsOfLanguage(language: string): ReadonlySet<string> | undefined {
  const list = readTable(join('stop-words', `${language}.txt`))?.toString();
  return list === undefined ? undefined : new Set(list.split('\n'));
}

function readTable(name: string): Buffer | undefined {
  const folder = installedPackage('@telltale/languages');
  if (folder === undefined)
    throw packageMissing('@telltale/languages', {
      en: 'A text in a language without a model',
      zh: '没有模型的语言的文本',
    });
  try {
    return readFileSync(join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
