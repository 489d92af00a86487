/** Words that an object begins with and that follow a noun hardly ever, by language. */
const ARTICLES: Readonly<Record<string, string>> = {
  fr: "le la les l' l’ un une mon ma mes ton ta tes son sa ses notre nos votre vos ce cet cette ces",
  it: "il lo la gli le i l' l’ un uno una un' un’",
  es: 'el la los las un una unos unas su sus este esta estos estas',
  pt: 'o os as um uma uns umas seu sua seus suas este esta esse essa',
};
/** Those that tell at the beginning of a sentence or clause alone: within it they follow nouns (dat de huurder de borg krijgt; visita a casa). */
const FIRST_ARTICLES: Readonly<Record<string, string>> = {
  pt: 'a',
  nl: 'de het een je uw ze alles',
  de: 'Sie du den das ein eine einen deine deinen Ihre Ihren',
};
/** What makes an article one of a superlative (la ville la plus haute) or of a day (la réunion le lundi), which follow nouns. */
const AFTER_ARTICLE = /^(?:plus|moins|más|menos|mais|più|meno|\p{Lu}.*|\p{N}.*)$/u;
const DAY =
  /^(?:lun|mar|mer|jeu|ven|sam|dim|gio|sab|dom|mié|jue|vie|sáb|soir|matin|noche|mañana|sera|mattina|noite|manhã|año|mes|semaine|semana)/;

/** What ends as no verb does, whatever follows it. */
const NO_VERB: Readonly<Record<string, RegExp>> = {
  fr: /(?:tion|sion|eur|age|isme|ité|eau|ot|ure|ence|ance)s?$/,
  it: /(?:(?<!nd)o|i|zione|sione|tà|tura|enza|anza|ore|iere)$/,
  es: /(?:(?<!nd)o|(?<!mo)s|[cs]ión|dad|[dt]or|aje)$/,
  pt: /(?:(?<!nd)o|(?<!mo)s|l|dade|[dt]or|gem)$/,
};

/** What another instruction follows: Pel de eieren en kook ze. */
const BEGINS = /^(?:en|of|e|ou|,|;|:)$/;

const sets = new Map<string, ReadonlySet<string>>();
function setOf(name: string, words: string | undefined): ReadonlySet<string> {
  const known = sets.get(name) ?? new Set(words?.split(' '));
  sets.set(name, known);
  return known;
}

/**
 * Whether an object follows a word, so that it is a verb and no noun: Coupe les pommes; cache une belle terrasse.
 *
 * @param words with the blanks between them
 * @param isFirst whether it comes first in a sentence and has a capital
 */
export function isBeforeObject(language: string, words: readonly string[], at: number, isFirst: boolean): boolean {
  if (words[at + 1]?.trim() !== '' || /\n/.test(words[at + 1])) return false;
  if (NO_VERB[language]?.test(words[at])) return false;
  const next = words[at + 2] ?? '';
  const begins = isFirst || BEGINS.test(words[at - 2] ?? '');
  const isArticle = setOf(language, ARTICLES[language]).has(next);
  if (!isArticle && !(begins && setOf(`${language}-first`, FIRST_ARTICLES[language]).has(next))) return false;
  const object = (/['’]$/.test(next) ? words[at + 3] : words[at + 4]) ?? '';
  return isFirst || !(AFTER_ARTICLE.test(object) || DAY.test(object));
}
