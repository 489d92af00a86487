import type { ListedTag } from './tidy-tags.js';

/** A line that is not a tag: # alone or before a blank, so that #energy is one. */
const COMMENT = /^\s*#(\s|$)/;

/** The tags of a text: a label a line, with synonyms after tabs. The label is the id, too. */
export function tagsOfLines(text: string): ListedTag[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .flatMap((line, i): ListedTag[] => {
      if (line.trim() === '' || COMMENT.test(line)) return [];
      const [label, ...synonyms] = line.split('\t').map((part) => part.trim());
      return [{ id: label, label, synonyms: synonyms.filter(Boolean), place: `line ${i + 1}` }];
    });
}
