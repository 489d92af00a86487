/** What Obsidian allows in no tag. */
const NOT_IN_TAG = /[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]+/gu;

/** Signs in which names end, as words: C++ and C# are not C. */
const SPELLED = [
  [/(?<=[\p{L}\p{N}]\+*)\+(?!\p{L})/gu, ' plus '],
  [/(?<=\p{L})#(?!\p{L})/gu, ' sharp '],
] as const;

/** Keywords as Obsidian takes tags: no blanks, and a sign that is not a digit. */
export function tagsOf(keywords: readonly string[]): string[] {
  const spelled = keywords.map((word) => SPELLED.reduce((text, [sign, name]) => text.replaceAll(sign, name), word));
  const tags = spelled.map((word) => word.replaceAll(NOT_IN_TAG, '-').replaceAll(/^[-/]+|[-/]+$/g, ''));
  return [...new Set(tags)].filter((tag) => /\P{Nd}/u.test(tag));
}
