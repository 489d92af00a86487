import type { Cutter } from './cutter-tokenizer.js';
import { hashOf } from './hash-lines.js';

/** ICU of the runtime as model files recorded it before they recorded the cuts; a page cannot tell. */
export const icuVersion = `ICU ${(globalThis as { process?: { versions?: { icu?: string } } }).process?.versions?.icu ?? 'unknown'}`;

/**
 * Texts that ICU's releases and builds cut differently: what has no blanks is cut by dictionaries and models, the rest by
 * rules that change with Unicode.
 */
const probes = [
  '太阳是一颗恒星，也是太阳系的中心天体。研究生命的起源；乒乓球拍卖完了，他站起身来。',
  '如果给一部古装电影设计服装，就可以从出土的文物和墓葬中考古。中华人民共和国国务院总理在北京大学生前来应聘。',
  '臺灣的繁體字與香港的粵語：佢哋喺度做緊嘢。',
  '東京都に住んでいる私は、すもももももももものうちという早口言葉が言えません。カタカナとひらがな、ＡＢＣ。',
  'ภาษาไทยเป็นภาษาที่มีระดับเสียงของคำแน่นอนหรือวรรณยุกต์เช่นเดียวกับภาษาจีน',
  'ພາສາລາວເປັນພາສາທາງການຂອງປະເທດລາວ ភាសាខ្មែរគឺជាភាសាកំណើតរបស់ជនជាតិខ្មែរ မြန်မာဘာသာစကားသည်မြန်မာနိုင်ငံ၏ရုံးသုံးဘာသာစကားဖြစ်သည်',
  '안녕하세요 세계, 한국어 띄어쓰기. हिन्दी भाषा का व्याकरण। اللغة العربية الفصحى، עברית״ג',
  "Don't e-mail user.name@example.com at 3:30 p.m.; it's 1,234.5 km/h — co-op, C++, AT&T, l'été, naïve_snake_case.",
  'Kerk:Sverige EU:s USA:n 12:30 a:b «Привет-мир» Straße ﬁne ½ №5 👩‍👩‍👧‍👦🇨🇳👍🏽 ①②③',
];

const known = new Map<string, string>();

/**
 * The segmenter of the runtime by what it does: a hash of how it cuts texts that show the difference. The same number of
 * ICU may come with other dictionaries, and another number cut alike.
 *
 * @param locale BCP 47; empty for the runtime's own
 */
export function intlVersion(locale: string): string {
  let version = known.get(locale);
  if (version === undefined) {
    const { cut } = intlCutter(locale);
    version = `cuts ${hashOf(probes.map((probe) => Array.from(cut(probe)).join('\n')))}`;
    known.set(locale, version);
  }
  return version;
}

/** Characters that the segmenter is given at once: on Node 20 its time grows with their square. */
const LONGEST_PIECE = 2000;
/**
 * Pieces of a text, as long as may be, that end where a word ends whatever follows: before white space, or before a
 * sign after a Han character. Only a run of {@link LONGEST_PIECE} characters without such a place, which is not text, is
 * cut elsewhere.
 */
const PIECES = new RegExp(
  `[^]{1,${LONGEST_PIECE}}(?:$|(?<=\\S)(?=[ \\t\\n\\u3000])|(?<=\\p{Script=Han})(?=[，。！？；：、]))|[^]{1,${LONGEST_PIECE}}`,
  'gu',
);

/** Words by Unicode Standard Annex #29 and the dictionaries of ICU. */
export function intlCutter(locale: string): Cutter {
  const segmenter = new Intl.Segmenter(locale || undefined, { granularity: 'word' });
  return {
    *cut(text) {
      const pieces = text.length <= LONGEST_PIECE ? [[text]] : text.matchAll(PIECES);
      for (const [piece] of pieces) {
        for (const { segment } of segmenter.segment(piece)) yield segment;
      }
    },
  };
}
