import type { Piece } from '../cutter-tokenizer.js';

/** What words begin with where a vowel follows, with its apostrophe. */
const ELIDED: Readonly<Record<string, RegExp>> = {
  fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’]/,
  it: /^(?:[cdlmnstv]|un|gl|dell|all|nell|sull|dall|quell|quest|anch|tutt|com|dov|cos|sant|bell|senz|mezz)['’]/,
  ca: /^(?:[dlmnst])['’]/,
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

/** Parts elided articles from their words, and marks the words that tie two others. */
export function romancePieces(language: string): (segments: Iterable<string>) => Iterable<Piece> {
  const elided = ELIDED[language];
  const [links, articles] = (LINKS[language] ?? ['', '']).map((words) => new Set(words.split(' ')));
  return function* (segments) {
    let follows = false;
    for (const segment of segments) {
      const article = elided?.exec(segment)?.[0] ?? '';
      const parts =
        article !== '' && article.length < segment.length ? [article, segment.slice(article.length)] : [segment];
      for (const word of parts) {
        if (links.has(word) || (follows && articles.has(word))) {
          follows = true;
          yield { word, partOfSpeech: 'ADP:link' };
        } else if (word === article) yield { word, partOfSpeech: 'DET' };
        else {
          if (word.trim() !== '') follows = false;
          yield { word };
        }
      }
    }
  };
}
