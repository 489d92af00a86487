import { CASES, type Reading, type WordForms } from './word-forms.js';

const { nominative, genitive, dative, accusative, instrumental, locative } = CASES;
/** Prepositions by the cases that follow them. */
const PREPOSITIONS: Readonly<Record<string, readonly (readonly [cases: number, words: string])[]>> = {
  ru: [
    [
      genitive,
      'без до для из из-за из-под от у около после против ради кроме среди вместо вокруг возле мимо вдоль внутри ото изо',
    ],
    [dative, 'к ко благодаря согласно вопреки навстречу'],
    [dative | accusative | locative, 'по'],
    [accusative, 'через про сквозь'],
    [accusative | locative, 'в во на о об обо'],
    [accusative | instrumental, 'за под'],
    [genitive | accusative | instrumental, 'с со'],
    [instrumental, 'над перед передо надо'],
    [genitive | instrumental, 'между'],
    [locative, 'при'],
  ],
  pl: [
    [
      genitive,
      'bez do dla od u obok około podczas według wśród zamiast spod znad oprócz mimo wobec wzdłuż koło poza spośród ze',
    ],
    [dative, 'ku dzięki przeciwko wbrew'],
    [accusative, 'przez'],
    [accusative | locative, 'w we na o po'],
    [accusative | instrumental, 'za nad pod przed między'],
    [genitive | instrumental | accusative, 'z'],
    [locative, 'przy'],
  ],
};

const known = new Map<string, ReadonlyMap<string, number>>();
/** The cases that may follow a preposition, by it. */
function prepositionsOf(language: string): ReadonlyMap<string, number> {
  const rows = PREPOSITIONS[language] ?? [];
  const found =
    known.get(language) ?? new Map(rows.flatMap(([cases, words]) => words.split(' ').map((one) => [one, cases])));
  known.set(language, found);
  return found;
}

const HYPHEN = /^[-‐‑]$/;

/**
 * A phrase in the nominative, its number kept: экономического роста – экономический рост, Puszczy Białowieskiej – Puszcza Białowieska.
 * Its noun is put there, adjectives that agree with it and further names of a person; the rest stays: роста цен – рост цен.
 *
 * @param words in small letters; hyphens are words
 * @param before the word before them, if nothing but a blank comes between
 * @returns a word for each; undefined where it is unsure
 */
export function nominativeOf(
  language: string,
  formsOf: WordForms,
  words: readonly string[],
  before: string | undefined,
): readonly string[] | undefined {
  // What is called after somebody or something is not declined with it: улице Ленина, ulicy Partyzantów.
  if (before !== undefined && STREETS[language]?.test(before)) return undefined;
  const units = unitsOf(words).map((unit) => ({ ...unit, told: tellingPart(unit) }));
  const readings = units.map(({ told }) => formsOf(words[told]));
  const adjectives = readings.findIndex((ofWord) => !ofWord.some(isAdjective));
  for (let head = adjectives < 0 ? units.length - 1 : adjectives; head >= 0; head--) {
    const found = phraseWith(head);
    if (found) return found;
  }
  return adjectiveAlone();

  /** A name that is an adjective: Светлой, Светлая. */
  function adjectiveAlone(): readonly string[] | undefined {
    const [forms, ...more] = readings;
    const nominatives = new Set(forms.map((one) => one.nominative));
    return more.length === 0 && words.length === 1 && nominatives.size === 1 ? [...nominatives] : undefined;
  }

  function phraseWith(head: number): readonly string[] | undefined {
    const nouns = readings[head].filter((one) => !isAdjective(one)).flatMap((noun) => agreeing(noun, head));
    const [best] = nouns.sort((a, b) => b.chosen.size - a.chosen.size);
    const fitting = nouns.filter(({ chosen }) => chosen.size === best.chosen.size);
    const { chosen } = fitting.find(({ noun, cases }) => fitsContext(noun, cases)) ?? fitting[0] ?? {};
    if (!chosen) return undefined;
    const result = [...words];
    for (const [unit, reading] of chosen) {
      const { first, last, told } = units[unit];
      result[told] = reading.nominative;
      // роботом-пылесосом, Bielsku-Białej: both nouns change where they agree, but not пресс of пресс-конференции.
      for (let at = first; at <= last; at += 2) {
        // Ростове-на-Дону: what follows the preposition is in its case.
        if (prepositionsOf(language).has(words[at])) break;
        if (at === told) continue;
        const part = formsOf(words[at]).find(
          (one) =>
            isAdjective(one) === isAdjective(reading) &&
            isPlural(one) === isPlural(reading) &&
            (one.cases & reading.cases) !== 0,
        );
        if (part) result[at] = part.nominative;
      }
    }
    return result;
  }

  /** The part of a word with hyphens that tells its case: the last, but of Nowakowskiej-Maj and Ростове-на-Дону the first. */
  function tellingPart({ first, last }: { first: number; last: number }): number {
    if (first === last) return last;
    const names = formsOf(words[first]).filter(({ kind }) => kind === 'person');
    // Of two that are declined together the last tells: Римской-Корсаковой.
    const isOfBoth = ({ kind, cases }: Reading) => kind !== 'noun' && names.some((name) => (name.cases & cases) !== 0);
    const isOfFirst = names.length > 0 && !formsOf(words[last]).some(isOfBoth);
    return isOfFirst || prepositionsOf(language).has(words[first + 2]) ? first : last;
  }

  /** A noun with the adjectives that agree with it, before it and in Polish after it, and further names. */
  function agreeing(noun: Reading, head: number) {
    const chosen = new Map<number, Reading>([[head, noun]]);
    let { cases } = noun;
    const add = (unit: number, fits: (one: Reading) => boolean) => {
      const found = readings[unit].find((one) => fits(one) && (one.cases & cases) !== 0);
      if (found) {
        chosen.set(unit, found);
        cases &= found.cases;
      }
      return found !== undefined;
    };
    const agrees = (one: Reading) => isAdjective(one) && one.number === noun.number;
    // Anny Hetman is one person, though Anny may be many.
    const isPerson = noun.kind === 'person' && !isPlural(noun);
    for (let unit = head - 1; unit >= 0; unit--) if (!add(unit, agrees)) return [];
    for (let unit = head + 1; unit < units.length; unit++) {
      const isOwn = isPerson ? (one: Reading) => one.kind === 'person' && !isPlural(one) : agrees;
      if (!isPerson && (noun.kind === 'person' || language !== 'pl' || isOfNext(unit))) break;
      if (!add(unit, isOwn)) break;
    }
    return [{ noun, cases, chosen }];
  }

  /** Whether an adjective agrees with the noun after it, too: szkoły wyższej uczelni. */
  function isOfNext(unit: number): boolean {
    const next = readings[unit + 1]?.filter((one) => !isAdjective(one)) ?? [];
    return readings[unit].some((one) =>
      next.some((noun) => noun.number === one.number && (noun.cases & one.cases) !== 0),
    );
  }

  function fitsContext(noun: Reading, cases: number): boolean {
    // What begins a sentence or clause is more often its subject.
    if (before === undefined) return (cases & nominative) !== 0;
    const governed = prepositionsOf(language).get(before);
    if (governed !== undefined) return (cases & governed) !== 0;
    const ofBefore = formsOf(before);
    const adjective = ofBefore.filter(
      (one) => isAdjective(one) && (ofBefore[0].kind === 'adjective' || one.number === noun.number),
    );
    if (adjective.length > 0) return adjective.some((one) => one.number === noun.number && (one.cases & cases) !== 0);
    // A noun has another in the genitive after it; the nominative of men is like none of their other cases.
    // So is the name of a person that the noun says more of: директор Марина Ефимова.
    return ofBefore.length === 0 || (cases & genitive) !== 0 || noun.number === 'v' || isNamed(noun, cases);
  }
}

/** What a street or a stop is, before the genitive of what it is called after. */
const STREETS: Readonly<Record<string, RegExp>> = {
  ru: /^(?:улиц|площад|проспект|переул|проезд|набережн|бульвар|станци)/,
  pl: /^(?:ulic|plac|alej|osiedl|skwer|rond|bulwar)/,
};

const isNamed = ({ kind }: Reading, cases: number) => kind === 'person' && (cases & nominative) !== 0;
const isAdjective = ({ kind }: Reading) => kind === 'adjective';
const isPlural = ({ number }: Reading) => number === 'p' || number === 'v';

/** Words, or several with hyphens between them, of which the last one tells. */
function unitsOf(words: readonly string[]): { readonly first: number; readonly last: number }[] {
  const units: { first: number; last: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    const first = at;
    while (HYPHEN.test(words[at + 1] ?? '') && at + 2 < words.length) at += 2;
    units.push({ first, last: at });
  }
  return units;
}
