/** Phrases with a noun that names no subject, by language: compound prepositions (en matière de) and adverbs (a mano). */
const FIXED: Readonly<Record<string, string>> = {
  de: 'im Rahmen|im Laufe|im Zuge|im Falle|im Hinblick|im Gegensatz|im Vergleich|im Auftrag|in Bezug|in der Regel|in Folge|in Zukunft|in Höhe|in Kraft|in Frage|auf Grund|auf Basis|auf Dauer|an Hand|mit Hilfe|mit Blick|mit Ausnahme|zum Teil|zur Verfügung|zu Beginn|zu Ende|unter Umständen|vor allen Dingen|aus Sicht|nach Angaben',
  fr: "grâce à|grâce au|grâce aux|à cause|à partir|à côté|à travers|à l' aide|à l' occasion|à l' issue|à la suite|à la fin|à la tête|au milieu|au cours|au sein|au lieu|au bord|au total|au profit|au titre|au niveau|dans le cadre|en raison|en matière|en fonction|en cas|en cours|en faveur|en moyenne|en vigueur|en place|en effet|en particulier|en revanche|face à|face au|face aux|par rapport|par exemple|par conséquent|sous forme|sur place|bon marché|tout à fait|pour l' instant",
  es: 'a causa|a cargo|a lo largo|a mano|a partir|a pesar|a través|a favor|a fin|a base|a cambio|a disposición|al azar|al cabo|al principio|al final|con respecto|con motivo|con base|de acuerdo|de forma|de hecho|de manera|de momento|de modo|en cambio|en caso|en contra|en cuanto|en el marco|en función|en general|en línea|en lugar|en marcha|en materia|en medio|en parte|en serio|en torno|en vigor|en virtud|frente a|frente al|gracias a|gracias al|por ejemplo|por medio|por parte|sin embargo|sobre todo',
  it: "a base|a causa|a cura|a favore|a fianco|a mano|a partire|ad esempio|al termine|al posto|alla fine|da parte|dal punto di vista|di fronte|di fatto|di solito|d' accordo|in atto|in base|in caso|in corso|in fase|in favore|in materia|in merito|in modo|in occasione|in ordine|in particolare|in seguito|in vigore|in vista|nel caso|nel corso|nei confronti|nell' ambito|grazie a|grazie al|grazie alla|per conto|per esempio|per mezzo|per via|sulla base",
  pt: 'a cargo|a fim|a partir|a pé|a favor|ao longo|ao lado|ao todo|com base|com relação|de acordo|de fato|de facto|de forma|de manhã|de modo|de maneira|de novo|de repente|em caso|em causa|em função|em geral|em matéria|em meio|em média|em particular|em relação|em termos|em torno|em vez|em vigor|em virtude|graças a|graças ao|graças à|no âmbito|no caso|no entanto|por causa|por conta|por exemplo|por meio|por parte|sem dúvida|sob pena',
  nl: 'aan de hand|bij wijze|bij gebrek|door middel|in aanmerking|in de loop|in gevaar|in het kader|in plaats|in strijd|in verband|in staat|in tegenstelling|met behulp|met betrekking|met het oog|met ingang|naar aanleiding|om kwart|onder leiding|op basis|op grond|op het gebied|op zoek|op de hoogte|tegen kwart|ten aanzien|ten behoeve|ten gevolge|ten opzichte|ten koste|te koop|van plan|van toepassing|voor kwart',
  pl: 'bez względu|na bazie|na podstawie|na przykład|na rzecz|na skutek|na temat|na czele|od razu|pod koniec|pod względem|po prostu|przy pomocy|przy użyciu|w celu|w ciągu|w czasie|w oparciu|w postaci|w przypadku|w ramach|w razie|w sprawie|w stosunku|w szczególności|w trakcie|w wyniku|w zakresie|w związku|w pobliżu|w stronę|z powodu|z okazji|z uwagi|z udziałem|za pomocą|za pośrednictwem|ze strony|ze względu',
  ru: 'в виде|в итоге|в качестве|в области|в отличие|в отношении|в первую очередь|в пользу|в процессе|в рамках|в результате|в роли|в связи|в силу|в случае|в соответствии|в состоянии|в среднем|в сторону|в течение|в ходе|в целом|в целях|в частности|в честь|во время|за исключением|за счёт|за счет|на основании|на основе|на самом деле|по крайней мере|по мере|по поводу|по причине|по сравнению|под руководством|при помощи|с помощью|с точки зрения|с целью|со стороны|таким образом',
};

const known = new Map<string, ReadonlyMap<string, readonly (readonly string[])[]>>();

/** What follows the first word of the phrases of a language, by that word. */
function phrasesOf(language: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = known.get(language) ?? byFirstWord((FIXED[language] ?? '').split('|'));
  known.set(language, found);
  return found;
}

function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const [first, ...rest] = phrase.toLowerCase().split(' ');
    found.set(first, [...(found.get(first) ?? []), rest]);
  }
  return found;
}

/**
 * Where a fixed phrase ends that begins at a word: the place after its last word; `at` itself where there is none.
 *
 * @param words with the blanks between them; elided articles are words
 */
export function endOfFixedPhrase(language: string, words: readonly string[], at: number): number {
  for (const rest of phrasesOf(language).get(plain(words[at])) ?? []) {
    const end = endOf(rest, words, at + 1);
    if (end > at) return end;
  }
  return at;
}

/** The place after words that are expected from a place on, with blanks between them; −1 where others do. */
function endOf(expected: readonly string[], words: readonly string[], at: number): number {
  let end = at;
  for (const word of expected) {
    while (/^[ \u00a0]+$/.test(words[end] ?? '')) end++;
    if (words[end] === undefined || plain(words[end]) !== word) return -1;
    end++;
  }
  return end;
}

const plain = (word: string) => word.toLowerCase().replace('’', "'");
