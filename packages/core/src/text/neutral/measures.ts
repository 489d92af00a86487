import { lightStem } from './stem.js';

const UNITS =
  'second minute hour day week month year millimeter centimeter meter kilometer milliliter liter gram kilogram hectare degree percent'.split(
    ' ',
  );
/** Numbers that languages have forms of a noun for. */
const NUMBERS = [1, 2, 5, 1.5];
/** A unit that is a railway as well, in half of the languages. */
const THING = 'metro';
/** Letters of a stem by which a form (Monaten) is known; shorter ones are those of other words. */
const LEAST_STEM = 4;

const known = new Map<string, ReadonlySet<string>>();

/** Whether a word, in small letters, is a unit of time, length, volume, weight or area, a degree or percent, in any form. */
export function isMeasure(language: string, word: string): boolean {
  const names = known.get(language) ?? namesOf(language);
  known.set(language, names);
  return names.size > 0 && word !== THING && (names.has(word) || names.has(stemKey(lightStem(language, word))));
}

const stemKey = (stem: string) => `${stem}-`;

function namesOf(language: string): ReadonlySet<string> {
  const names = new Set<string>();
  // Intl would answer with the names of the language of the machine.
  if (Intl.NumberFormat.supportedLocalesOf(language).length === 0) return names;
  for (const unit of UNITS) {
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
    for (const number of NUMBERS) {
      for (const { type, value } of format.formatToParts(number)) {
        const name = value.toLowerCase();
        if (type !== 'unit' || !/^[\p{L}\p{M}]{2,}$/u.test(name)) continue;
        names.add(name);
        const stem = lightStem(language, name);
        if (stem.length >= LEAST_STEM) names.add(stemKey(stem));
      }
    }
  }
  return names;
}
