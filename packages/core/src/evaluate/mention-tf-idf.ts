import type { Tag } from '../tags/tag.js';
import { partsOf } from './match-keywords.js';

/**
 * The baseline of tagging: the tags that each text mentions, by how often it does times log(texts / texts that do). Labels
 * and synonyms are found as {@link matchKey} compares keywords, in English by stems. Equal scores in the order of the list.
 *
 * @param texts all that are to be tagged: how rare a tag is, is counted over them
 * @param lang as by ISO 639, `zh`, `en`, `fr` …
 * @returns (texts) ids of tags, best first
 */
export function mentionTfIdf(tags: readonly Tag[], texts: readonly string[], lang: string): string[][] {
  const owners = new Map<string, number[]>();
  let longest = 1;
  tags.forEach(({ label, synonyms = [] }, tag) => {
    const keys = new Set<string>();
    for (const name of [label, ...synonyms]) {
      const [parts, key] = partsOf(name, lang);
      if (parts.length > 0) keys.add(key);
      longest = Math.max(longest, parts.length);
    }
    for (const key of keys) owners.set(key, [...(owners.get(key) ?? []), tag]);
  });
  const counts = texts.map((text) => mentions(partsOf(text, lang)[0], owners, longest));
  const mentioning = new Float64Array(tags.length);
  for (const own of counts) for (const tag of own.keys()) mentioning[tag]++;
  return counts.map((own) => {
    const score = (tag: number) => own.get(tag)! * Math.log((texts.length + 1) / mentioning[tag]);
    return [...own.keys()].sort((a, b) => score(b) - score(a) || a - b).map((tag) => tags[tag].id);
  });
}

/** Tag → how often the text mentions it. */
function mentions(parts: readonly string[], owners: ReadonlyMap<string, readonly number[]>, longest: number) {
  const counts = new Map<number, number>();
  for (let begin = 0; begin < parts.length; begin++) {
    let key = '';
    for (let end = begin; end < Math.min(parts.length, begin + longest); end++) {
      key = end === begin ? parts[end] : `${key} ${parts[end]}`;
      for (const tag of owners.get(key) ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  return counts;
}
