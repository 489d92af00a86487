/**
 * Nouns that are verbs, too: of their base forms in 14,000 passages of Wikipedia in the present tense, at least one in
 * eight is a verb by spaCy's tags (scripts/train-tagger/verb_nouns.py); chosen by eye, with some that everyday texts have.
 */
export const verbNouns: ReadonlySet<string> = new Set(
  `
    abort account advance advocate aid aim alarm ally ambush anchor animate answer appeal arrest attack attempt
    attenuate award balance ban bark bathe bear bend benefit bet bid bind bite blend blink blow boil bowl breach
    break breed brush bundle burn burrow call cast challenge change charge check chelate claim clash click climb
    clump coagulate coevolve collapse combat command commute complement compress compromise contest contract
    control cook coprecipitate correlate cost cough count crack crash crawl creep cripple critique crossbreed
    cruise crush curse damage deal decay decline decrease defeat delay delegate delight depolymerize desire
    deviate diffuse dig digest discharge discriminate dislike display disregard distrust dive document doubt
    drain dress drift drink drip drive drop dub end endeavour engineer entail estimate exchange exercise exhaust
    exhibit exit experience face fall fare favor favour feature feed ferment fight filter fit flake flicker
    flood flow fool forage forecast form freeze fuse gain glide glow grade graduate grip groom guarantee guard
    guide halt harbor harm harvest haul heat herd hint honor hum hunt import increase influence insert institute
    insult intercept interchange jam judge kiss label lack laugh leak leap lease leverage levy lick lift limit
    link load loan love mandate maneuver mark measure mistake mix model moult mound move neglect note notice
    nurse offer ordinate outlaw outreach overestimate pack parametrize parasitize pause phosphorylate pinch plan
    pledge plug poison pool posit post postulate power practise praise precipitate predominate price prick print
    probe progress project promise protonate pun punch puncture purchase query quote rack radiate raid rake
    range rebound reconnect record recruit reel regard regenerate regret relay release remedy remit rent repair
    repeat report reproach request rescue reserve reset resort result retreat return review ride ridicule ring
    rise roll rot rub rupture rush sacrifice sanction scatter score scrape scratch scream seal search sequester
    shade share shelter shield shift show showcase sieve signal sketch skew sleep slice slide slug snap soak
    span spit splice split sponsor spray spread squash squeak stalk start state stitch stop store straddle
    strain stretch strike strip struggle study stutter substitute supplement support surrender swap swarm sweep
    swing talk taper taste test thermalize throttle touch track trade train trap travel traverse trigger trust
    tune turn twist underestimate uninstall use valve venture view visit vote wager wake wallow warrant wash
    weave witness wonder work worship wrap
  `
    .trim()
    .split(/\s+/),
);
