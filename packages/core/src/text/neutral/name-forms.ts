import { CASES, type Reading, type WordForms } from './word-forms.js';

const { nominative, genitive, dative, accusative, instrumental, locative } = CASES;
const SINGULAR = genitive | dative | instrumental | locative;

/** An ending of names, what it is of the nominative, its gender and cases. */
type NameEnding = readonly [ending: string, ofNominative: string, number: string, cases: number];

/** How names are declined that are spelt after one pattern, however rare they are. */
const ENDINGS: Readonly<Record<string, readonly NameEnding[]>> = {
  ru: [
    ...['ов', 'ев', 'ин', 'ын'].flatMap((stem): NameEnding[] => [
      [`${stem}а`, stem, 'm', genitive | accusative],
      [`${stem}а`, `${stem}а`, 'f', nominative],
      [`${stem}у`, stem, 'm', dative],
      [`${stem}у`, `${stem}а`, 'f', accusative],
      [`${stem}ым`, stem, 'm', instrumental],
      [`${stem}е`, stem, 'm', locative],
      [`${stem}ой`, `${stem}а`, 'f', SINGULAR],
    ]),
    ['ска', 'ск', 'm', genitive],
    ['ску', 'ск', 'm', dative],
    ['ском', 'ск', 'm', instrumental],
    ['ске', 'ск', 'm', locative],
  ],
  pl: ['sk', 'ck', 'dzk'].flatMap((stem): NameEnding[] => [
    [`${stem}ą`, `${stem}a`, 'f', accusative | instrumental],
    [`${stem}iej`, `${stem}a`, 'f', genitive | dative | locative],
    [`${stem}iego`, `${stem}i`, 'm', genitive | accusative],
    [`${stem}iemu`, `${stem}i`, 'm', dative],
    [`${stem}im`, `${stem}i`, 'm', instrumental | locative],
  ]),
};
/** Letters before such an ending, at least. */
const LEAST = 3;

/**
 * The readings of words, and of those that have none the readings of names that end so: Skłodowską, Водкина, Зареченске; of Russian ones
 * with ё, which the table has not, those of the word with е.
 */
export function withNameForms(language: string, formsOf: WordForms): WordForms {
  const endings = ENDINGS[language] ?? [];
  return (word) => {
    const found = formsOf(word);
    if (found.length > 0) return found;
    if (word.includes('ё')) return formsOf(word.replaceAll('ё', 'е')).map((one) => withYo(one, word));
    return endings.flatMap(([ending, ofNominative, number, cases]): Reading[] =>
      word.endsWith(ending) && word.length - ending.length >= LEAST
        ? [{ kind: 'person', number, cases, nominative: word.slice(0, -ending.length) + ofNominative }]
        : [],
    );
  };
}

/** A reading whose nominative has ё where the word has it: тёрке, тёрка. */
function withYo(reading: Reading, word: string): Reading {
  const letters = [...reading.nominative].map((letter, at) => (letter === 'е' && word[at] === 'ё' ? 'ё' : letter));
  return { ...reading, nominative: letters.join('') };
}
