/** Frequent words that English has not, nor its names; by language. */
export const ownFunctionWords: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    de: 'der das und nicht mit auf ein eine einen einer dem des im ist wird sind zu von vom zum zur bei nach aus wurde werden kann kein keine oder auch sich wie',
    fr: 'le la les de du des et est une un dans pour sur par au aux avec qui que pas ce cette sont ne il vous votre',
    es: 'el la los las del una un por para con que se es y su al de en',
    it: 'il lo la gli di del della dei che per una un con sono nel alla non da le si al',
    pt: 'os do da dos das um uma para com que em na ao por de se foi pode',
    nl: 'de het een van en voor met niet op te zijn wordt naar bij uit om dat kan deze geen worden',
    pl: 'w z na nie jest od po dla oraz jako lub tego nie',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);
/** Nats that a word is commoner in a language than in English, at least, if it is the language's own. */
const OWN = 1.7;
/** Nats that a word is commoner in English, at least, if another language has it from there: the repair of door repair is not Dutch. */
const LOAN = 0.7;

/** A word of a text, and how common it is in a language and in English, in nats. */
export interface ComparedWord {
  readonly word: string;
  /** Whether only it and few others of the text have a capital: a name, which may be from everywhere, or a German noun. */
  readonly isCapital: boolean;
  readonly share: number;
  readonly english: number;
}

/**
 * Whether a text has something of a language's own, where English has all its words as well: a function word that English has
 * not, or, if none is a loan, a word far commoner in it. A function word by itself is none, for no text is one: door, die.
 *
 * @param leastFunction how common function words are, at least
 */
export function hasOwnWord(language: string, words: readonly ComparedWord[], leastFunction: number): boolean {
  const isGerman = language === 'de';
  if (words.some(({ word }) => ownFunctionWords[language]?.has(word.toLowerCase()))) return true;
  if (words.some((word) => word.english >= word.share + LOAN && !(isGerman && word.isCapital))) return false;
  return words.some(
    ({ share, english, isCapital }) =>
      share >= english + OWN && (isGerman || !isCapital) && (words.length > 1 || share < leastFunction),
  );
}
