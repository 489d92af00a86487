import type { WordClasses } from './word-classes.js';

/** Words that verbs follow, by language: pronouns, auxiliaries, negations, reflexives. */
const BEFORE_VERBS: Readonly<Record<string, string>> = {
  fr: "a ont avait avaient ai as avons avez est sont était étaient sera seront serait fut été être avoir ayant ne n' n’ se s' s’ il elle ils elles on nous vous je j' j’ tu qui doit doivent peut peuvent pourra pourront pourrait pourraient devra devront devrait devraient va vont y veut veulent faut pour",
  it: "ha hanno aveva avevano ho abbiamo è sono era erano sarà saranno fu furono stato stata stati state essere avere si non può possono potrà potranno potrebbe deve devono dovrà dovranno dovrebbe dovrebbero vuole vogliono che lo li viene vengono c' ne mi ci vi",
  es: 'os él ella ellos ellas yo usted ustedes ya ha han había habían he hemos es son era eran fue fueron será serán sido ser haber se no puede pueden podía podían podrá podrán podría podrían debe deben debía debían deberá deberán debería deberían quiere quieren suele suelen que le les lo nos me va van está están para',
  pt: 'ele ela eles elas eu você vocês já ainda foi foram é são era eram será serão sido ser ter tem têm tinha tinham não se pode podem poderá poderão deve devem devia deviam deverá deverão quer querem costuma costumam vai vão que lhe lhes está estão estava para',
  pl: 'zostanie zostaną został została zostało zostały zostali',
  ca: "ha han havia és són era eren serà estat ser no es s' pot poden que va van ens em",
  ro: 'a au am ai este sunt era erau fi nu se va vor poate pot să',
};

const sets = new Map<string, ReadonlySet<string>>();

/** Words of a language that a verb follows more often than a noun; in small letters. */
export function wordsBeforeVerbs(language: string): ReadonlySet<string> {
  const known = sets.get(language) ?? new Set(BEFORE_VERBS[language]?.split(' '));
  sets.set(language, known);
  return known;
}

/** Endings that finite verbs and adverbs have and hardly any noun; and numbers that are no stop words. */
const FINITE: Readonly<Record<string, RegExp>> = {
  fr: /(?:aient|èrent|eront|irent|erait|eraient|issent|issait|.{2}ième)$/,
  it: /(?:arono|erono|irono|avano|evano|ivano|eranno|iranno|erà|irà|erebbe|erebbero|(?:err|orr)(?:à|anno|ebbe|ebbero)|iscono|.{4}mente|ant['’]anni|ent['’]anni)$/,
  es: /(?:aron|ieron|[aei]rán?|[aei]remos|[aei]rse|aban|ían|arían|iendo|.{4}mente|cient[oa]s|quinient[oa]s|^diez)$/,
  pt: /(?:[áéêí]mos|aram|eram|iram|avam|arão|erão|irão|ariam|eriam|.{4}mente)$/,
  nl: /(?:.{3}(?:tien|tiende|tigste|honderd|duizend)|^(?:.*en)?(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig|^twaalf)$/,
  pl: /(?:naście|nastu|dzieścia|dzieści|dziesiąt|dziestu|^(?:dwieście|trzysta|czterysta)|(?:pięć|sześć|siedem|osiem|dziewięć)set|(?:(?<!gim)nast|dziest)(?:[yąae]|ego|ej|emu|ym)|(?:siódm|^ósm|dziewiąt|dziesiąt|szóst)(?:ej|ą)|owali|owała|owano|ują|uje|iemy|amy)$/,
  ru: /(?:дцат[ьи]|(?:пять|шесть|семь|восемь)десят|(?:тре|четыре)ста|[ьи]сот|^сорок|^(?:пяти|шести|семи|восьми|девяти|десяти))$|.{2}(?:ться|ировать|[^р]овать|ировал[аио]?|[иы]вал[аи]|ется|ются|ится|ятся|лся|лась|лись|лось|ает|яет|ают|яют|ует|уют)$/,
};

/** Endings of verbs with pronouns glued to them, which tables of words have few of: tuéstala, asciugatele, mettendolo. */
const WITH_PRONOUN: Readonly<Record<string, RegExp>> = {
  it: /.{2}(?:[aei]te(?:l[oaie]|ne|mi|ci|vi)|ndo(?:l[oaie]|gli|si|ne|mi|ci|vi))$/,
  es: /(?:.[aei]d|[áéíóú][^aeiou]{1,3}[aei]|.[áé]ndo|[aei]r)(?:me|te|se|nos)?l[aeo]s?$/,
  pt: /.-(?:me|te|se|nos|lhes?|[ln]?[oa]s?)$/,
};

/** Nouns that French infinitives are as well. */
const INFINITIVE_NOUNS =
  /^(?:d[îi]ner|d[ée]jeuner|souper|go[ûu]ter|coucher|lever|baiser|soir|conseiller|berger|boucher|poster|flipper)$/;

/**
 * Whether a French word is an infinitive, or an imperative in -ez: tables have its participle and its present as well (prolonger:
 * prolongé, prolonge; préchauffez: préchauffé), of names (Lopez) they have not.
 */
export function isFrenchVerb(word: string, isKnown: (word: string) => boolean): boolean {
  const stem = word.slice(0, -2);
  if (/.{2}er$/.test(word)) {
    const isVerb = isKnown(`${stem}e`) || (/y$/.test(stem) && isKnown(`${stem.slice(0, -1)}ie`));
    return !INFINITIVE_NOUNS.test(word) && isKnown(`${stem}é`) && isVerb;
  }
  if (/.{3}ez$/.test(word)) return isKnown(`${stem}é`) || isKnown(`${stem}er`);
  return /.{2}ir$/.test(word) && isKnown(word.slice(0, -1)) && isKnown(`${word.slice(0, -1)}t`);
}

/** Prefixes that Dutch verbs have in front of themselves and of participles: opraapte, doorgestreepte. */
const SEPARABLE =
  /^(?:aan|achter|af|bij|binnen|door|in|mee|na|neer|om|onder|op|over|samen|tegen|terug|toe|uit|vast|voor|vrij|weg)/;

/** What a Dutch word is that no table has: a verb or a participle of a known one with a prefix; undefined for all else. */
export function dutchVerb(word: string, classOf: WordClasses): 'other' | 'adjective' | undefined {
  const rest = word.replace(SEPARABLE, '');
  if (rest === word || rest.length < 4) return undefined;
  const found = classOf(rest);
  if (found === 'other' || (found === 'adjective' && rest.startsWith('ge'))) return found;
  return undefined;
}

/** What ends as adjectives alone do, by language: inudibili. */
const ADJECTIVES: Readonly<Record<string, RegExp>> = {
  fr: /.{3}[ai]bles?$/,
  it: /.{3}[ai]bil[ei]$/,
  es: /.{3}[ai]bles?$/,
  pt: /.{3}(?:[aí]vel|[aí]veis)$/,
};

/** Whether a word that no table has ends as adjectives do and nouns do not. */
export const isUnknownAdjective = (language: string, word: string): boolean =>
  ADJECTIVES[language]?.test(word) ?? false;

/** Whether a word that no table has ends as a verb with a pronoun glued to it. */
export const hasGluedPronoun = (language: string, word: string): boolean => WITH_PRONOUN[language]?.test(word) ?? false;

/** What ends as finite verbs of a language do; undefined where that does not tell. */
export const finiteEndings = (language: string): RegExp | undefined => FINITE[language];
