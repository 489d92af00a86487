import type { Token } from '../text/tokenizer.js';
import { type ComparedMethod, type MethodKeywords, tabulate } from './compare-methods.js';
import { type EditedText, type EditorMark, type MarkedKeyword, markKeywords, strikes } from './editor-marks.js';
import { matchKey, placesIn } from './match-keywords.js';

/** What an editor looks at of a list. */
export const EDITOR_TOP = 8;

/** A method as an editor sees it: beside the means its lists, (texts) the first eight with their marks. */
export interface EditedMethod extends ComparedMethod {
  readonly lists: readonly (readonly MarkedKeyword[])[];
  /** (texts) wanted ones that the list does not have. */
  readonly missing: readonly (readonly string[])[];
}

/**
 * How much an editor has to change in the first eight keywords of methods, as means over the texts: `struck`, the share that
 * is struck out, and by which reason; `unjudged`, the share that neither the lists nor a rule say anything of, for the list
 * of what was struck was made of what one version showed; `missing`, how many of the wanted ones the list lacks, and `not even
 * in part`, how many are neither equal to one of the list nor inside one nor around one; `first third`, the share of the
 * keywords that the text first says in its first third.
 *
 * @param tokens (texts) as a tokenizer with parts of speech cuts them
 */
export function compareByEditor(
  texts: readonly EditedText[],
  methods: readonly MethodKeywords[],
  tokens: readonly (readonly Token[])[],
): EditedMethod[] {
  const lists = methods.map(({ keywords }) =>
    texts.map((text, t) => markKeywords(text, keywords[t].slice(0, EDITOR_TOP), tokens[t])),
  );
  const missing = lists.map((ofTexts) =>
    texts.map(({ want, lang }, t) => {
      const found = new Set(ofTexts[t].map(({ keyword }) => matchKey(keyword, lang)));
      return want.filter((keyword) => !found.has(matchKey(keyword, lang)));
    }),
  );
  const share = (list: readonly MarkedKeyword[], isCounted: (marked: MarkedKeyword) => boolean) =>
    list.length === 0 ? 0 : list.filter(isCounted).length / list.length;
  const isStruck = ({ mark }: MarkedKeyword) => (strikes as readonly EditorMark[]).includes(mark);
  const compared = tabulate(
    methods,
    editorMeasures,
    methods.map((_, m) => (measure) => {
      const ofTexts = lists[m];
      if (measure === 'struck') return ofTexts.map((list) => share(list, isStruck));
      if (measure === 'unjudged') return ofTexts.map((list) => share(list, ({ mark }) => mark === ''));
      if (measure === 'missing') return missing[m].map((wanted) => wanted.length);
      if (measure === 'not even in part') {
        return missing[m].map(
          (wanted, t) => wanted.filter((keyword) => !overlaps(keyword, ofTexts[t], texts[t].lang)).length,
        );
      }
      if (measure === 'first third') {
        return ofTexts.map((list) =>
          share(
            list.filter(({ at }) => at !== undefined),
            ({ at }) => at! < 1 / 3,
          ),
        );
      }
      return ofTexts.map((list) => share(list, ({ mark }) => mark === measure));
    }),
  );
  return compared.map((method, m) => ({ ...method, lists: lists[m], missing: missing[m] }));
}

const editorMeasures = ['struck', 'unjudged', 'missing', 'not even in part', 'first third', ...strikes] as const;

/** Whether a keyword is part of one of the list, or one of the list a part of it. */
function overlaps(keyword: string, list: readonly MarkedKeyword[], lang: string): boolean {
  return list.some(
    (other) => placesIn(other.keyword, lang)(keyword).length + placesIn(keyword, lang)(other.keyword).length > 0,
  );
}
