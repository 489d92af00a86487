import { isNumberOfName } from './numbers.js';
import type { Surroundings } from './surroundings.js';

/** Words within names of other languages. */
const PARTICLE = /^(al|bin|d[aeio]s?|del|dell[ao]|den|der|du|el|ibn|la|las|le|les|los|na|of|ter|van|von|y|zu|zur)$/;
const LONGEST_LINK = 5;
/** What laws and bodies are called whose names may have "and" within: the Tax Cuts and Jobs Act. */
const HEAD =
  /^(act|administration|agency|association|authority|bank|bill|board|bureau|church|club|code|college|commission|committee|company|convention|corporation|council|court|department|directive|executive|hospital|institute|law|ministry|museum|office|order|organi[sz]ation|railway|regulations?|route|school|service|services|society|treaty|trust|union|university)$/;
/** What a body is called before "of": the Ministry of Food and Agriculture. */
const BODY = /^(bureau|committee|department|faculty|institute|ministry|office|school|secretary|minister)$/;
/** What bodies and officers are called before "for": the Centre for Coastal Studies. */
const BEFORE_FOR =
  /^(agency|association|board|bureau|campaign|cent(?:er|re)|coalition|commission|committee|council|court|department|forum|foundation|fund|institute|ministry|network|office|organi[sz]ation|society|tribunal|trust|union)$/;
/** What laws call a right or a duty to do something: a Notice to Leave, the Right to Buy. */
const BEFORE_TO = /^(duty|help|licen[cs]e|notice|power|right)$/;
/** What ends the name of a firm. */
export const FIRM = /^(inc|ltd|corp|co|plc|llc)\.?$/;
/** Words after "and" within a name, at most. */
const AFTER = 4;

/** Marks the small words between the words of a name: `of the`, `and`, `van der`. */
export function linkNames(around: Surroundings, at: number): void {
  const word = around.word(at);
  if (word.length > LONGEST_LINK || !isNameWord(around, at - 1) || !around.follows(at)) return;
  const { tags } = around;
  let next = at + 1;
  if (word === 'and') {
    if (isWithinName(around, at)) tags[at] = 'CCONJ:link';
    return;
  }
  if (word === 'for' || word === 'to') {
    linkPurpose(around, at, word);
    return;
  }
  if (!PARTICLE.test(word) || around.isCapital(at) || FIRM.test(around.word(at - 1))) return;
  if ((word === 'of' && around.word(next) === 'the') || PARTICLE.test(around.word(next))) next++;
  const isOfYear = word === 'of' && next === at + 1 && isNumberOfName(around, next);
  if (!(isNameWord(around, next) || isOfYear) || !around.follows(next)) return;
  for (let t = at; t < next; t++) tags[t] = 'ADP:link';
}

/** "First-tier Tribunal for Scotland", "a Notice to Leave"; but "Right to Buy Ends", where every word has a capital. */
function linkPurpose(around: Surroundings, at: number, word: string): void {
  if (around.isCapital(at) || !around.follows(at + 1) || !around.isCapital(at + 1)) return;
  if (word === 'for' && BEFORE_FOR.test(around.word(at - 1)) && /^(?:PROPN|NOUN|ADJ)$/.test(around.tags[at + 1]))
    around.tags[at] = 'ADP:link';
  if (word === 'for' || !BEFORE_TO.test(around.word(at - 1)) || around.isCapital(at - 2) || around.isCapital(at + 2))
    return;
  around.tags[at] = 'ADP:link';
  around.tags[at + 1] = 'PROPN';
}

const isNameWord = (around: Surroundings, at: number) =>
  /^(PROPN|NOUN)$/.test(around.tags[at]) &&
  around.isCapital(at) &&
  (around.tags[at] === 'PROPN' || !around.opensSentence(at));

function isWithinName(around: Surroundings, at: number): boolean {
  if (HEAD.test(around.word(at - 1))) return false;
  let end = at;
  while (end - at < AFTER && isNameWord(around, end + 1) && around.follows(end + 1)) end++;
  // Hillary Clinton and Secretary of the Treasury Janet Yellen are two.
  if (around.word(end + 1) === 'of') return false;
  if (end > at + 1 && HEAD.test(around.word(end))) return true;
  let start = at - 1;
  while (isNameWord(around, start - 1) && around.follows(start)) start--;
  return (
    at - start <= 2 &&
    around.word(start - 1) === 'of' &&
    BODY.test(around.word(start - 2)) &&
    around.isCapital(start - 2)
  );
}
