/** Longest code within a sentence; what is longer is a block. */
const LONGEST = 100;

/**
 * Code within a sentence, between backticks: there the sentence goes on over it, and no keyword is made of it. Empty for
 * what is too long.
 */
export function inlineCode(code: string): string {
  const words = code
    .replace(/[\s`]+/g, ' ')
    .replaceAll("'", '"')
    .trim();
  return words === '' || words.length > LONGEST ? '' : `\`${words}\``;
}
