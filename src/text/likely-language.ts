/** Languages that most texts are in, of the scripts of several. */
const COMMON = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru'];
/** Share of the best score that is enough for one of them: the detector knows 60 languages, and short texts look like many. */
const ENOUGH = 0.9;
/** Share that is enough for English, in a text without any other letters than A to Z. */
const ENOUGH_ENGLISH = 0.96;
const ASCII_ONLY = /^[\p{ASCII}\p{P}\p{S}\s]*$/u;

/**
 * The likeliest language of a text by the scores that a detector gives.
 *
 * @param scores by ISO 639, each from 0 to 1
 * @returns undefined without scores
 */
export function likeliestLanguage(text: string, scores: Readonly<Record<string, number>>): string | undefined {
  const best = bestOf(Object.keys(scores), scores);
  if (best === undefined) return undefined;
  if (ASCII_ONLY.test(text) && scores.en > ENOUGH_ENGLISH * scores[best]) return 'en';
  const common = bestOf(
    COMMON.filter((language) => language in scores),
    scores,
  );
  return common !== undefined && scores[common] > ENOUGH * scores[best] ? common : best;
}

function bestOf(languages: readonly string[], scores: Readonly<Record<string, number>>): string | undefined {
  let best: string | undefined;
  for (const language of languages) if (best === undefined || scores[language] > scores[best]) best = language;
  return best;
}
