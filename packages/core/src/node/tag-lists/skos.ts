import { KeywordError } from '../../errors.js';
import type { ListedTag, ListWarnings } from '../../tags/lists/tidy-tags.js';

/** A statement of RDF, as the parsers give it. */
export interface Statement {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: { readonly termType: string; readonly value: string; readonly language?: string };
}

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const DEPRECATED = 'http://www.w3.org/2002/07/owl#deprecated';

interface Text {
  readonly value: string;
  readonly language: string;
}

/** What is said of a concept, in all languages. */
class Concept {
  readonly labels: Text[] = [];
  readonly synonyms: Text[] = [];
  readonly descriptions: Text[] = [];
  readonly broader = new Set<string>();
  isDeprecated = false;
}

/**
 * The concepts of a SKOS vocabulary as tags: prefLabel is the label, altLabel and hiddenLabel are synonyms, definition
 * and scopeNote describe, the first broader concept is the parent.
 *
 * @param language of the labels, as `en`, which also takes `en-GB`; that of most labels if not given
 * @throws KeywordError INVALID_TAGS where there are no concepts, or none with a label in the language
 */
export function tagsOfSkos(
  statements: Iterable<Statement>,
  language: string | undefined,
  source: string,
  warnings: ListWarnings,
): ListedTag[] {
  const concepts = conceptsOf(statements);
  const named = [...concepts].filter(([, { labels, isDeprecated }]) => labels.length > 0 && !isDeprecated);
  if (named.length === 0) {
    throw new KeywordError(
      'INVALID_TAGS',
      `${source} has no skos:prefLabel: it is not a SKOS vocabulary. Expected concepts with labels.`,
    );
  }
  const counts = countLanguages(named.map(([, concept]) => concept));
  const wanted = language?.toLowerCase() ?? [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
  const asMany = [...counts.keys()].filter((one) => one !== wanted && counts.get(one) === counts.get(wanted));
  if (language === undefined && asMany.length > 0) {
    warnings.note(
      `labels in ${wanted} are taken; as many are in ${asMany.join(', ')}. Choose the language with \`tagsLanguage\`.`,
    );
  }
  const isWanted = (text: Text) => text.language === wanted || text.language.startsWith(`${wanted}-`);
  const textsOf = (texts: readonly Text[]) => {
    const inLanguage = texts.filter(isWanted);
    return (inLanguage.length > 0 ? inLanguage : texts.filter((text) => text.language === '')).map(
      ({ value }) => value,
    );
  };
  const tags = named.flatMap(([id, concept]): ListedTag[] => {
    const [label, ...others] = textsOf(concept.labels);
    if (label === undefined) {
      warnings.add(`left out without a label in the language ${wanted}`, id);
      return [];
    }
    const parent = [...concept.broader].find((above) => above !== id && concepts.has(above));
    const [description] = textsOf(concept.descriptions);
    const synonyms = [...others, ...textsOf(concept.synonyms)];
    return [{ id, label, synonyms, ...(description && { description }), ...(parent && { parent }), place: id }];
  });
  if (tags.length > 0) return tags;
  const found = Array.from(counts, ([name, count]) => `${name || 'without language'} (${count})`).slice(0, 20);
  throw new KeywordError(
    'INVALID_TAGS',
    `${source} has no label in the language ${JSON.stringify(language)}; its labels are in: ${found.join(', ')}. Choose one of these with \`tagsLanguage\`.`,
  );
}

function conceptsOf(statements: Iterable<Statement>): Map<string, Concept> {
  const concepts = new Map<string, Concept>();
  const conceptOf = (id: string) => {
    const concept = concepts.get(id) ?? new Concept();
    concepts.set(id, concept);
    return concept;
  };
  for (const { subject, predicate, object } of statements) {
    const text = { value: object.value, language: (object.language ?? '').toLowerCase() };
    const isText = object.termType === 'Literal' && object.value.trim() !== '';
    switch (predicate.value) {
      case `${SKOS}prefLabel`:
        if (isText) conceptOf(subject.value).labels.push(text);
        break;
      case `${SKOS}altLabel`:
      case `${SKOS}hiddenLabel`:
        if (isText) conceptOf(subject.value).synonyms.push(text);
        break;
      case `${SKOS}definition`:
      case `${SKOS}scopeNote`:
        if (isText) conceptOf(subject.value).descriptions.push(text);
        break;
      case `${SKOS}broader`:
        conceptOf(subject.value).broader.add(object.value);
        break;
      case `${SKOS}narrower`:
        conceptOf(object.value).broader.add(subject.value);
        break;
      case DEPRECATED:
        conceptOf(subject.value).isDeprecated = object.value === 'true' || object.value === '1';
    }
  }
  return concepts;
}

function countLanguages(concepts: readonly Concept[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { labels } of concepts) {
    for (const { language } of labels) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return counts;
}
