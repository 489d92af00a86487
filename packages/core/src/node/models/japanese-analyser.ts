import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { JapaneseAnalyser } from '../../text/neutral/analysed-japanese.js';
import { installedPackage } from '../platform/package-files.js';

/** Has a dictionary within, so it is not brought along: 13 MB. */
const ANALYSER = 'lindera-wasm-nodejs-ipadic';

/** The analyser of Japanese where its package is installed, beside this one or where the command runs. */
export function japaneseAnalyser(): JapaneseAnalyser | undefined {
  const folder = installedPackage(ANALYSER);
  if (folder === undefined) return undefined;
  const { TokenizerBuilder } = createRequire(join(folder, 'package.json'))(folder);
  const builder = new TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  builder.setKeepWhitespace(true);
  return builder.build();
}
