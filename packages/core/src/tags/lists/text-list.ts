import type { ListedTag, ListWarnings } from './tidy-tags.js';

/** A line that is not a tag: # alone or before a blank, so that #energy is one. */
const COMMENT = /^\s*#(\s|$)/;

/** What else separates synonyms, in the lists of other programs. */
const SEPARATORS = [',', '，', '、', ';', '；', '|'];

/**
 * The tags of a text: a label a line, with synonyms after tabs. The label is the id, too.
 *
 * @param warnings are told where synonyms seem to be separated by something else
 */
export function tagsOfLines(text: string, warnings: ListWarnings): ListedTag[] {
  const tags = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .flatMap((line, i): ListedTag[] => {
      if (line.trim() === '' || COMMENT.test(line)) return [];
      const [label, ...synonyms] = line.split('\t').map((part) => part.trim());
      return [{ id: label, label, synonyms: synonyms.filter(Boolean), place: `line ${i + 1}` }];
    });
  if (text.includes('\t')) return tags;
  for (const separator of SEPARATORS) {
    const count = tags.filter(({ label }) => label.includes(separator)).length;
    if (count > 1 && 2 * count >= tags.length)
      warnings.note(
        `${count} of ${tags.length} lines have ${separator} and are one label each: put a tab before a synonym.`,
      );
  }
  return tags;
}
