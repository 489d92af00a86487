import type { Surroundings } from './surroundings.js';

/** What people are who are named by it; king, saint or captain may be part of a name, and Student Loans Company is one. */
export const roles = new Set(
  (
    'actor actress ambassador analyst archaeologist architect astronomer attorney biologist chairman ' +
    'chairperson chairwoman chancellor chemist choreographer coach columnist comedian commissioner ' +
    'composer congressman congresswoman councillor curator defender director ecologist economist editor ' +
    'engineer executive filmmaker geologist goalkeeper governor guitarist historian illustrator ' +
    'journalist judge lawmaker lawyer manager mayor meteorologist midfielder minister musician ' +
    'neuroscientist novelist officer painter photographer physicist pianist playwright poet politician ' +
    'premier president producer professor prosecutor psychologist quarterback researcher sculptor ' +
    'secretary senator sergeant sheriff singer skipper songwriter spokesman spokesperson spokeswoman ' +
    'sprinter striker surgeon violinist'
  ).split(' '),
);

/** Whether a word says what somebody is whose first and last names come after it: "Striker Jamal Adeyemi", "chief executive Anna Feldt". */
export function isRole(around: Surroundings, at: number): boolean {
  return isNamePart(around, at + 1) && isNamePart(around, at + 2) && roles.has(around.word(at));
}

function isNamePart(around: Surroundings, at: number): boolean {
  return around.isCapital(at) && around.tags[at] === 'PROPN' && around.follows(at);
}
