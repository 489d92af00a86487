import type { Piece } from '../cutter-tokenizer.js';
import { isKoreanRoot, isKoreanVerb } from './korean-verbs.js';

/** Particles that follow nouns, the longest first. */
const PARTICLES =
  '들에게서 들에게는 들에게 들이 들은 들을 들의 들도 들과 들 만큼은 만큼 께서는 께서 께 쯤 씩 이라 으로부터 에서부터 에게서는 에게서도 에게서 에게는 에게도 이라고 이라는 인지를 인지도 인지는 인지 으로서 으로써 에서는 에서도 으로는 으로도 까지는 에서의 까지 부터 에서 에게 한테 으로 이나 이며 이고 처럼 보다 마다 조차 밖에 에는 에도 와의 과의 라고 라는 라며 로서 로써 로는 만이 만을 이랑 랑 나 은 는 이 가 을 를 에 의 와 과 도 로 만'.split(
    ' ',
  );
/** Particles that stand alone, where spaces are before them. */
const alone = new Set([...PARTICLES, '고', '씩']);
/** One of these that names end with as well: it tells only after a noun that a table has. */
const LOOSE = '나';
/** Endings of what is not a noun, after a noun that does (발표했다) or alone. */
const VERBAL =
  /(?:하였다|했다|한다|했으며|했고|했던|했지만|하는|하고|하며|하여|하기|하게|하면|하지|하려|하자|할|한|해|해서|되지|되었.+|[하되]십시오|하셔야|[해돼]야만|함으로써|[하되]시(?:는|고|면|던)|[하되]신|합니다|했습니다|됐다|되었다|된다|되는|되고|되며|되어|됩니다|됐으며|된|될|시켰다|시키는|이면|이라면|이거나|이어야|해질|해진|해지는|해져|(?<=..[자원])인|이다|입니다|였다|이었다|적인|적으로|스러운|스럽게|인지|이?에요|예요|이죠|이네요?|이야|인데|(?:[하되]|시키)(?:라고|라는|라며|도록|고자|느라|니까|자고|자는|자마자|던|는데|거나|려고|려는|려면|기로|기에|기도|면서?|므로|세요|지만|지는|지도|게끔)|(?:한|된|시킨)(?:다고|다는|다며|다면|데)|(?:했|됐|시켰).+|(?:할|될|시킬)(?:까|지|게|래|게요|수록|때)?|(?:돼|시켜|[해돼](?:도|야|요|라|준|주는))|시킨)$/;
/** What makes a noun of 하다 and 되다, after a noun that a table has: 잠수함 is none. */
const NOMINAL = /(?<=..)[함됨]$/;
/** All that end in 다 but these. */
const PREDICATE = /(?<!^바|캐나|^판|^소)다$/;
const ENDING = /(?:다|려|(?<!에)게|워|져|쳐)$/;
/** Final consonants that verbs and adjectives have and nouns have not: ㄵ ㄶ ㅀ ㅆ ㅎ, as in 넣고, 끓이면, 앉은. */
const VERBAL_FINALS = new Set([5, 6, 15, 20, 27]);
const isVerbalSyllable = (syllable: string) => VERBAL_FINALS.has((syllable.charCodeAt(0) - 0xac00) % 28);
/** What denies a verb that ends in 지 before it: 아물지 않는다. */
const DENIAL = /^(?:않|못|말고|말아|마세|마십|마라)/;
/** What follows a verb that ends in ㄹ, and hardly a noun: 심할 것 같다 (seems to be heavy). */
const AFTER_FUTURE = /^(?:것|것으로|것이다|듯|줄)$/;
/** What asks for what a verb that ends in 기 names: 받아 두시기 바랍니다. */
const WISH = /^(?:바랍|바란|바라요)/;
/** 쓸 수 있다 (can write); but 금메달 수 is a number of medals. */
const CAN = /^수[는도가]?$/;
const IS = /^(?:있|없)/;
const FUTURE_FINAL = 8;
const HANGUL = /^[\uac00-\ud7a3]+$/;

/**
 * Parts particles and the endings of verbs from nouns.
 *
 * @param isKnown whether a table of words has a word: then its last syllable is not a particle
 */
export function koreanPieces(isKnown: (word: string) => boolean): (segments: Iterable<string>) => Iterable<Piece> {
  return function* (segments) {
    const words = [...segments];
    for (const [w, word] of words.entries()) {
      const isBefore = (next: RegExp) => words[w + 1] === ' ' && next.test(words[w + 2] ?? '');
      const isDenied =
        (word.endsWith('지') && isBefore(DENIAL)) || (word.length > 2 && word.endsWith('기') && isBefore(WISH));
      const isPredicate = PREDICATE.test(word) || [...word].some(isVerbalSyllable);
      const isFuture =
        (word.charCodeAt(word.length - 1) - 0xac00) % 28 === FUTURE_FINAL &&
        words[w + 1] === ' ' &&
        (AFTER_FUTURE.test(words[w + 2] ?? '') || (CAN.test(words[w + 2] ?? '') && IS.test(words[w + 4] ?? '')));
      if (!HANGUL.test(word)) {
        yield { word };
        continue;
      }
      const isNominal = NOMINAL.test(word) && !isKnown(word) && isKnown(word.slice(0, -1));
      const verbal = isNominal ? 1 : (VERBAL.exec(word)?.[0].length ?? 0);
      if ((isFuture && (verbal === 0 || word.length < verbal + 2)) || (alone.has(word) && words[w - 1] === ' ')) {
        yield { word, partOfSpeech: 'X' };
        continue;
      }
      if ((isDenied || isKoreanVerb(word, isKnown)) && (verbal === 0 || verbal === word.length)) {
        yield { word, partOfSpeech: 'X' };
        continue;
      }
      if (isKnown(word) && !isPredicate) {
        yield { word };
        continue;
      }
      const end = word.length - (verbal || particleOf(word, isKnown));
      const stem = word.slice(0, end);
      // What a particle follows may be a clause (꼬인다는) or what a verb names (늘리기로).
      if (verbal === 0 && end < word.length && (PREDICATE.test(stem) || isKoreanVerb(stem, isKnown))) {
        yield { word, partOfSpeech: 'X' };
        continue;
      }
      const isVerbal = verbal === 0 ? isPredicate || ENDING.test(word) : end < 2;
      if (isKoreanRoot(stem) || end === 0 || isVerbal) yield { word, partOfSpeech: 'X' };
      else if (end === word.length) yield { word };
      else {
        yield { word: word.slice(0, end) };
        yield { word: word.slice(end), partOfSpeech: 'X' };
      }
    }
  };
}

/** Length of the particle that a word ends with: one that leaves a known noun, else the longest that leaves two syllables. */
function particleOf(word: string, isKnown: (word: string) => boolean): number {
  if (word.endsWith('사이')) return 0;
  const possible = PARTICLES.filter((particle) => word.endsWith(particle) && word.length > particle.length);
  const best =
    possible.find((particle) => isKnown(word.slice(0, -particle.length))) ??
    possible.find((particle) => word.length - particle.length >= 2 && particle !== LOOSE);
  return best?.length ?? 0;
}
