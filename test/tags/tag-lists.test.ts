import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { compileTags, loadModel, parseTagList, readTagList, type Tag } from '../../packages/core/dist/node.js';
import { run } from '../cli/command.js';

const folder = mkdtempSync(join(tmpdir(), 'tag-lists-'));
function file(name: string, contents: string | Uint8Array): string {
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

test('a line that begins with # and a blank is a comment; #energy and C# are tags', async () => {
  const path = file('comments.txt', '# My tags\n#\n#\tof 2026\n  # indented\n#energy\nC#\t# sharp\nWind # power\n');
  assert.deepEqual(await tagsOf(path), [
    '#energy / #energy /  / ',
    'C# / C# / # sharp / ',
    'Wind # power / Wind # power /  / ',
  ]);
  // The lines of comments are counted, so that places stay true.
  const { warnings } = await readTagList(file('commented.txt', '# one\nWind\nWind\n'));
  assert.match(warnings.join(), /"Wind" \(line 3\)/);
});

test('marks, line ends and blanks that editors leave are no part of a tag', async () => {
  const expected = ['Wind power / Wind power / Wind energy / ', '风电 / 风电 /  / '];
  const contents = {
    'byte-order mark': '\ufeffWind power\tWind energy\n风电\n',
    'lines of Windows': '\ufeffWind power\tWind energy\r\n\r\n风电\r\n',
    'lines of old Macs': 'Wind power\tWind energy\r\r风电\r',
    'trailing blanks': ' Wind power  \t Wind energy \t\t\n \t \n风电\u3000\u00a0\n\n\n',
    'no line end': 'Wind power\tWind energy\n风电',
  };
  for (const [name, text] of Object.entries(contents)) {
    assert.deepEqual(await tagsOf(file('ends.txt', text)), expected, name);
    assert.deepEqual(parseTagList(text, 'ends.txt').tags.map(sketch), expected, name);
  }
  const utf16 = file('utf16.txt', Buffer.from(contents['lines of Windows'], 'utf16le'));
  assert.deepEqual(await tagsOf(utf16), expected);
  await assert.rejects(readTagList(file('gbk.txt', Uint8Array.of(0xb7, 0xe7, 0xb5, 0xe7, 10))), {
    code: 'INVALID_TEXT',
    message: /gbk\.txt.*UTF-8.*iconv/,
  });
  // --encoding is of texts: what it cannot mend is not to be mended by it.
  await assert.rejects(
    readTagList(file('gbk.csv', Buffer.concat([Buffer.from('label\n'), Uint8Array.of(0xb7, 0xe7, 10)]))),
    (error: Error) => /gbk\.csv.*iconv.*CSV UTF-8/.test(error.message) && !error.message.includes('--encoding'),
  );
});

test('of a vocabulary with as many labels in two languages it is said which is taken', async () => {
  const two = turtle.split('\n').slice(0, 6).join('\n');
  const { warnings } = await readTagList(file('two.ttl', two));
  assert.match(warnings.join(), /labels in en are taken; as many are in zh\. .*`tagsLanguage`/);
  assert.deepEqual((await readTagList(file('two.ttl', two), 'zh')).warnings, []);
});

test('a browser reads a list as Node.js does', async () => {
  const lists = {
    'a.txt': '# mine\nWind\tAir\nWind\n\tx\n',
    'b.csv': 'id,label,synonyms,parent\n1,"Wind, strong",a|b,\n\n2,"a ""b""",,1\n3,,,\n',
    'c.csv': '\ufefflabel;parent\r\nWind;Sun\r\nSun;Wind\r\n',
    'd.tsv': 'label\tsynonyms\nWind\ta;b\n"Sun\t\n',
    'e.jsonl': '{"label":"Wind","synonyms":["Air"]}\n\n{"label":"Sun","id":7}\n',
    'f.json': '[{"label":"Wind"},\n {"label":"Sun","parent":"Wind"}]',
  };
  for (const [name, contents] of Object.entries(lists)) {
    const path = file(name, contents);
    const { tags, warnings } = await readTagList(path);
    assert.deepEqual(parseTagList(contents, path), { tags, warnings }, name);
    assert.ok(tags.length > 0);
  }
  const bad: [string, string, RegExp][] = [
    ['a.txt', '# nothing\n', /a\.txt has no tags/],
    ['a.csv', 'name,alias\nWind,Air\n', /a\.csv has the fields name, alias; a list of tags has label/],
    ['a.csv', 'id,label\n1,Wind\n2\n', /a\.csv:3 has 1 of the 2 columns/],
    ['a.csv', 'label,synonyms,synonyms\nWind,a,b\n', /a\.csv:1 names columns 2 and 3 both "synonyms"/],
    ['a.csv', 'label\n"Wind', /a\.csv:2 has a quoted field that is never closed/],
    ['a.jsonl', '{"label":"Wind"}\n{"label":', /a\.jsonl:2 is not JSON/],
    ['a.json', '[{"label":"Wind"}, 5]', /a\.json:2 is not a JSON object/],
    ['a.ttl', turtle, /a\.ttl is a file that only the command reads/],
    ['a.xlsx', 'PK', /a\.xlsx is a workbook\. Save the table as CSV UTF-8/],
    ['a.pdf', '%PDF-1.4 broken', /The name of a\.pdf does not say what kind of list it is\. Expected \.txt/],
  ];
  for (const [name, contents, message] of bad) {
    assert.throws(() => parseTagList(contents, name), { code: 'INVALID_TAGS', message });
  }
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
    [
      'commas.txt',
      'refund，return\nparcel，post\nwind\n',
      /2 of 3 lines have ， and are one label each: put a tab before a synonym/,
      ['refund，return / refund，return /  / ', 'parcel，post / parcel，post /  / ', 'wind / wind /  / '],
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
  await assert.rejects(readTagList(join(folder, 'nothing')), { code: 'FILE_NOT_FOUND' });
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
      /cycle: "1" → "2" → "1"/,
    ],
  ];
  for (const [tags, message] of cases) assert.throws(() => compileTags(tags, model), { code: 'INVALID_TAGS', message });
});

test('XML that is nested without end is refused after its first pages', async () => {
  const nested = xml.replace('>energy<', `>${'<rdf:Description><rdf:value>'.repeat(200_000)}<`);
  await assert.rejects(readTagList(file('nested.rdf', nested)), {
    code: 'INVALID_TAGS',
    message: /more than 100 deep/,
  });
});

test('XML of any length has its characters whole', async () => {
  const label = '𠀀'.repeat(100_001);
  const { tags } = await readTagList(file('long.rdf', xml.replace('>energy<', `>${label}<`)));
  assert.ok(tags.some((tag) => tag.label === label));
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

test('what is wrong with a SKOS vocabulary is a warning, too', async () => {
  const head = '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix : <http://example.org/> .\n';
  const cases: [string, RegExp, string[]][] = [
    [
      ':a skos:prefLabel "a"@en ; skos:broader :b . :b skos:prefLabel "b"@en ; skos:broader :c .\n:c skos:prefLabel "c"@en ; skos:broader :a .',
      /1 tag in a circle of parents, now without one: "http:\/\/example\.org\/c"/,
      ['a', 'b', 'c'],
    ],
    [
      ':a skos:prefLabel "wind"@en . :b skos:prefLabel "wind"@en ; skos:altLabel "air"@en .',
      /1 tag merged with another one of the same label: "wind" \(http:\/\/example\.org\/b\)/,
      ['wind'],
    ],
    [
      ':a skos:prefLabel "wind"@en . :b skos:prefLabel "风"@zh ; skos:broader :c .',
      /1 tag left out without a label in the language en: http:\/\/example\.org\/b/,
      ['wind'],
    ],
  ];
  for (const [contents, warning, labels] of cases) {
    const list = await readTagList(file('wrong.ttl', head + contents), 'en');
    assert.match(list.warnings.join('\n'), warning);
    assert.deepEqual(
      list.tags.map(({ label }) => label),
      labels,
    );
    // What was made tidy can be compiled.
    compileTags(list.tags, await loadModel('en'));
  }
  const empty = file('no-label.ttl', `${head}:a skos:prefLabel " "@en .`);
  await assert.rejects(readTagList(empty), { code: 'INVALID_TAGS', message: /no-label\.ttl has no skos:prefLabel/ });
});

test('the command prints what is wrong with a list and goes on, or says why it cannot', () => {
  const doubled = run(['tag', '--tags', file('said.txt', 'wind\nwind\n\tair\n'), '--evidence', 'mention', 'A wind.']);
  assert.equal(doubled.status, 0);
  assert.match(doubled.stderr, /said\.txt: 1 tag merged with another one of the same label.*"wind" \(line 2\)/);
  assert.match(doubled.stderr, /said\.txt: 1 tag left out without a label: line 3/);
  const saved = join(folder, 'saved.safetensors');
  const bad: [string[], RegExp][] = [
    [['--tags', file('said.csv', 'name\nwind\n'), 'A wind.'], /said\.csv has the fields name;.*Rename its columns/],
    [['--tags', file('said.ttl', turtle), '--tags-language', 'fr', 'A wind.'], /no label in the language "fr"/],
    [
      ['--tags', saved, '--model', 'zh', 'A wind.'],
      /saved\.safetensors: .*made with the model wink.*and this is jieba/,
    ],
    [['--tags', file('said.safetensors', 'wind'), '--model', 'en', 'A wind.'], /said\.safetensors is not a tag index/],
  ];
  assert.equal(run(['tag', '--tags', file('good.txt', 'wind\n'), '--save', saved]).status, 0);
  for (const [args, message] of bad) {
    const { status, stdout, stderr } = run(['tag', ...args]);
    assert.deepEqual([status, stdout], [2, ''], stderr);
    assert.match(stderr, message);
  }
});

test('a vocabulary that is not there, or is not text, is told as any other file', async () => {
  for (const name of ['missing.ttl', 'missing.rdf', 'missing.txt', 'missing.csv']) {
    await assert.rejects(readTagList(join(folder, name)), { code: 'FILE_NOT_FOUND', message: /There is no file/ });
  }
  for (const name of ['latin1.ttl', 'latin1.txt']) {
    const path = file(name, Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x0a));
    await assert.rejects(readTagList(path), { code: 'INVALID_TEXT' });
  }
});

test('fields of a list that are not read are named, for one may be misspelt', () => {
  const note = 'not read: parnt, url. A list of tags has id, label, synonyms, description, parent.';
  assert.deepEqual(parseTagList('label,parnt,url\na,b,c\n', 'x.csv').warnings, [`x.csv: ${note}`]);
  assert.deepEqual(parseTagList('{"label":"a","parnt":"b","url":1}', 'x.jsonl').warnings, [`x.jsonl: ${note}`]);
  assert.deepEqual(parseTagList('id,label\na,b\n', 'x.csv').warnings, []);
});
