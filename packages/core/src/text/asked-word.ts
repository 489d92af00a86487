import { FUNCTION_SHARE, logShare, RARE, sharesOf, type WordTable } from './common-words.js';
import { hasVectors, languageByScript, languageOfWord, vectorLanguages } from './language.js';
import { commonWords, tellLanguage } from './language-of-text.js';

/** What a word that is asked for is looked up as. */
export interface AskedWord {
  /** By ISO 639. */
  readonly language: string;
  /** A language that it may be of as well, where its letters do not tell. */
  readonly rival?: string;
}

/** How common a word is in English at least, in nats, that English is not left for another language. */
const KNOWN_IN_ENGLISH = logShare(5000);
/** Nats by which a rarer one is commoner in another language, at least, if it is of that: rouge, bella. */
const FAR = Math.log(10);
/** Nats by which a language of a word may be less likely than the likeliest. */
const NEARLY = 2;

/**
 * The language whose vectors may know a word that is asked for: the one that is named, else the one its script tells; of a word in Latin
 * letters the one where it is commonest, unless English knows it well (chat).
 *
 * @param lang a BCP 47 tag, or `auto`
 * @throws as `languageOfWord` and `tellLanguage`
 */
export async function languageOfAskedWord(word: string, lang = 'auto'): Promise<AskedWord> {
  const byScript = languageOfWord(word, lang);
  const { isOpen, language } = languageByScript(word);
  if (lang !== 'auto' || (!isOpen && language !== 'zh')) return { language: byScript };
  const words = isOpen ? await commonWords() : undefined;
  const common = words && byCommonness(word.toLowerCase(), words);
  if (common) return common;
  // In Han characters, or a word that no table has.
  const { language: detected, evidence } = await tellLanguage(word);
  const rival = evidence?.rival();
  if (!isOpen) return rival === undefined ? { language: detected } : { language: detected, rival };
  return { language: words && rival === undefined && hasVectors(detected) ? detected : byScript };
}

/** The language where a word is commonest; undefined where none has it. */
function byCommonness(word: string, table: WordTable): AskedWord | undefined {
  const shares = sharesOf(word, table);
  const shareOf = (language: string) => shares[table.languages.indexOf(language)] || RARE;
  const english = shareOf('en');
  // Nobody asks for the neighbours of function words: hat is English, though German has it oftener.
  const [first, second] = vectorLanguages
    .filter((language) => shareOf(language) > RARE && shareOf(language) < FUNCTION_SHARE)
    .sort((a, b) => shareOf(b) - shareOf(a));
  if (english === RARE && first === undefined) return undefined;
  if (first === undefined || shareOf(first) <= english) return { language: 'en' };
  if (english >= KNOWN_IN_ENGLISH || shareOf(first) < english + FAR) return { language: 'en', rival: first };
  const isNear = second !== undefined && shareOf(second) > shareOf(first) - NEARLY;
  return isNear ? { language: first, rival: second } : { language: first };
}
