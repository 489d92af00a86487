import type { Piece } from '../cutter-tokenizer.js';
import { dutchVerb, finiteEndings, hasGluedPronoun, isFrenchInfinitive, wordsBeforeVerbs } from './verbs.js';
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
const SMALL = /^\p{Ll}/u;
/** A word in capitals throughout: after another one, in a text that shouts, its capitals say nothing. */
const SHOUTED = /^\p{Lu}{2,}$/u;
const IN_SENTENCE = /^[\p{L}\p{N},'’()-]/u;

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

  return function* (segments) {
    let before = '';
    let isShouting = false;
    let isLinked = false;
    for (const word of parts(segments)) {
      const small = word.toLowerCase();
      if (links.has(small) || (isLinked && articles.has(small))) {
        isLinked = true;
        yield { word, partOfSpeech: 'ADP:link' };
      } else {
        if (word.trim() === '') {
          yield { word };
          continue;
        }
        isLinked = false;
        const isSmall = SMALL.test(word) || (isShouting && SHOUTED.test(word));
        const isNoName = isSmall || !IN_SENTENCE.test(before);
        const dutch =
          isNoName && language === 'nl' && classOf && !isKnown(small) ? dutchVerb(small, classOf) : undefined;
        const wordClass = dutch ?? (isNoName ? classOf?.(small) : undefined);
        const isVerb =
          (isSmall && (beforeVerbs.has(before) || endings?.test(word))) ||
          (isSmall && language === 'fr' && isFrenchInfinitive(small, isKnown)) ||
          (isNoName && hasGluedPronoun(language, small) && !isKnown(small));
        if (isVerb || wordClass === 'other' || (elided && /['’]$/.test(word))) yield { word, partOfSpeech: 'AUX' };
        else if (wordClass === 'adjective') yield { word, partOfSpeech: 'ADJ:part' };
        else yield { word };
      }
      before = small;
      if (word.trim() !== '') isShouting = SHOUTED.test(word);
    }
  };
}
