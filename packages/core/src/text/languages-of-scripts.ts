import { countScripts } from './scripts.js';

/** Scripts by ISO 15924 as letters are counted by them, for those that `Intl` calls otherwise. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Han'],
  Hant: ['Han'],
  Hani: ['Han'],
  Jpan: ['Han', 'Kana'],
  Kore: ['Hang'],
};

/**
 * Of the languages that a text may be in, those whose letters most of it is written in; none where it has no letters of theirs.
 *
 * @param asked by ISO 639
 */
export function likeliestByScript(text: string, asked: readonly string[]): readonly string[] {
  const { letters, latinWords } = countScripts(text);
  const counts = asked.map((language) =>
    scriptsOf(language).reduce((sum, script) => sum + (script === 'Latn' ? latinWords : (letters.get(script) ?? 0)), 0),
  );
  const most = Math.max(...counts);
  return asked.filter((_, place) => most > 0 && counts[place] === most);
}

/** What the letters of a language are counted as: scripts, or itself where a script has only one common language. */
function scriptsOf(language: string): readonly string[] {
  const script = new Intl.Locale(language).maximize().script ?? '';
  return [...(COUNTED[script] ?? [script]), language];
}
