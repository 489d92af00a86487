import type { Surroundings } from './surroundings.js';

/** What people are who are named by it; king, saint or captain may be part of a name, and Student Loans Company is one. */
export const roles = new Set(
  (
    'accountant activist actor actress administrator adviser advisor ambassador analyst anthropologist ' +
    'apprentice archaeologist architect astronomer athlete attorney author barber barista beekeeper biker ' +
    'biologist blogger boxer brewer builder campaigner cardiologist caretaker caterer cellist chairman ' +
    'chairperson chairwoman chancellor chef chemist choreographer cinematographer cleaner clerk climber coach ' +
    'columnist comedian commentator commissioner commuter composer conductor congressman ' +
    'congresswoman conservationist consultant convener coordinator coroner councillor councilor curator ' +
    'cyclist dancer defender dentist dermatologist designer detective developer dietitian diplomat ' +
    'director diver drummer ecologist economist editor electrician engineer entomologist entrepreneur ' +
    'executive farmer filmmaker fisherman florist forester founder gamer geneticist geologist goalkeeper ' +
    'governor grandmother guitarist hairdresser historian hotelier hydrologist illustrator influencer ' +
    'inspector instructor interpreter inventor investor jeweller jockey journalist judge knitter ' +
    'landlady landlord landscaper lawmaker lawyer lecturer librarian lifeguard linguist luthier manager ' +
    'mathematician mayor mechanic meteorologist midfielder midwife migrant miner minister musher musician ' +
    'naturalist neighbor neighbour neurologist neuroscientist novelist nurse nutritionist officer optician ' +
    'organiser organizer paediatrician painter paramedic pastor pediatrician pensioner ' +
    'pharmacist philosopher photographer physicist physiotherapist pianist pilot playwright plumber poet ' +
    'politician postman postmaster premier president principal producer professor programmer prosecutor ' +
    'psychiatrist psychologist quarterback ranger receptionist referee reporter researcher resident ' +
    'retailer reviewer rower sailor saxophonist scientist sculptor seamstress secretary senator ' +
    'sergeant shearer shepherd sheriff shopkeeper singer skater skier skipper smallholder sociologist soldier ' +
    'solicitor soloist songwriter spokesman spokesperson spokeswoman sprinter striker substitute ' +
    'supervisor surgeon surveyor swimmer teacher technician therapist trainer translator treasurer trumpeter ' +
    'trustee tutor ultrarunner undertaker veterinarian violinist viticulturist waiter waitress ' +
    'welder widow winemaker winger woodworker wrestler writer zookeeper zoologist'
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
