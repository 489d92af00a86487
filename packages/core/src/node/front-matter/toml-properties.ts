import { type AST, getStaticTOMLValue, ParseError, parseTOML } from 'toml-eslint-parser';
import { lineEnd, nameLike, type Properties, spliced, TABLE_OF_LISTS, UnreadableError } from './property.js';

/** The properties of front matter in TOML; what is written keeps every byte around it. @throws UnreadableError */
export function tomlProperties(contents: string, key: string, line: string): Properties {
  const tree = parsed(contents);
  const top = tree.body[0];
  const entries = top.body.filter((entry) => entry.type === 'TOMLKeyValue');
  const tables = top.body.filter((entry) => entry.type === 'TOMLTable');
  const lists = tables.find(({ kind, resolvedKey }) => kind === 'standard' && resolvedKey.join() === TABLE_OF_LISTS);
  const property = entryOf(entries, key);
  const inside = property || key === TABLE_OF_LISTS ? undefined : lists;
  const found = property ?? (inside && entryOf(inside.body, key));
  const name = found ? namesOf(found)[0] : key;
  const listed = (words: readonly string[]) => `${name} = [${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  return {
    data: getStaticTOMLValue(tree),
    path: [...(inside ? [TABLE_OF_LISTS] : []), name],
    value: found && getStaticTOMLValue(found.value),
    replaced(words) {
      if (found) return spliced(contents, found.range[0], lineEnd(contents, found.range[1]), listed(words) + line);
      // A property after a table would be one of the table.
      const last = inside ? (inside.body.at(-1)?.range ?? inside.key.range) : entries.at(-1)?.range;
      const at = last ? lineEnd(contents, last[1]) : 0;
      return spliced(contents, at, at, listed(words) + line);
    },
    added(words) {
      const last = found?.value.type === 'TOMLArray' ? found.value.elements.at(-1) : undefined;
      if (!last) return undefined;
      return spliced(contents, last.range[1], last.range[1], words.map((word) => `, ${JSON.stringify(word)}`).join(''));
    },
  };
}

function parsed(contents: string): AST.TOMLProgram {
  try {
    return parseTOML(contents);
  } catch (error) {
    throw error instanceof ParseError ? new UnreadableError(error.message, error.lineNumber) : error;
  }
}

function entryOf(entries: readonly AST.TOMLKeyValue[], key: string): AST.TOMLKeyValue | undefined {
  const plain = entries.filter((entry) => namesOf(entry).length === 1);
  const name = nameLike(
    plain.map((entry) => namesOf(entry)[0]),
    key,
  );
  return plain.find((entry) => namesOf(entry)[0] === name);
}

const namesOf = ({ key }: AST.TOMLKeyValue) =>
  key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
