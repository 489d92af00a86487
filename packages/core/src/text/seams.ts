import { isRole, isSurname } from './persons.js';

/** What a person is called whose name is withheld: 吴某, 张某某, 李某甲; not 李某红, but 林某 of 林某犯. */
const WITHHELD = /^.某(?:[某甲乙丙丁](?=.)|(?=[^某甲乙丙丁]{2}|[犯涉因在于与和对将被]$))/;
/** Characters of who somebody is, and of a name. */
const ROLES = [4, 3, 2];
const SHORTEST_NAME = 2;
const LONGEST_NAME = 3;

/** Where a guessed name is two words: after a name withheld, or after who somebody is; 0 where it is one. */
export function seamOf(word: string): number {
  if (word[1] === '某') return WITHHELD.exec(word)?.[0].length ?? 0;
  if (word.length < 4) return 0;
  for (const length of ROLES) {
    const rest = word.length - length;
    if (rest < SHORTEST_NAME || rest > LONGEST_NAME || !isSurname(word[length])) continue;
    if (isRole(word.slice(0, length))) return length;
  }
  return 0;
}
