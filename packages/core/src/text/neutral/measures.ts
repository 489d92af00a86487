import { lightStem } from './stem.js';

const UNITS =
  'second minute hour day week month year millimeter centimeter meter kilometer milliliter liter gram kilogram hectare degree percent'.split(
    ' ',
  );
/** Numbers that languages have forms of a noun for. */
const NUMBERS = [1, 2, 5, 1.5];
/** Other amounts: halves, thirds, dozens, decades and centuries, which Intl has not. */
const MORE: Readonly<Record<string, string>> = {
  de: 'hälfte drittel dutzend jahrzehnt jahrzehnte jahrzehnten jahrhundert jahrhunderte jahrhunderts jahrhunderten jahrtausend millionen milliarden',
  fr: 'moitié tiers quart dizaine dizaines douzaine quinzaine vingtaine trentaine cinquantaine soixantaine centaine centaines milliers décennie décennies siècle siècles million millions milliard milliards',
  es: 'mitad tercio docena decena decenas centenar centenares miles década décadas siglo siglos millón millones',
  it: 'metà terzo quarto dozzina decina decine centinaio centinaia migliaio migliaia decennio decenni secolo secoli milione milioni miliardo miliardi',
  pt: 'metade terço dúzia dezena dezenas centena centenas milhar milhares década décadas século séculos milhão milhões bilhão bilhões',
  nl: 'helft derde kwart dozijn decennium decennia eeuw eeuwen miljoen miljoenen miljard',
  pl: 'połowa połowy połowę ćwierć tuzin tysiąc tysiące tysięcy dziesiątki setki dekada dekady wiek wieku wieków stulecie milion miliony milionów miliard miliardów',
  ru: 'половина половину половины треть четверть десяток десятки сотни дюжина тысяча тысячи тысячу тысяч десятилетие десятилетия век века веков столетие миллион миллиона миллионов миллиард миллиарда миллиардов',
  ko: '절반 세기',
  ja: '半数 半分 世紀',
};
/** A unit that is a railway as well, in half of the languages. */
const THING = 'metro';
/** Letters of a stem by which a form (Monaten) is known; shorter ones are those of other words. */
const LEAST_STEM = 4;

const amounts = new Map(Object.entries(MORE).map(([language, words]) => [language, new Set(words.split(' '))]));

const known = new Map<string, ReadonlySet<string>>();

/**
 * Whether a word, in small letters, is a unit of time, length, volume, weight or area, a degree or percent, in any form, or another
 * amount.
 */
export function isMeasure(language: string, word: string): boolean {
  const names = known.get(language) ?? namesOf(language);
  known.set(language, names);
  return names.size > 0 && word !== THING && (names.has(word) || names.has(stemKey(lightStem(language, word))));
}

/** Whether a word, in small letters, is an amount of what is named after it: moitié des tableaux. */
export const isAmount = (language: string, word: string): boolean => amounts.get(language)?.has(word) === true;

const stemKey = (stem: string) => `${stem}-`;

function namesOf(language: string): ReadonlySet<string> {
  const names = new Set(amounts.get(language));
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
