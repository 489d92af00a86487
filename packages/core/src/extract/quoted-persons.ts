import { roles } from '../text/reading/english/roles.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';

const SAYS =
  /^(?:said|says|told|tells|added|adds|explained|explains|asked|asks|warned|warns|argued|argues|noted|notes|insisted|insists|recalled|recalls|admitted|admits|replied|replies|commented|comments)$/;
/** What follows these is who was spoken to. */
const SAYS_TO = /^(?:tells?|told|asks?|asked|warns?|warned)$/;
/** Words of what somebody is, between "said" and the name, at most. */
const LONGEST_ROLE = 4;

/** Whether all that a text tells of a person, once, is that they said something: "said Moira Kettle", "director Anselm Okoye explained". */
export function isOnlyQuoted({ tokens }: TextAnalysis, { spans, words }: Candidate): boolean {
  if (spans.length > 1 || words.length < 2 || words.length > 3) return false;
  const { first, last } = spans[0];
  for (let t = first; t <= last; t++) if (tokens[t].partOfSpeech !== 'PROPN') return false;
  if (tokens[first - 1]?.partOfSpeech === 'DET' || roles.has(tokens[first].word)) return false;
  if (SAYS.test(tokens[last + 1]?.word ?? '')) return true;
  let before = first - 1;
  while (before >= first - LONGEST_ROLE && /^(?:NOUN|ADJ|X)$/.test(tokens[before]?.partOfSpeech ?? '')) before--;
  const { word = '' } = tokens[before] ?? {};
  return SAYS.test(word) && !SAYS_TO.test(word);
}
