import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { compileTags, loadModel, readTagList, type Tag } from '../../dist/node.js';

const folder = mkdtempSync(join(tmpdir(), 'tag-lists-'));
function file(name: string, contents: string): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}
const sketch = ({ id, label, synonyms = [], parent = '' }: Tag) => [id, label, synonyms.join('|'), parent].join(' / ');
const tagsOf = async (path: string, language?: string) => (await readTagList(path, language)).tags.map(sketch);

const turtle = `
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <http://example.org/> .
:energy a skos:Concept ; skos:prefLabel "energy"@en, "能源"@zh ; skos:definition "What does work."@en .
:wind a skos:Concept ; skos:prefLabel "wind power"@en, "风电"@zh ; skos:altLabel "wind energy"@en, "风能"@zh ;
  skos:hiddenLabel "windpower"@en ; skos:broader :energy .
:sun skos:prefLabel "solar power"@en . :energy skos:narrower :sun .
:old skos:prefLabel "old"@en ; <http://www.w3.org/2002/07/owl#deprecated> true .
`;
const xml = `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
  <skos:Concept rdf:about="http://example.org/energy"><skos:prefLabel xml:lang="en">energy</skos:prefLabel></skos:Concept>
  <skos:Concept rdf:about="http://example.org/wind">
    <skos:prefLabel xml:lang="en">wind power</skos:prefLabel><skos:altLabel xml:lang="en">wind energy</skos:altLabel>
    <skos:broader rdf:resource="http://example.org/energy"/>
  </skos:Concept>
</rdf:RDF>`;

test('a list of lines has synonyms behind tabs', async () => {
  const path = file('tags.txt', 'Energy\tPower\n\n风电\t风能\t风力发电\r\n');
  assert.deepEqual(await tagsOf(path), ['Energy / Energy / Power / ', '风电 / 风电 / 风能|风力发电 / ']);
});

test('records have ids, synonyms, descriptions and parents', async () => {
  const csv = file(
    'tags.csv',
    'id,label,synonyms,description,parent\n1,Energy,,What does work,\n2,Wind,"wind power|wind energy",,1\n',
  );
  assert.deepEqual(await tagsOf(csv), ['1 / Energy /  / ', '2 / Wind / wind power|wind energy / 1']);
  assert.equal((await readTagList(csv)).tags[0].description, 'What does work');
  const jsonl = file(
    'tags.jsonl',
    '{"label":"Energy"}\n{"id":7,"label":"Wind","synonyms":["wind power"],"parent":"Energy"}\n',
  );
  assert.deepEqual(await tagsOf(jsonl), ['Energy / Energy /  / ', '7 / Wind / wind power / Energy']);
});

test('SKOS is read in Turtle and RDF/XML', async () => {
  const energy = 'http://example.org/energy';
  const path = file('tags.ttl', turtle);
  assert.deepEqual(await tagsOf(path), [
    `${energy} / energy /  / `,
    `http://example.org/wind / wind power / wind energy|windpower / ${energy}`,
    `http://example.org/sun / solar power /  / ${energy}`,
  ]);
  assert.equal((await readTagList(path)).tags[0].description, 'What does work.');
  assert.deepEqual(await tagsOf(file('tags.rdf', xml)), [
    `${energy} / energy /  / `,
    `http://example.org/wind / wind power / wind energy / ${energy}`,
  ]);
});

test('the labels of SKOS are those of the language that is asked for', async () => {
  const { tags, warnings } = await readTagList(file('zh.ttl', turtle), 'zh');
  assert.deepEqual(
    tags.map(({ label }) => label),
    ['能源', '风电'],
  );
  assert.match(warnings.join(), /1 tag left out without a label in the language zh: http:\/\/example.org\/sun/);
  await assert.rejects(readTagList(file('fr.ttl', turtle), 'fr'), {
    code: 'INVALID_TAGS',
    message: /fr\.ttl has no label in the language "fr"; its labels are in: en \(3\), zh \(2\)/,
  });
});

test('what is wrong with a list is a warning that names the place', async () => {
  const cases: [string, string, RegExp, string[]][] = [
    [
      'doubled.txt',
      'Energy\nenergy\nEnergy\tpower\n',
      /1 tag merged with another one of the same label.*"Energy" \(line 3\)/,
      ['Energy / Energy / power / ', 'energy / energy /  / '],
    ],
    ['empty.txt', 'Energy\n\tpower\n', /1 tag left out without a label: line 2/, ['Energy / Energy /  / ']],
    ['empty.csv', 'id,label\n1,\n2,Wind\n', /1 tag left out without a label.*: line 2/, ['2 / Wind /  / ']],
    [
      'ids.csv',
      'id,label\n1,Wind\n1,Sun\n',
      /1 tag left out with an id that another one has.*"1" \(line 3\)/,
      ['1 / Wind /  / '],
    ],
    [
      'orphan.csv',
      'label,parent\nWind,Energy\n',
      /1 tag with a parent that is not in the list: "Wind"/,
      ['Wind / Wind /  / '],
    ],
    [
      'circle.csv',
      'label,parent\na,b\nb,c\nc,a\nd,d\n',
      /2 tags in a circle of parents, now without one.*"c", "d"/,
      ['a / a /  / b', 'b / b /  / c', 'c / c /  / ', 'd / d /  / '],
    ],
  ];
  for (const [name, contents, warning, tags] of cases) {
    const list = await readTagList(file(name, contents));
    assert.match(list.warnings.join('\n'), warning, name);
    assert.deepEqual(list.tags.map(sketch), tags, name);
  }
});

test('a list that cannot be used is an error that says why', async () => {
  const cases: [string, string, RegExp][] = [
    ['none.txt', '\n\n', /none\.txt has no tags/],
    ['columns.csv', 'name,alias\nWind,Air\n', /has the fields name, alias; a list of tags has label/],
    ['synonyms.jsonl', '{"label":"Wind","synonyms":[1]}\n', /synonyms\.jsonl:1 has synonyms that are not texts: \[1\]/],
    ['label.jsonl', '{"label":{"en":"Wind"}}\n', /label\.jsonl:1 has an object in the field "label"/],
    ['broken.ttl', '@prefix : <http://example.org/> .\n:a :b', /broken\.ttl cannot be read as Turtle: .*line 2/],
    ['broken.rdf', '<rdf:RDF><a>', /broken\.rdf cannot be read as RDF\/XML/],
    ['other.ttl', '<http://a> <http://b> "c" .', /no skos:prefLabel/],
    ['tags.pdf', 'x', /does not say what kind of list/],
  ];
  for (const [name, contents, message] of cases) {
    await assert.rejects(readTagList(file(name, contents)), { code: 'INVALID_TAGS', message }, name);
  }
  await assert.rejects(readTagList(file('lang.txt', 'Wind\n'), 'en'), { code: 'INVALID_OPTION' });
});

test('a list that is given to the library is checked', async () => {
  const model = await loadModel('en');
  const cases: [Tag[], RegExp][] = [
    [[], /no tags/],
    [[{ id: '', label: 'a' }], /Tag 1 has the id ""/],
    [[{ id: '1', label: ' ' }], /Tag "1" has an empty label/],
    [
      [
        { id: '1', label: 'a' },
        { id: '1', label: 'b' },
      ],
      /Two tags have the id "1"/,
    ],
    [
      [
        { id: '1', label: 'a' },
        { id: '2', label: 'a ' },
      ],
      /Tags "1" and "2" have the label/,
    ],
    [[{ id: '1', label: 'a', parent: '3' }], /Tag "1" has the parent "3"/],
    [
      [
        { id: '1', label: 'a', parent: '2' },
        { id: '2', label: 'b', parent: '1' },
      ],
      /circle: "1" → "2" → "1"/,
    ],
  ];
  for (const [tags, message] of cases) assert.throws(() => compileTags(tags, model), { code: 'INVALID_TAGS', message });
});

test('XML of entities that grow is refused or stays small', async () => {
  const entities = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
  const bomb = xml
    .replace('<rdf:RDF', `<!DOCTYPE r [<!ENTITY e0 "boom">${entities}]><rdf:RDF`)
    .replace('>energy<', '>&e12;<');
  const labels = await readTagList(file('bomb.rdf', bomb)).then(
    ({ tags }) => tags.map(({ label }) => label.length),
    () => [0],
  );
  assert.ok(Math.max(...labels) < 10_000);
});
