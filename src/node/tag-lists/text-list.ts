import type { ListedTag } from './tidy-tags.js';

/** The tags of a text: a label a line, with synonyms behind tabs. The label is the id, too. */
export function tagsOfLines(text: string): ListedTag[] {
  return text.split(/\r?\n/).flatMap((line, i): ListedTag[] => {
    if (line.trim() === '') return [];
    const [label, ...synonyms] = line.split('\t').map((part) => part.trim());
    return [{ id: label, label, synonyms: synonyms.filter(Boolean), place: `line ${i + 1}` }];
  });
}
