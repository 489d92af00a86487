/** Prepositions after which a Russian noun ends as an imperative does: на сайте, в граните. */
const BEFORE_LOCATIVE = new Set('в во на о об обо при по к ко'.split(' '));
const RUSSIAN = /.{2}(?:ите|йте)(?:сь)?$/;
/** Letters that Polish imperatives and infinitives end with, and few nouns that tables have not. */
const POLISH = /.{2}(?:[uaiy]j|[aeiyą]ć)(?:cie|my)?$/;

/**
 * Whether a word is a Russian imperative (Удалите, натрите), which nouns are spelt like after a preposition alone, or a Polish
 * imperative or infinitive that no table of words has (Zagnieć).
 *
 * @param words with the blanks between them
 */
export function isSlavicImperative(
  language: string,
  words: readonly string[],
  at: number,
  isKnown: (word: string) => boolean,
): boolean {
  if (language === 'ru')
    // Before the noun may be an adjective: на новом сайте.
    return (
      RUSSIAN.test(words[at]) && ![2, 4, 6].some((step) => BEFORE_LOCATIVE.has((words[at - step] ?? '').toLowerCase()))
    );
  return language === 'pl' && POLISH.test(words[at]) && !isKnown(words[at].toLowerCase());
}
