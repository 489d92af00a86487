/** What a reader said of the keywords of texts: good or bad, by text and keyword. */
export type Labels = ReadonlyMap<string, ReadonlyMap<string, boolean>>;

/** The labels with one more; the same one given again is taken back. */
export function withLabel(labels: Labels, text: string, keyword: string, isGood: boolean): Labels {
  const own = new Map(labels.get(text));
  if (own.get(keyword) === isGood) own.delete(keyword);
  else own.set(keyword, isGood);
  const all = new Map(labels);
  if (own.size > 0) all.set(text, own);
  else all.delete(text);
  return all;
}

/** A line {"text", "chosen", "rejected"} for each text, as `telltale fit` reads them. */
export function labelLines(labels: Labels): string {
  return Array.from(labels, ([text, own]) => {
    const of = (wanted: boolean) => Array.from(own).flatMap(([keyword, isGood]) => (isGood === wanted ? keyword : []));
    return `${JSON.stringify({ text, chosen: of(true), rejected: of(false) })}\n`;
  }).join('');
}
