// Long documents as several: document frequencies mean more when a document is a paragraph or two than when it is a book.

/** Parts of at least so many characters, each ending where a sentence does. */
export function splitDocument(document, characters) {
  if (document.length <= 2 * characters) return [document];
  const parts = [];
  let start = 0;
  for (const { index, 0: end } of document.matchAll(/[。！？!?；]+|\.(?= )/g)) {
    const at = index + end.length;
    if (at - start < characters) continue;
    parts.push(document.slice(start, at));
    start = at;
  }
  if (start < document.length) parts.push(document.slice(start));
  return parts;
}
