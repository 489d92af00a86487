/**
 * All matches of a global expression that matches no empty text. `matchAll` makes a copy of the expression first, which takes
 * longer than to look through a headline by it.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
