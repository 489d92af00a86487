// The corpus of a run: shuffled by a fixed seed, cut to size, and every hundredth document kept out of training.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextRandom } from '../../packages/core/dist/math/random.js';

const heldOutEvery = 100;

/** Shuffled, since some tools read in order and what they read last weighs most. */
export function prepareCorpus(path, directory, maxTokens) {
  const lines = shuffled(readFileSync(path, 'utf8').split('\n').filter(Boolean));
  const training = [];
  const heldOut = [];
  let tokens = 0;
  for (let i = 0; i < lines.length && tokens < maxTokens; i++) {
    if (i % heldOutEvery === 0) heldOut.push(lines[i]);
    else {
      training.push(lines[i]);
      tokens += countTokens(lines[i]);
    }
  }
  return {
    training: write(directory, 'training.txt', training),
    heldOut: write(directory, 'held-out.txt', heldOut),
    documents: training.length,
    heldOutDocuments: heldOut.length,
    tokens,
  };
}

/** A first part of a corpus, for what is too slow for the whole. */
export function cutCorpus(corpus, directory, maxTokens) {
  const lines = [];
  let tokens = 0;
  for (const line of readFileSync(corpus.training, 'utf8').split('\n').filter(Boolean)) {
    if (tokens >= maxTokens) break;
    lines.push(line);
    tokens += countTokens(line);
  }
  return { ...corpus, training: write(directory, 'cut.txt', lines), documents: lines.length, tokens };
}

/** Raw texts of about that many words, from documents written one after the other. */
export function segmentedTexts(path, tokensEach, count) {
  const words = readFileSync(path, 'utf8').split(/\s+/).filter(Boolean);
  const texts = [];
  for (let at = 0; at + tokensEach <= words.length && texts.length < count; at += tokensEach) {
    texts.push(words.slice(at, at + tokensEach));
  }
  return texts;
}

function countTokens(line) {
  let tokens = 0;
  for (const word of line.split(' ')) if (word) tokens++;
  return tokens;
}

function write(directory, name, lines) {
  const path = join(directory, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function shuffled(lines) {
  let state = 1;
  for (let i = lines.length - 1; i > 0; i--) {
    state = nextRandom(state);
    const j = state % (i + 1);
    [lines[i], lines[j]] = [lines[j], lines[i]];
  }
  return lines;
}
