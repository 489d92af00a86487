import { type AST, getStaticTOMLValue, ParseError, parseTOML } from 'toml-eslint-parser';
import {
  checkDepth,
  lineEnd,
  nameLike,
  type Properties,
  quoted,
  spliced,
  TABLE_OF_LISTS,
  UnreadableError,
} from './property.js';

/** The properties of front matter in TOML; what is written keeps every byte around it. @throws UnreadableError */
export function tomlProperties(contents: string, key: string, line: string): Properties {
  const tree = parsed(contents);
  const top = tree.body[0];
  const entries = top.body.filter((entry) => entry.type === 'TOMLKeyValue');
  const property = entryOf(entries, [key]);
  const lists = property || key === TABLE_OF_LISTS ? undefined : listsOf(top, entries);
  const found = property ?? (lists && entryOf(lists.entries, [...lists.prefix, key]));
  const names = found ? namesOf(found) : [...(lists?.prefix ?? []), key];
  const listed = (words: readonly string[]) =>
    `${names.join('.')} = [${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  return {
    data: getStaticTOMLValue(tree),
    path: [...(lists ? [TABLE_OF_LISTS] : []), names.at(-1)!],
    value: found && getStaticTOMLValue(found.value),
    replaced(words) {
      const last = (lists?.entries ?? entries).at(-1)?.range[1];
      if (lists?.isInline) {
        if (found) return spliced(contents, ...found.range, listed(words));
        const at = last ?? lists.start;
        return spliced(contents, at, at, `${last ? ',' : ''} ${listed(words)}${last ? '' : ' '}`);
      }
      if (lists?.isImplied) {
        return spliced(contents, lists.start, lists.start, `[${TABLE_OF_LISTS}]${line}${listed(words)}${line}`);
      }
      if (found) return spliced(contents, found.range[0], lineEnd(contents, found.range[1]), listed(words) + line);
      // A property after a table would be one of the table.
      const end = last ?? lists?.start;
      const at = end ? lineEnd(contents, end) : 0;
      return spliced(contents, at, at, listed(words) + line);
    },
    added(words) {
      const last = found?.value.type === 'TOMLArray' ? found.value.elements.at(-1) : undefined;
      if (!last) return undefined;
      return spliced(contents, last.range[1], last.range[1], words.map((word) => `, ${JSON.stringify(word)}`).join(''));
    },
  };
}

/** Where the lists of a page are, in one of the ways that TOML writes a table. */
interface Lists {
  readonly entries: readonly AST.TOMLKeyValue[];
  /** What comes before each name. */
  readonly prefix: readonly string[];
  /** Where its entries begin. */
  readonly start: number;
  readonly isInline?: boolean;
  /** The table is there because one inside it is: [taxonomies.all]. It goes before that. */
  readonly isImplied?: boolean;
}

function listsOf(top: AST.TOMLTopLevelTable, entries: readonly AST.TOMLKeyValue[]): Lists | undefined {
  for (const part of top.body) {
    if (part.type !== 'TOMLTable' || part.kind !== 'standard' || part.resolvedKey.join() !== TABLE_OF_LISTS) continue;
    return { entries: part.body, prefix: [], start: part.key.range[1] };
  }
  const inline = entryOf(entries, [TABLE_OF_LISTS])?.value;
  if (inline?.type === 'TOMLInlineTable') {
    return { entries: inline.body, prefix: [], start: inline.range[0] + 1, isInline: true };
  }
  const dotted = entries.filter((entry) => namesOf(entry).length > 1 && namesOf(entry)[0] === TABLE_OF_LISTS);
  if (dotted.length > 0) return { entries: dotted, prefix: [TABLE_OF_LISTS], start: 0 };
  const inner = top.body.find(
    (part) =>
      part.type === 'TOMLTable' && part.resolvedKey[0] === TABLE_OF_LISTS && typeof part.resolvedKey[1] === 'string',
  );
  return inner && { entries: [], prefix: [], start: inner.range[0], isImplied: true };
}

function parsed(contents: string): AST.TOMLProgram {
  checkDepth(contents);
  try {
    return parseTOML(contents);
  } catch (error) {
    throw error instanceof ParseError ? new UnreadableError(quoted(error.message), error.lineNumber) : error;
  }
}

/** The entry of these names; the last of them may be in other cases. */
function entryOf(entries: readonly AST.TOMLKeyValue[], names: readonly string[]): AST.TOMLKeyValue | undefined {
  const alike = entries.filter((entry) => {
    const own = namesOf(entry);
    return own.length === names.length && own.slice(0, -1).every((name, n) => name === names[n]);
  });
  const name = nameLike(
    alike.map((entry) => namesOf(entry).at(-1)!),
    names.at(-1)!,
  );
  return alike.find((entry) => namesOf(entry).at(-1) === name);
}

const namesOf = ({ key }: AST.TOMLKeyValue) =>
  key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
