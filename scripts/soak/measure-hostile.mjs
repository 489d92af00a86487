/**
 * Processor time per character of hostile texts against that of prose, through the whole extraction.
 *
 * node scripts/soak/measure-hostile.mjs [CHARACTERS]; needs a build.
 */
import { extractKeywords, loadModel } from '../../dist/node.js';
import { makeTokenizer } from '../../dist/text/create-tokenizer.js';
import { hostileTexts, prose } from './hostile-texts.mjs';

const length = Number(process.argv[2] ?? 100_000);
const zh = await loadModel('zh');
const en = await loadModel('en');
const intl = { model: en.model, tokenizer: makeTokenizer({ name: 'intl', normalization: 'nfkc-lowercase' }) };

function secondsOf(model, text, options) {
  const before = process.cpuUsage();
  try {
    extractKeywords(model, text, options);
  } catch (error) {
    if (error.code !== 'INVALID_TEXT') throw error;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

for (const [name, model, lang] of [
  ['zh', zh, 'zh'],
  ['en', en, 'en'],
  ['intl', intl, 'en'],
]) {
  const text = prose[lang](length);
  secondsOf(model, text);
  const usual = Math.min(secondsOf(model, text), secondsOf(model, text));
  const factors = [];
  for (const [kind, make] of Object.entries(hostileTexts)) {
    factors.push([secondsOf(model, make(length)) / usual, kind]);
  }
  factors.sort(([a], [b]) => b - a);
  console.log(
    `${name}: prose ${(usual * 1000).toFixed(0)} ms for ${length} characters; ${factors.length} kinds; worst:`,
  );
  for (const [factor, kind] of factors.slice(0, 6)) console.log(`  ${factor.toFixed(2).padStart(6)} x  ${kind}`);
}
