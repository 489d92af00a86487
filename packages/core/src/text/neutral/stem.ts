/** Endings that inflect words, by language, the longest first; after Savoy's light stemmers. */
const INFLECTION: Readonly<Record<string, RegExp>> = {
  de: /(?:ern|en|er|es|em|e|n|s)$/,
  nl: /(?:en|(?<=.{4})s|e)$/,
  fr: /[esx]?s?$/,
  es: /(?:es|s)$/,
  it: /i?[aeio]$/,
  pt: /(?:es|s)$/,
  pl: /(?:owego|owej|owych|owym|owi|ami|ach|iego|iej|ich|ego|emu|ych|ymi|imi|ów|om|em|ej|ie|im|ym|ą|ę|y|i|a|e|o|u)$/,
  ru: /(?:(?<=.{3})(?:[аеио]ями|[аеио]ях|[аеио]ям|[аеио]ем|[аеио]ев|[аеио][яюи]|[аё]й)|иями|ями|ами|ией|иях|ого|его|ому|ему|ыми|ими|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ом|ем|ам|ям|ах|ях|ых|их|ым|им|ов|ев|ую|юю|ия|ию|ии|ью|ь|ы|и|а|я|о|е|у|ю|(?<=.{3}[аеио])й)$/,
};
/** Letters that are left at least. */
const LEAST = 3;

/**
 * What the forms of a word have in common, by what its language inflects words with.
 *
 * @param word in small letters
 */
export function lightStem(language: string, word: string): string {
  const length = INFLECTION[language]?.exec(word)?.[0].length ?? 0;
  const stem = word.length - length >= LEAST ? word.slice(0, word.length - length) : word;
  if (language === 'ru') return stem.replace(FLEETING, '');
  return language === 'pl' ? withoutPlural(withoutSoftness(stem)) : stem;
}

/** A Russian vowel that only the forms without an ending have: фотоловушек, фотоловушка. */
const FLEETING = /(?<=.{3}[^аеёиоуыэюяйь])[еоё](?=[кц]$)/;

/** Ends of stems that only the plural of Polish persons has, and those of their other forms: rolnicy, rolnikom; studenci, studentom. */
const PERSONS: readonly (readonly [plural: RegExp, stem: string])[] = [
  [/(?<=.(?:ni|y))c$/, 'k'],
  [/(?<=.lo)dz$/, 'g'],
  [/(?<=.[aeioy])rz$/, 'r'],
  [/(?<=.i)śc$/, 'st'],
  [/(?<=.[ae])nc$/, 'nt'],
];
const withoutPlural = (stem: string) => {
  const found = PERSONS.find(([plural]) => plural.test(stem));
  return found ? stem.replace(found[0], found[1]) : stem;
};

const HARD: Readonly<Record<string, string>> = { ń: 'n', ć: 'c', ś: 's', ź: 'z' };

/** A Polish stem without the mark of its soft end, which its forms write in two ways: badań, badania; zdjęć, zdjęcia. */
const withoutSoftness = (stem: string) =>
  stem.length > LEAST ? stem.replace(/(?<=[ncsz])i$/, '').replace(/[ńćśź]$/, (end) => HARD[end]) : stem;

/** Endings of other cases than the nominative, and those that the nominative has as well. */
const OBLIQUE: Readonly<Record<string, readonly [sure: RegExp, possible: RegExp]>> = {
  ru: [
    /(?:ов|ев|ёв|ам|ям|ами|ями|ах|ях|ом|ем|ём|[^о]у|[^ь]ю|ью|ей|ии|ого|его|ому|ему|[ыи]м|[ыи]х|[ыи]ми|[ую]ю|[жчш]ек)$/,
    /(?:[ыи]|[^оеыи]е|ой)$/,
  ],
  pl: [/(?:ów|om|ami|ach|owi|em|[ąę]|[^o]u|ego|emu|[yi]ch|[yi]mi?|i?ej)$/, /(?:[yi]|[^nc]ie|[^i]e)$/],
};

/** Russian nouns in -ей whose forms look like those of adjectives: музей, в музее. */
const MASCULINE_EI =
  /^(?:муз|лиц|юбил|троф|хокк|кл|зм|руч|евр|воробь|соловь|мурав|апог|сельдер)е([йеяю]|ем|ев|ям|ями|ях)$/;

/**
 * How far a word or phrase is from the nominative, by its endings: 0 for one that may be in it, more the likelier another case is;
 * always 0 where nouns hardly change.
 */
export function fromNominative(language: string, phrase: string): number {
  const endings = OBLIQUE[language];
  if (!endings) return 0;
  const [sure, possible] = endings;
  return phrase
    .toLowerCase()
    .split(' ')
    .reduce((sum, word) => {
      const masculine = MASCULINE_EI.exec(word)?.[1];
      if (masculine) return sum + (masculine === 'й' ? 0 : 2);
      return sum + (sure.test(word) ? 2 : possible.test(word) ? 1 : 0);
    }, 0);
}
