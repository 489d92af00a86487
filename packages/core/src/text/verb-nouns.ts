/**
 * Nouns that are verbs, too: of their base forms in 14,000 passages of Wikipedia in the present tense, at least one in
 * eight is a verb by spaCy's tags (scripts/train-tagger/verb_nouns.py); chosen by eye, with some that everyday texts have.
 */
export const verbNouns: ReadonlySet<string> = new Set(
  `
    abort account ache advance advocate aid aim alarm ally ambush anchor animate answer appeal arrest attack
    attempt attenuate award balance ban bang bark bathe bear beep bend benefit bet bid bind bite blend blink bloom
    blossom blow boil bounce bowl breach break breed brush bubble buckle bulge bump bundle burn burrow buzz call
    cast challenge change charge check chelate chime chip chirp claim clash clatter click climb cling clog clot
    clump clunk coagulate coevolve collapse combat command commute complement compress compromise contest contract
    control cook coprecipitate correlate cost cough count crack crackle crash crawl crease creep cripple critique
    crossbreed crouch cruise crumble crush crust curdle curl curse curve damage dangle deal decay decline decrease
    defeat delay delegate delight dent depolymerize desire deviate diffuse dig digest discharge discriminate
    dislike display disregard distrust dive document doubt drain dress dribble drift drink drip drive droop drop
    dub dull end endeavour engineer entail estimate exchange exercise exhaust exhibit exit experience face fade
    fall fare favor favour feature feed ferment fight filter fit fizz flake flap flare flash flicker flood flow
    fool forage forecast form fray freeze fuse gain gleam glide glow grade graduate graze grind grip groom growl
    guarantee guard guide gurgle halt hang harbor harm harvest haul heal heat herd hint hiss honor howl hum hunt
    import increase influence insert institute insult intercept interchange itch jam jerk judge kiss knock label
    lack lag laugh leak leap lease leverage levy lick lift limit limp linger link load loan love mandate maneuver
    mark measure melt mistake mix moan model moult mound move neglect note notice nurse offer ordinate outlaw
    outreach overestimate overflow pack parametrize parasitize pause peck peel perch phosphorylate pinch plan plant
    pledge plug poison pool pop posit post postulate power practise praise precipitate predominate price prick
    print probe progress project promise protonate pulse pun punch puncture purchase purr query quote rack radiate
    raid rake range rattle rebound reconnect record recruit reek reel regard regenerate regret relay release remedy
    remit rent repair repeat report reproach request rescue reserve reset resort result retreat retry return review
    ride ridicule ring rip ripple rise roar roll rot rub rupture rush rust sacrifice sag sanction scatter score
    scrape scratch scream screech scuff seal search seep sequester shade shake share shelter shield shift shiver
    show showcase shrink sieve sigh signal sizzle sketch skew skid skip slam sleep slice slide slip slug slump
    smell snap snore snort soak soar span spark sparkle spit splash splice split sponsor spray spread sprout squash
    squeak squeal squeeze stalk stall start state steam stick sting stink stitch stop store straddle strain stretch
    strike strip struggle study stumble stutter substitute supplement support surrender swap swarm sweat sweep
    swell swing swirl talk tangle taper taste tear test thermalize throb throttle tick tilt tingle touch track
    trade train trap travel traverse tremble trickle trigger trip trust tuck tumble tune turn twist twitch
    underestimate uninstall use valve venture vibrate view visit vote wager wake wallow warm warp warrant wash
    weave weep whine whistle wilt wipe witness wobble wonder work worship wrap wrinkle yawn yield
  `
    .trim()
    .split(/\s+/),
);
