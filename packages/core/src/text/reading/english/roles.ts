import type { Surroundings } from './surroundings.js';

/** What people are who are named by it; king, saint or captain may be part of a name, and Student Loans Company is one. */
export const roles = new Set(
  (
    'accountant activist actor actress administrator adviser advisor ambassador analyst angler animator ' +
    'announcer anthropologist apprentice archaeologist architect astronomer athlete attorney auctioneer auditor ' +
    'author barber barista batsman beekeeper biker biologist blogger bookkeeper bookseller bowler boxer brewer ' +
    'broadcaster broker builder busker butcher campaigner cardiologist caretaker cartoonist caterer cellist ' +
    'chairman chairperson chairwoman chancellor chef chemist choreographer cinematographer cleaner clerk climber ' +
    'coach columnist comedian commentator commissioner commuter composer conductor congressman congresswoman ' +
    'alderman councilman councilwoman ' +
    'conservationist consultant convener coordinator coroner councillor councilor courier cricketer curator ' +
    'cyclist dancer decorator defender dentist dermatologist designer detective developer dietitian diplomat ' +
    'director diver dressmaker drover drummer ecologist economist editor electrician engineer entomologist ' +
    'entrepreneur executive farmer fiddler filmmaker fisherman fishmonger flanker florist footballer forager ' +
    'forecaster forester founder fullback gamer gardener geneticist geologist goalkeeper golfer governor ' +
    'grandmother grocer grower guitarist hairdresser hawker hiker historian hooker hotelier humorist hydrologist ' +
    'illustrator influencer inspector instructor interpreter inventor investor jeweller jockey journalist judge ' +
    'juggler knitter landlady landlord landscaper lawmaker lawyer lecturer librarian lifeguard linguist lobbyist ' +
    'locksmith luthier machinist manager mathematician mayor mechanic meteorologist midfielder midwife migrant ' +
    'miner minister mountaineer musher musician narrator naturalist negotiator neighbor neighbour neurologist ' +
    'neuroscientist newsreader novelist nurse nutritionist officer optician organiser organist organizer ' +
    'paediatrician painter paramedic pastor pediatrician pensioner percussionist pharmacist philosopher ' +
    'photographer physicist physiotherapist pianist pilot playwright plumber poacher poet politician postman ' +
    'postmaster premier presenter president principal producer professor programmer promoter prosecutor ' +
    'psychiatrist psychologist publisher quarterback quilter racer ranger receptionist referee reporter ' +
    'researcher resident restaurateur retailer reviewer rider roofer rower sailor saxophonist scientist sculptor ' +
    'seamstress secretary seller senator sergeant shearer shepherd sheriff shooter shopkeeper singer skater ' +
    'skier skipper smallholder sociologist soldier solicitor soloist songwriter spokesman spokesperson ' +
    'spokeswoman sprinter stonemason storyteller striker substitute supervisor surgeon surveyor swimmer ' +
    'teacher technician therapist trainer translator trawlerman treasurer trumpeter trustee tutor ' +
    'ultrarunner undertaker vendor veterinarian violinist violist viticulturist waiter waitress weaver ' +
    'welder whistleblower widow winemaker winger woodworker wrestler writer zookeeper zoologist'
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
