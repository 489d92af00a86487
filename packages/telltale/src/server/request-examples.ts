// What the documentation of the service fills in for a request; every one is answered as it is, tags once the list is given.

import { nameOfGiven } from './given-lists.js';

const bees = 'A honey bee that has found nectar tells the hive by a waggle dance where the flowers are.';
const sun = '太阳是一颗恒星，行星围绕着太阳公转。';

const tagList = { contents: 'beekeeping\tbees\nastronomy\tsun\tplanet\n', name: 'tags.txt' };
const list = nameOfGiven(tagList.contents, tagList.name);

/** Examples of bodies, by what is asked. */
export const bodyExamples = {
  keywords: { text: bees, topN: 3 },
  explain: { text: bees, topN: 2 },
  compare: { text: bees, methods: ['mixture', 'tf-idf'], topN: 3 },
  tags: { text: bees, list, topN: 3 },
  tagList,
} as const;

/** A stream of texts: one object per line. */
const stream = (more: object) =>
  [
    { id: 'bees', text: bees, ...more, topN: 3 },
    { id: 'sun', text: sun, ...more },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');

/** Examples of streams, by what is asked. */
export const streamExamples = { keywords: stream({}), tags: stream({ list }) } as const;

/** A word whose neighbours are asked for. */
export const wordExample = 'planet';
