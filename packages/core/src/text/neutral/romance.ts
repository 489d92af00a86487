import type { Piece } from '../cutter-tokenizer.js';
import { isAfterNoun, isNounByArticle, isPluralAfterNoun } from './after-nouns.js';
import { isBareParticiple } from './bare-participles.js';
import { isDutchVerb } from './dutch.js';
import { endOfFixedPhrase } from './fixed-phrases.js';
import { isSlavicImperative } from './imperatives.js';
import { isBeforeObject } from './objects.js';
import {
  dutchVerb,
  finiteEndings,
  hasGluedPronoun,
  isFrenchVerb,
  isUnknownAdjective,
  wordsBeforeVerbs,
} from './verbs.js';
import type { WordClasses } from './word-classes.js';

/** What words begin with where a vowel follows, with its apostrophe. */
const ELIDED: Readonly<Record<string, RegExp>> = {
  fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’]/i,
  it: /^(?:[cdlmnstv]|un|gl|dell|all|nell|sull|dall|quell|quest|anch|tutt|com|dov|cos|sant|bell|senz|mezz)['’]/i,
  ca: /^(?:[dlmnst])['’]/i,
};

/** Words that tie two others to a phrase (accident de voiture), and articles that may follow them (chef de la police). */
const LINKS: Readonly<Record<string, readonly [links: string, articles: string]>> = {
  fr: ["de du des d' d’", "la l' l’"],
  it: ["di del dello della dei degli delle dell' dell’ d' d’", ''],
  es: ['de del', 'la los las el'],
  pt: ['de do da dos das', ''],
  gl: ['de do da dos das', ''],
  ca: ["de del dels d' d’", "la l' l’ les els"],
  ro: ['de', ''],
};
/** A French gerund, after `en`: en battant. */
const GERUND = /.{2}ant$/;
const SMALL = /^\p{Ll}/u;
/** A word in capitals throughout: after another one, in a text that shouts, its capitals say nothing. */
const SHOUTED = /^\p{Lu}{2,}$/u;
const IN_SENTENCE = /^[\p{L}\p{N},'’()-]/u;

/** Articles and prepositions that names begin with, or have in them, with a capital: La Palma, Camille Le Goff, Van Dalen. */
const IN_NAMES = /^(?:La|Le|Les|Los|Las|El|Il|Lo|Gli|Den|Der|Van|Ter|Ten|De|Du|Des|Da|Das|Dos|São)$/;
const CAPITAL = /^\p{Lu}\p{Ll}/u;
const AFTER_WORD = /^\p{L}/u;

const AND = new Set('et e ed y'.split(' '));
/** Of French, Italian, Spanish, Portuguese and Dutch; a form of `be` is among the words before verbs. */
const COPULAS = new Set(
  'reste restent devient deviennent semble semblent paraît resta restano rimane rimangono diventa diventano sembra sembrano pare resulta parece parecem parecen queda quedan sigue siguen sale salen fica ficam ficou ficaram continua continuam sai saem va vanno rimasto rimasta rimasti rimaste is zijn blijft wordt lijkt'.split(
    ' ',
  ),
);

/** What a Russian adjective in the instrumental says the state of: остаётся горячим. */
const RUSSIAN_COPULA = /^(?:оста|ста|быва|был|буд|явля|каз|каж|счита|дела)[а-яё]*$/;
const INSTRUMENTAL = /.{3}(?:[ыи]ми?|ой)$/;

/** Adverbs that are made of adjectives: probablement coupée. */
const ADVERB = /mente?$/;
/** Adverbs before adjectives, and some before nouns too: plus lourde, plus de pain. */
const DEGREES = new Set(
  'plus moins très trop assez aussi peu più meno molto troppo poco más muy menos tan demasiado mais muito tão pouco bastante zeer heel erg te meer'.split(
    ' ',
  ),
);

/**
 * Parts elided articles from their words, and marks the words that tie two others, and verbs by the words before them. Of
 * languages that have nothing of it every word stays as it is.
 *
 * @param isKnown whether a table of words has a word
 */
export function romancePieces(
  language: string,
  isKnown: (word: string) => boolean,
  classOf?: WordClasses,
  stopWords: ReadonlySet<string> = new Set(),
): (segments: Iterable<string>) => Iterable<Piece> {
  const elided = ELIDED[language];
  const [links, articles] = (LINKS[language] ?? ['', '']).map((words) => new Set(words.split(' ')));
  const beforeVerbs = wordsBeforeVerbs(language);
  const endings = finiteEndings(language);

  function* parts(segments: Iterable<string>): Iterable<string> {
    for (const segment of segments) {
      const article = elided?.exec(segment)?.[0] ?? '';
      if (article !== '' && article.length < segment.length) yield* [article, segment.slice(article.length)];
      else yield segment;
    }
  }

  const isContent = (word: string | undefined): word is string =>
    word !== undefined && word.length > 3 && SMALL.test(word) && !stopWords.has(word);
  /**
   * Whether what may be a noun or an adjective is an adjective by its place: beside a noun (foglie secche, le nouveau contrat), after a
   * copula (reste légère), after an adverb (plus lourde), or after another one (simple et généreuse).
   */
  const isAdjectiveByPlace = (words: readonly string[], w: number): boolean => {
    const [two, one, next] = [words[w - 2]?.toLowerCase(), words[w - 1], words[w + 2]];
    if (words[w + 1] === ' ' && isContent(next) && classOf?.(next) === 'noun') return true;
    if (one !== ' ') return false;
    if (AND.has(two)) return isContent(words[w - 4]) && /either|adjective/.test(classOf?.(words[w - 4]) ?? '');
    const ofTwo = classOf?.(two) ?? '';
    if (ADVERB.test(two) && ofTwo === 'other') return true;
    // más plazas de aparcamiento: an amount of what has more said of it.
    if (DEGREES.has(two)) return !links.has(next?.toLowerCase() ?? '');
    return COPULAS.has(two) || (isContent(two) && /noun|adjective/.test(ofTwo));
  };

  return function* (segments) {
    let before = '';
    let isShouting = false;
    let isLinked = false;
    /** Where a noun stands, by what was said of it. */
    let noun = -1;
    let fixedUntil = 0;
    /** Where an article of a name stands. */
    let articleAt = -3;
    const words = [...parts(segments)];
    for (const [w, word] of words.entries()) {
      const small = word.toLowerCase();
      fixedUntil = Math.max(fixedUntil, endOfFixedPhrase(language, words, w));
      if (w < fixedUntil && word.trim() !== '') {
        isLinked = false;
        yield { word, partOfSpeech: 'AUX' };
      } else if (links.has(small) || (isLinked && articles.has(small) && !CAPITAL.test(word))) {
        isLinked = true;
        yield { word, partOfSpeech: 'ADP:link' };
      } else {
        if (word.trim() === '') {
          yield { word };
          continue;
        }
        isLinked = false;
        const isNamed = articleAt === w - 2 && CAPITAL.test(word);
        if (
          IN_NAMES.test(word) &&
          AFTER_WORD.test(before) &&
          words[w + 1] === ' ' &&
          CAPITAL.test(words[w + 2] ?? '')
        ) {
          articleAt = w;
          before = small;
          yield { word, partOfSpeech: 'DET:lead' };
          continue;
        }
        const isSmall = SMALL.test(word) || (isShouting && SHOUTED.test(word));
        const isNoName = isSmall || !IN_SENTENCE.test(before);
        const dutch =
          isNoName && language === 'nl' && classOf && !isKnown(small) ? dutchVerb(small, classOf) : undefined;
        const byTable = dutch ?? (isNoName ? classOf?.(small) : undefined);
        const isPlainNoun = (other: string) => isContent(other) && classOf?.(other) === 'noun';
        const wordClass =
          byTable === 'other' && !stopWords.has(small) && isNounByArticle(language, words, w, isPlainNoun)
            ? 'noun'
            : byTable;
        const isVerb =
          (isSmall && (beforeVerbs.has(before) || endings?.test(word))) ||
          (isNoName && language === 'fr' && isFrenchVerb(small, isKnown)) ||
          (isSmall && language === 'fr' && before === 'en' && GERUND.test(word)) ||
          (isNoName && isSlavicImperative(language, words, w, isKnown)) ||
          (isNoName && isBareParticiple(language, words, w, isKnown)) ||
          (isNoName && isBeforeObject(language, words, w, !isSmall)) ||
          (isNoName && hasGluedPronoun(language, small) && !isKnown(small)) ||
          (isNoName && language === 'nl' && !!classOf && isDutchVerb(words, w, !isSmall, classOf, isKnown, stopWords));
        if (isNamed) yield { word, partOfSpeech: 'PROPN:part' };
        else if (isVerb || wordClass === 'other' || (elided && /['’]$/.test(word))) yield { word, partOfSpeech: 'AUX' };
        else if (
          wordClass === 'adjective' ||
          (isNoName && !isKnown(small) && isUnknownAdjective(language, small)) ||
          (language === 'ru' && isContent(words[w + 2]) && words[w + 1] === ' ' && classOf?.(small) === 'adjective') ||
          (INSTRUMENTAL.test(small) && RUSSIAN_COPULA.test(before)) ||
          (wordClass === 'either' && isSmall && isAdjectiveByPlace(words, w)) ||
          (isSmall && !stopWords.has(small) && isPluralAfterNoun(language, words, w, isPlainNoun))
        )
          yield { word, partOfSpeech: 'ADJ:part' };
        else if (isSmall && noun === w - 2 && !stopWords.has(small) && isAfterNoun(language, words, w))
          yield { word, partOfSpeech: 'VERB:part' };
        else {
          if (!stopWords.has(small)) noun = w;
          yield { word };
        }
      }
      before = small;
      if (word.trim() !== '') isShouting = SHOUTED.test(word);
    }
  };
}
