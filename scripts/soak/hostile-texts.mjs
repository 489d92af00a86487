import { readdirSync, readFileSync } from 'node:fs';

/** Texts that make programs slow: each maker gives about as many characters as it is asked for. */
const fill = (part) => (length) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
const count = (make, join) => (length) => {
  const parts = [];
  for (let i = 0, size = 0; size < length; i++) {
    const part = make(i);
    parts.push(part);
    size += part.length + join.length;
  }
  return parts.join(join).slice(0, length);
};
/** The same number for the same place, spread over all 32 bits. */
const hash = (i) => Math.imul(i + 1, 0x9e3779b1) >>> 0;

export const hostileTexts = {
  'glued addresses': fill('someone@example.com,http://www.example.com/a?b=c'),
  base64: count(
    (i) =>
      Buffer.from(String(hash(i)))
        .toString('base64')
        .replace(/=/g, ''),
    '',
  ),
  'one letter': fill('a'),
  'one Han character': fill('的'),
  'one Cyrillic letter': fill('ж'),
  'one sign': fill('!'),
  'full stops': fill('.'),
  hyphens: fill('-'),
  underscores: fill('a_'),
  'opening brackets': fill('('),
  'nested brackets': fill('([{<'),
  digits: fill('7'),
  'digits and commas': fill('1,234.5,'),
  'digits and colons': fill('12:34:'),
  'one-letter abbreviations': fill('A.B.'),
  'mixed scripts': fill('aЖ中あกא'),
  'mixed scripts with spaces': fill('aЖ 中あ กא '),
  emoji: fill('👨‍👩‍👧'),
  'combining marks': fill('e\u0301\u0302\u0303'),
  'marks alone': fill('\u0301'),
  tabs: fill('\t'),
  spaces: fill(' '),
  newlines: fill('\n'),
  'letters on lines of their own': fill('a\n'),
  'Han characters on lines of their own': fill('大\n'),
  'Han characters with spaces': fill('大 语 言 模 型 '),
  'hyphens at line ends': fill('hydro-\ndynamic'),
  'distinct words': count((i) => `w${hash(i).toString(36).replace(/\d/g, 'x')}`, ' '),
  'distinct Han words': count(
    (i) => String.fromCharCode(0x4e00 + (hash(i) % 20000), 0x4e00 + (hash(i + 7) % 20000)),
    '，',
  ),
  'table pipes': fill('| a '),
  'at signs': fill('@'),
  'at signs and letters': fill('a@'),
  'number signs': fill('#'),
  'hashtags glued': fill('#a'),
  'schemes glued': fill('http://'),
  'nested tags': fill('<b>'),
  'tags that never close': fill('<a b='),
  'comments that never close': fill('<!--'),
  entities: fill('&nbsp;&'),
  backticks: fill('`'),
  'fences that never close': fill('```a '),
  'fences on lines of their own': fill('```js\n'),
  'strong words that never end': fill('**a '),
  stars: fill('*'),
  tildes: fill('~~a'),
  bullets: fill('- '),
  'bullets on lines of their own': fill('\n- • '),
  'links that never close': fill('[a](b "'),
  'ranges glued': fill('1-2,'),
  'currencies and ranges': fill('$1-'),
  'times of subtitles': fill('1\n00:01.000 --> 00:02.000\n\n'),
  'labels glued': fill('[摘要]'),
  slashes: fill('/'),
  'path parts': fill('a/'),
  'path parts with dots': fill('a.b/'),
  backslashes: fill('C:\\'),
  'calls glued': fill('f()'),
  'calls that never close': fill('foo(a, '),
  'calls in calls': fill('a_b(c('),
  'dots and letters': fill('a.'),
  'word joiners': fill('a\u00ad'),
  'zero-width joiners': fill('a\u200d'),
  'lone surrogates': fill('\ud83d'),
  'long words': count((i) => `${'ab'.repeat(90)}${i}`, ' '),
  'one word': fill('data '),
  'noun phrase without end': fill('data model '),
  'noun phrase of hyphens': fill('data-model-'),
  'Chinese phrase without end': fill('数据模型'),
  'opening title marks': fill('《'),
  'titles that never close': fill('《雨巷'),
  'dots of foreign names': fill('·'),
  'foreign name without end': fill('阿里·'),
  'foreign names with two dots': fill('阿里··'),
  'foreign names with parts too long': fill('阿里阿里阿里阿里阿·'),
  'code without end': fill('A-1-'),
  'digits and hyphens': fill('1-'),
  'Chinese suffixes': fill('插管率'),
  'lone units glued': fill('g/L/'),
  speakers: fill('张三：你好\n李四：再见\n'),
  honorifics: fill('Mr Dr. Prof '),
  ampersands: fill('Marks & '),
  'front matter without end': (length) => `---\n${fill('a: b\n---x\n')(length - 4)}`,
  quotes: fill('"\' '),
  'full-width signs': fill('＃＠／'),
};

/** The prose of the documents: a few sentences again and again would cost next to nothing, for what was read is remembered. */
const documents = (folder) => {
  const place = new URL(`../../${folder}/`, import.meta.url);
  const names = readdirSync(place).filter((name) => name.endsWith('.md'));
  const texts = names.sort().map((name) => readFileSync(new URL(name, place), 'utf8'));
  return texts.join('\n').replaceAll(/^```[\s\S]*?^```$|^\|.*$/gm, '');
};

/** Prose to measure against, of either language. */
export const prose = { en: fill(documents('docs')), zh: fill(documents('docs/zh')) };
