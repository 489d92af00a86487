import type { Surroundings } from './surroundings.js';

/** What people are who are named by it; king, saint or captain may be part of a name, and Student Loans Company is one. */
export const roles = new Set(
  (
    'accountant activist actor actress administrator adviser advisor alderman allergist ambassador analyst ' +
    'angler animator announcer anthropologist apprentice archaeologist architect astronomer athlete attorney ' +
    'auctioneer auditor author barber barista bassist batsman beekeeper biker biologist blogger bookkeeper ' +
    'bookseller bowler boxer brewer broadcaster broker builder busker butcher campaigner candidate cardiologist ' +
    'caretaker cartoonist caterer cellist chairman chairperson chairwoman chancellor chef chemist choreographer ' +
    'cinematographer cleaner clerk climber coach columnist comedian commentator commissioner commuter composer ' +
    'conductor congressman congresswoman conservationist consultant convener coordinator coroner councillor ' +
    'councilman councilor councilwoman courier cricketer curator cyclist dancer debutant decorator defendant ' +
    'defender dentist dermatologist designer detective developer dietitian diplomat director diver dressmaker ' +
    'drover drummer ecologist economist editor electrician embroiderer engineer entomologist entrepreneur ' +
    'equestrian ethnographer executive farmer fiddler filmmaker fisherman fishmonger flanker florist footballer ' +
    'forager forecaster forester founder freelancer fullback gamer gardener geneticist geologist goalkeeper ' +
    'goaltender golfer governor grandmother grocer grower guitarist gynaecologist hairdresser hawker ' +
    'herpetologist hiker historian hooker hotelier humorist hydrologist illustrator influencer inspector ' +
    'instructor interpreter inventor investor ironmonger jeweller jockey journalist judge juggler kayaker ' +
    'keyboardist knitter landlady landlord landowner landscaper lawmaker lawyer lecturer librarian lifeguard ' +
    'linguist lobbyist locksmith lutenist luthier machinist manager mathematician mayor mechanic meteorologist ' +
    'midfielder midwife migrant milliner miner minister motorist mountaineer musher musician narrator naturalist ' +
    'negotiator neighbor neighbour neurologist neuroscientist newsreader novelist nurse nutritionist oboist ' +
    'officer oncologist optician optometrist organiser organist organizer ornithologist orthodontist osteopath ' +
    'paediatrician painter palaeontologist paleontologist papermaker paramedic parishioner passenger pastor ' +
    'pathologist pedestrian pediatrician pensioner percussionist pharmacist pharmacologist philosopher ' +
    'phlebotomist photographer physicist physiotherapist pianist pilot plaintiff plasterer playwright plumber ' +
    'poacher podiatrist poet politician postman postmaster premier presenter president principal printmaker ' +
    'producer professor programmer promoter prosecutor psychiatrist psychologist publisher puppeteer quarterback ' +
    'quilter racer radiographer radiologist ranger receptionist referee registrar reporter researcher resident ' +
    'restaurateur retailer reviewer rheumatologist rider roofer rower runner sailmaker sailor salesman ' +
    'saleswoman saxophonist scaffolder scientist screenwriter sculptor seamstress secretary seller senator ' +
    'sergeant shareholder shearer shepherd sheriff shooter shopkeeper silversmith singer skater skier skipper ' +
    'smallholder sociologist soldier solicitor soloist sommelier songwriter soprano spokesman spokesperson ' +
    'spokeswoman sprinter statistician stonemason storyteller striker stylist substitute superintendent ' +
    'supervisor surfer surgeon surveyor swimmer taxidermist teacher technician therapist toymaker trainer ' +
    'translator trawlerman treasurer triathlete trombonist trumpeter trustee tutor ultrarunner umpire undertaker ' +
    'urologist vendor veterinarian violinist violist virologist viticulturist volunteer waiter waitress warden ' +
    'watchmaker weaver welder whistleblower wicketkeeper widow winemaker winger woodworker wrestler writer ' +
    'zookeeper zoologist'
  ).split(' '),
);

/** Whether a word says what somebody is whose first and last names come after it: "Striker Jamal Adeyemi", "chief executive Anna Feldt". */
export function isRole(around: Surroundings, at: number): boolean {
  if (!isNamePart(around, at + 1) || !isNamePart(around, at + 2) || !roles.has(around.word(at))) return false;
  // Where most words have capitals these tell nothing.
  if (around.follows(at + 3) && around.isCapital(at + 3)) return areNames(around, at);
  if (around.opensSentence(at)) for (const part of [at + 1, at + 2]) around.tags[part] = 'PROPN';
  return areNames(around, at);
}

const isNamePart = (around: Surroundings, at: number) =>
  around.isCapital(at) && around.follows(at) && /^(PROPN|NOUN|ADJ|VERB|X)$/.test(around.tags[at]);

const areNames = ({ tags }: Surroundings, at: number) => tags[at + 1] === 'PROPN' && tags[at + 2] === 'PROPN';
