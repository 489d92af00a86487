import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordKey } from '../../packages/core/dist/extract/variants.js';

const pairsOf = (list: string) =>
  list
    .trim()
    .split(/,\s+/)
    .map((pair) => pair.split(' '));

const apart = pairsOf(`
  universe university, universal university, organ organization, organic organization, import important, news new,
  general generate, generation general, policy police, animal animate, experience experiment, author authority,
  nature naturalism, relative relativity, active activity, operate opera, community communism, execute executive,
  probe probable, commute computer, matter mature, past paste, physics physical, statistics statistical,
  economics economic, politics polite, wander wand, arm army, custom customs, marine marina, logistics logistic,
  secret secretary, sever several, add address, fin fine, vary various, numeral numerous, negligible negligence,
  adhere adhesive, contest context, design designate, inform information, sign signal, corp corpse, ration rational,
  child childish, capital capitol, minister ministry, colon colony, media medium, wing winter, station stationary`);

const together = pairsOf(`
  accounts account, parties party, analyses analysis, indices index, indexes index, networks network, network's network,
  networks’ network, matrices matrix, vertices vertex, hypotheses hypothesis, criteria criterion, phenomena phenomenon,
  spectra spectrum, nuclei nucleus, stimuli stimulus, children child, women woman, mice mouse, feet foot, boxes box,
  classes class, branches branch, dishes dish, caches cache, cases case, causes cause, viruses virus, buses bus,
  houses house, sizes size, databases database, responses response, waves wave, lives life, shelves shelf, knives knife,
  theories theory, movies movie, ties tie, heroes hero, shoes shoe, potatoes potato, videos video, keys key, lenses lens,
  gases gas, gpus gpu, apis api, pcs pc, t-cells t-cell, e-mails email, x-rays x-ray, cafés café, axes axis,
  bacteria bacterium, formulae formula, crises crisis, diagnoses diagnosis, quizzes quiz, topics topic, metrics metric`);

test('words of different meaning have different keys', () => {
  assert.ok(apart.length >= 40);
  for (const [one, other] of apart)
    assert.notEqual(wordKey({ word: one }), wordKey({ word: other }), `${one} ${other}`);
});

test('the inflections of one word have one key', () => {
  assert.ok(together.length >= 40);
  for (const [one, other] of together)
    assert.equal(wordKey({ word: one }), wordKey({ word: other }), `${one} ${other}`);
});

test('a key is the key of itself', () => {
  for (const word of [...apart, ...together].flat()) {
    const key = wordKey({ word });
    assert.equal(wordKey({ word: key }), key, word);
  }
});

test('words that only end like plurals stay as they are', () => {
  for (const word of [
    'analysis',
    'virus',
    'class',
    'series',
    'species',
    'chaos',
    'physics',
    'bus',
    'gas',
    'is',
    'https',
  ]) {
    assert.equal(wordKey({ word }), word);
  }
});

test('Chinese words, numbers and signs are keys as they are', () => {
  for (const word of ['太阳系', '恒星', '2024', '+', '', 'ス', '二甲双胍s']) assert.equal(wordKey({ word }), word);
});
