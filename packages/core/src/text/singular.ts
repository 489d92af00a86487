/** Plurals that no rule forms, as "plural singular" pairs. */
const irregular = new Map(
  `men man, women woman, children child, feet foot, teeth tooth, geese goose, mice mouse, lice louse, oxen ox, dice die,
  indices index, matrices matrix, vertices vertex, vortices vortex, appendices appendix, helices helix, codices codex,
  axes axis, crises crisis, oases oasis, hypotheses hypothesis, theses thesis, parentheses parenthesis, syntheses synthesis,
  prostheses prosthesis, diagnoses diagnosis, prognoses prognosis, neuroses neurosis, psychoses psychosis,
  metastases metastasis, criteria criterion, phenomena phenomenon, automata automaton, polyhedra polyhedron,
  spectra spectrum, bacteria bacterium, strata stratum, quanta quantum, errata erratum, symposia symposium,
  equilibria equilibrium, memoranda memorandum, schemata schema, stigmata stigma, stimuli stimulus, nuclei nucleus,
  radii radius, foci focus, loci locus, fungi fungus, alumni alumnus, cacti cactus, bacilli bacillus, corpora corpus,
  genera genus, algae alga, larvae larva, formulae formula, antennae antenna, vertebrae vertebra, nebulae nebula,
  supernovae supernova, lives life, wives wife, knives knife, leaves leaf, halves half, wolves wolf, shelves shelf,
  calves calf, thieves thief, loaves loaf, scarves scarf, hooves hoof, gases gas, lenses lens, biases bias, aliases alias,
  atlases atlas, canvases canvas, irises iris, quizzes quiz, movies movie, cookies cookie, calories calorie,
  zombies zombie, selfies selfie, rookies rookie, genies genie, prairies prairie, caches cache, niches niche, aches ache,
  headaches headache, psyches psyche, avalanches avalanche, moustaches moustache, toes toe, shoes shoe, foes foe, woes woe,
  canoes canoe, oboes oboe, horseshoes horseshoe, uses use, reuses reuse, abuses abuse, excuses excuse, fuses fuse,
  muses muse, menus menu, gurus guru, cpus cpu, gpus gpu, tpus tpu, apis api, taxis taxi, skis ski, alibis alibi, pcs pc,
  cds cd, tvs tv, vms vm, ids id`
    .split(/,\s+/)
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Words that end like plurals and are none, or mean something else than the word without the s. */
const alike = new Set(
  `news series species means headquarters lens gas bias alias atlas canvas pancreas christmas texas kansas arkansas chaos
  cosmos ethos pathos logos kudos rhinoceros diabetes rabies scabies measles mumps always perhaps besides whereas james
  wales athens brussels naples mars hercules achilles sometimes afterwards towards https customs glasses clothes
  physics mathematics economics politics ethics statistics electronics mechanics dynamics genetics linguistics optics
  robotics semantics graphics analytics athletics informatics kinetics kinematics acoustics aerodynamics
  thermodynamics hydrodynamics aesthetics logistics pragmatics phonetics ergonomics photonics bioinformatics numerics
  genomics proteomics classics academics diagnostics hysterics`.split(/\s+/),
);

/** (26, 26) 1 for the last two letters of plurals. */
const lastLetters = new Uint8Array(26 * 26);
for (const plural of irregular.keys()) lastLetters[placeOf(plural, plural.length)] = 1;
for (const letter of 'abcdefghjklmnopqrtvwxyz') lastLetters[placeOf(`${letter}s`, 2)] = 1;

/** Place in {@link lastLetters} of the two before an offset. */
function placeOf(text: string, end: number): number {
  return 26 * (text.charCodeAt(end - 2) - 0x61) + text.charCodeAt(end - 1) - 0x61;
}

/** Whether {@link singular} may change a word in small letters that ends at an offset of a text: false for nine of ten. */
export function mayBePlural(text: string, end: number): boolean {
  return lastLetters[placeOf(text, end)] === 1;
}

/**
 * The singular of an English noun in small letters; any other word as it is. Only inflection is taken away, never what
 * makes one word of another: university and universe, organization and organ stay apart.
 */
export function singular(word: string): string {
  const length = word.length;
  const found = irregular.get(word);
  if (found) return found;
  if (length < 4 || !word.endsWith('s') || /[sui]s$/.test(word) || alike.has(word)) return word;
  if (word.endsWith('ies')) return length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  // analyses, paralyses
  if (word.endsWith('lyses')) return `${word.slice(0, -2)}is`;
  // classes, boxes, branches, dishes, buzzes; viruses but causes
  if (/(ss|x|ch|sh|zz|[^aeouf]us)es$/.test(word)) return word.slice(0, -2);
  return /[^aeiou]oes$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
