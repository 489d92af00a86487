// Processor time of hostile texts against that of prose, through the whole extraction.
import { extractKeywords, loadModel } from '../../../packages/core/dist/node.js';
import { makeTokenizer } from '../../../packages/core/dist/text/create-tokenizer.js';
import { hostileTexts, prose } from '../hostile-texts.mjs';

const CHARACTERS = 100_000;
/** Times that prose may be outdone, as SECURITY.md promises. */
const MOST = 20;

/**
 * @param budget the share of the full length
 * @param only models by a part of their names
 */
export default async function* hostile(budget, only = '') {
  const length = Math.max(5000, Math.round(CHARACTERS * budget));
  const zh = await loadModel('zh');
  const en = await loadModel('en');
  const intl = { model: en.model, tokenizer: makeTokenizer({ name: 'intl', normalization: 'nfkc-lowercase' }) };
  for (const [name, model, lang] of [
    ['zh', zh, 'zh'],
    ['en', en, 'en'],
    ['intl', intl, 'en'],
  ]) {
    if (!name.includes(only)) continue;
    const usual = secondsOf(model, prose[lang](length), 4);
    const factors = Object.entries(hostileTexts).map(([kind, make]) => [
      secondsOf(model, make(length), 1, MOST * usual) / usual,
      kind,
    ]);
    const [[factor, kind]] = factors.sort(([a], [b]) => b - a);
    if (factor > MOST) throw new Error(`${name}: ${kind} takes ${factor.toFixed(1)} times as long as prose.`);
    yield {
      row: `hostile texts of ${length} characters, processor time against prose, ${name}`,
      value: `${factors.length} kinds, at most ${factor.toFixed(1)} × (${kind})`,
    };
  }
}

/** The least of some times: a busy machine and code that is compiled cost once. One is enough where it is below a bound. */
function secondsOf(model, text, times, enough = 0) {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < Math.max(times, 3) && (i < times || least > enough); i++) {
    const before = process.cpuUsage();
    try {
      extractKeywords(model, text);
    } catch (error) {
      if (error.code !== 'INVALID_TEXT') throw error;
    }
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}
