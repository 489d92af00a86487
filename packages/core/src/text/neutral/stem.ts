/** Endings that inflect words, by language, the longest first; after Savoy's light stemmers. */
const INFLECTION: Readonly<Record<string, RegExp>> = {
  de: /(?:ern|en|er|es|em|e|n|s)$/,
  nl: /(?:en|(?<=.{4})s|e)$/,
  fr: /[esx]?s?$/,
  es: /(?:es|s)$/,
  it: /i?[aeio]$/,
  pt: /(?:es|s)$/,
  pl: /(?:owego|owej|owych|owym|ami|ach|iego|iej|ich|ego|emu|ych|ymi|imi|ów|om|em|ej|ie|im|ym|ą|ę|y|i|a|e|o|u)$/,
  ru: /(?:(?<=.{3})(?:[аеио]ями|[аеио]ях|[аеио]ям|[аеио]ем|[аеио]ев|[аеио][яюи]|[аё]й)|иями|ями|ами|ией|иях|ого|его|ому|ему|ыми|ими|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ом|ем|ам|ям|ах|ях|ых|их|ым|им|ов|ев|ую|юю|ия|ию|ии|ью|ь|ы|и|а|я|о|е|у|ю|(?<=.{3}[аеио])й)$/,
};
/** Letters that are left at least. */
const LEAST = 3;

/**
 * What the forms of a word have in common, by what its language inflects words with.
 *
 * @param word in small letters
 */
export function lightStem(language: string, word: string): string {
  const length = INFLECTION[language]?.exec(word)?.[0].length ?? 0;
  return word.length - length >= LEAST ? word.slice(0, word.length - length) : word;
}
