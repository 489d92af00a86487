import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
  YAMLMap,
} from 'yaml';
import {
  checkDepth,
  lineEnd,
  lineOf,
  nameLike,
  type Properties,
  quoted,
  spliced,
  TABLE_OF_LISTS,
  UnreadableError,
} from './property.js';

/** How many anchors, aliases and tags are read: each that is wrong takes the parser as long as all before it. */
const MOST_MARKS = 1000;

/** The properties of front matter in YAML; what is written keeps every byte around it. @throws UnreadableError */
export function yamlProperties(contents: string, key: string, line: string): Properties {
  checkDepth(contents);
  if ((contents.match(/(?<![^\s[{,])[&*!]/g)?.length ?? 0) > MOST_MARKS) {
    throw new UnreadableError(`it has more than ${MOST_MARKS} anchors, aliases and tags`);
  }
  // Its warnings are not for who writes keywords, and to find the place of every error takes long.
  const document = parseDocument(contents, { logLevel: 'error', prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new UnreadableError(quoted(error.message), lineOf(contents, placeOf(error, document)));
  const top = document.contents ?? new YAMLMap();
  if (!isMap(top) || top.flow) throw new UnreadableError('it is not a list of properties, one per line');
  const lists = key === TABLE_OF_LISTS ? undefined : pairOf(top, TABLE_OF_LISTS);
  const table = isMap(lists?.value) && lists.value.items.length > 0 ? lists.value : undefined;
  const property = pairOf(top, key);
  const inside = property ? undefined : table;
  const found = property ?? (inside && pairOf(inside, key));
  const [first] = (inside ?? top).items;
  const indent = first ? marginOf(contents, rangeOf(first.key)[0]) : '';
  const listed = (name: string, words: readonly string[]) =>
    `${name}:${words.length ? '' : ' []'}${line}${words.map((word) => `${indent}  - ${yamlString(word)}${line}`).join('')}`;

  const value = isAlias(found?.value) ? found.value.resolve(document) : found?.value;
  return {
    data: dataOf(document),
    path: [...(inside ? [String(lists!.key)] : []), found ? String(found.key) : key],
    value: found && (isScalar(value) ? value.value : isSeq(value) || isMap(value) ? value.toJS(document) : undefined),
    replaced(words) {
      if (found) {
        const [start, nameEnd] = rangeOf(found.key);
        const end = lineEnd(contents, found.value ? rangeOf(found.value)[1] : nameEnd);
        return spliced(contents, start, end, listed(String(found.key), words));
      }
      const last = inside?.items.at(-1);
      const at = last ? lineEnd(contents, rangeOf(last.value ?? last.key)[1]) : contents.length;
      return spliced(contents, at, at, indent + listed(key, words));
    },
    added(words) {
      const list = found?.value;
      if (!isSeq(list) || list.items.length === 0) return undefined;
      const [, end] = rangeOf(list.items.at(-1));
      if (list.flow) return spliced(contents, end, end, words.map((word) => `, ${yamlString(word)}`).join(''));
      const dash = /^[ \t]*-[ \t]+$/.exec(headOf(contents, rangeOf(list.items[0])[0]));
      if (!dash) return undefined;
      const at = lineEnd(contents, end);
      return spliced(contents, at, at, words.map((word) => `${dash[0]}${yamlString(word)}${line}`).join(''));
    },
  };
}

/** What aliases stand for is only looked up here. */
function dataOf(document: Document): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new UnreadableError(quoted((error as Error).message));
  }
}

/** Where something is wrong; where the end of a text or list is missing, where it begins. */
function placeOf({ pos: [place] }: YAMLError, document: Document): number {
  let start = place;
  visit(document, (_, node) => {
    const isOpen = (isScalar(node) && node.type?.startsWith('QUOTE')) || (isCollection(node) && node.flow);
    if (!isOpen || !node.range) return;
    if (node.range[0] < place && place <= node.range[1]) start = node.range[0];
  });
  return start;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  const name = nameLike(
    map.items.map((pair) => String(pair.key)),
    key,
  );
  return map.items.find((pair) => String(pair.key) === name);
}

/** Where a node begins and where its value ends. */
function rangeOf(node: unknown): readonly [number, number] {
  const [start, end] = (node as { readonly range: [number, number, number] }).range;
  return [start, end];
}

/** What is on the line before a place. */
const headOf = (contents: string, at: number) => contents.slice(contents.lastIndexOf('\n', at - 1) + 1, at);

const marginOf = (contents: string, at: number) => /^[ \t]*/.exec(headOf(contents, at))![0];

/** A word as it is in YAML: plain where nothing in it means something there, else in quotes. */
function yamlString(word: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{M}\p{N} ._+/-]*$/u.test(word) && !/\s$|^(?:true|false|null|yes|no|on|off|y|n)$/i.test(word);
  return isPlain ? word : JSON.stringify(word);
}
