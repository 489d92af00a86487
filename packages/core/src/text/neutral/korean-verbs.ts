/** Hangul syllables are 0xac00 + 588 · initial + 28 · vowel + final; a final of 0 is none. */
const FIRST = 0xac00;
const FINALS = 28;
const VOWELS = 21;
/** Numbers of the finals ㄴ, ㄹ, ㅂ and ㅆ. */
const [N, L, B, SS] = [4, 8, 17, 20];

/** Past tense of a vowel that ends a stem, by the number of each: 나오 has 나왔, 커지 has 커졌, 바꾸 has 바꿨. */
const PAST_VOWEL = new Map([
  [8, 9], // ㅗ ㅘ
  [13, 14], // ㅜ ㅝ
  [18, 4], // ㅡ ㅓ
  [20, 6], // ㅣ ㅕ
]);

/** Vowels that stem and ending make together: ㅘ ㅝ ㅕ. */
const JOINED = new Set([9, 14, 6]);
/** Those, and the vowels that swallow an ending: ㅏ ㅐ ㅓ ㅔ. */
const CONTRACTED = new Set([...JOINED, 0, 1, 4, 5]);

/** Endings that no noun has. */
const PLAIN =
  /(?:같아|^[먹받찾잡앉듣걷묻믿벗씻읽웃섞꺾엮묶죽녹썩뜯쏟뻗긁굶넘씹깎볶닦뽑덮뱉맡닫쫓갚]는|다며|라며|으며|면서|지만|려고|도록|는데|으니|니까|자마자|[주하으]시기|아서|어서|아야|어야|던|려는|려면|으면|거나|다고|해야|습니다|십시오|세요|는지|지지|.히|.다가|.고도|..우면|(?:려|어|아)갈|(?:만들|[걸풀썰들팔열늘줄흔심먹얻묻찍벗씻읽숨웃접섞꺾엮묶죽녹썩익입굽붙뜯믿굳쏟뻗밀떨털얼끌틀긁굶넘씹훑끊식])어|[받찾잡갈앉남]아)$/;
/** Endings that no noun has, whatever a table of words has whole. */
const CLEAR =
  /.(?:으면|해진|므로|으니까|습니다|십시오|자마자|ㄴ다고|[간난단란만산안온운인진친한된된든른큰킨]다고|는다고|했다고|었다고|았다고|으려고|[여어아해와워려돼봐줘]요|[하고군네나까지래대]요|[^이]죠|는대|우면|우고|보여|느라고?|세요|[받먹읽뽑찾묶볶닦섞깎갚덮]는|이려고|.[려어아]온|[어아려겨켜쳐펴혀]진|[거려러까로]운|듬어|[어아]들[일인여]|(?:[세피키채비재배싸외메띄]|지|그리)워)$/;
/** Nouns that end so. */
const NOUNS = /^(?:.?(?:동요|필요|수요|주요|중요|개요|강요|소요|민요|가요|고요|하나요))$/;
/** Adverbs, but for names of three syllables or more. */
const ADVERB = /.{2}(?<!아사|취리|드리|하루)히$/;
/** Nouns that look like what will be: of 나오 나올. */
const NOUNS_IN_L = /(?:[결월열랄]|사실)$/;
/** Contracted stems before endings that follow these: 넘겨서, 살펴야, 나와도. */
const CONTRACTED_STEM = /[겨녀려켜펴쳐셔져혀여와워봐줘둬꿔춰워](?:서|야|도|서는|서도)$/;
/** Adjectives as 가볍다 before vowels. */
const OF_ADJECTIVE = /[벼거까로러쉬귀려가](?:워|워서|워도|웠다|우며|우면)$/;
/** That something must be done: tables have some of these whole. */
const OUGHT = /[려녀여져겨혀쳐]야$/;
/** Endings that nouns have too: they tell only after the stem of a verb. */
const AMBIGUOUS = /(?:[며면자지고기니는러려든어야서]|(?<!에)게|[지기]는|기에)$/;
/** Those before which one syllable of a verb is enough, unless it makes a noun with them: 내주고, but not 보관창고. */
const CLEARER = /[며면고니]$/;
/** Stems of one syllable with a consonant at the end, before the ending most often written after them. */
const CLOSED_STEM =
  /^[막먹받찾잡앉남듣걷묻믿벗씻읽웃접섞꺾엮묶죽녹썩익입굽붙뜯굳쏟뻗긁굶넘씹식깎볶닦낚꼽뽑덮업집뱉맡닫쫓갚붓]고$/;
/** Verbs and adjectives whose past tables have in parts: 벗기고, 부쳐, 갉아, 빨라서, 이어지는, 맛볼. */
const IN_PARTS =
  /^(?:.+[기리히우키]고|[열걸팔밀풀끌들살알울불놀돌갈작멀길달가밝맑넓좁높낮깊얇짧굵젊늙썰털틀쓸얼빨찔떨]고|.+[쳐켜펴]|[갉깎볶낚닦담삶참닮꽂밟핥볶쏟쌓]아|.?[빨달몰올골갈말눌불흘굴둘찔][라러](?:서|도|야)|(?:이어|늘어|떨어|흩어|무너|쏟아|넘어|벌어|알려|이루어|길어|높아|많아|줄어|나빠|좋아|달라|사라)지(?:는|고|며|면|자|기)?|(?:.[아어여펴려]|맛|돌|엿)(?:볼|봐|본))$/;
/** Nouns that end as they do. */
const NOUNS_IN_GO = /(?:보고|광고|신고|창고|재고|사고|경고|금고)$/;
/** What describes the noun after it: 마른 (dry), 파란 (blue), 헹군 (rinsed). */
const DESCRIBES =
  /^(?:마른|파란|빨간|노란|하얀|까만|달군|헹군|구운|삶은|볶은|젊은|늙은|넓은|좁은|얇은|굵은|짧은|낡은|밝은|맑은|붉은|묽은|굳은|익은|썩은|녹은|젖은|묵은|빠른|서툰|거친|매운|싱싱한)$/;
/** Roots of adjectives in 하다 and adverbs of them, alone: 튼튼, 흐릿, 깨끗이. */
const ROOT = /^(?:(.{1,2})\1|노릇|시원|깜[박빡]|.[릿끗긋뜻큼끈])이?$/;

/** Whether what comes before 하다 is not a noun: 튼튼하다, but 생산하다. */
export const isKoreanRoot = (word: string): boolean => ROOT.test(word);

/** Numbers in words. */
const NUMBER =
  /^(?:(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)(?:하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉)|[이삼사오육칠팔구][십백][일이삼사오육칠팔구십백천만억]*|[십백천]만|스물|서른|마흔|쉰|예순|일흔|여든|아흔)$/;

/**
 * Whether a word is a form of a verb or an adjective, or a number: by its ending, and by whether a table of words has the
 * past tense of what it would be a form of. Such tables keep 커졌 (grew) as one word, but part 커지면 (if it grows).
 *
 * @param word of Hangul syllables alone
 * @param isKnown whether a table of words has a word
 */
export function isKoreanVerb(word: string, isKnown: (word: string) => boolean): boolean {
  if (word.length < 2) return false;
  if (ROOT.test(word) || DESCRIBES.test(word) || (IN_PARTS.test(word) && !NOUNS_IN_GO.test(word))) return true;
  if (NUMBER.test(word) || OUGHT.test(word) || ADVERB.test(word)) return true;
  if (
    word.length > 2 &&
    !NOUNS.test(word) &&
    (CLEAR.test(word) || CONTRACTED_STEM.test(word) || OF_ADJECTIVE.test(word))
  )
    return true;
  const hasPast = (stem: string) => stem !== '' && pastsOf(stem).some(isKnown);
  const final = finalOf(word);
  if (final === 0 && CONTRACTED.has(vowelOf(word)) && !word.endsWith('해') && isKnown(withFinal(word, SS))) return true;
  if (final === N && ((!JOINED.has(vowelOf(word)) && hasPast(withFinal(word, 0))) || isOfMade(word, isKnown)))
    return true;
  if (final === L && !NOUNS_IN_L.test(word) && hasPast(withFinal(word, 0))) return true;
  if (isKnown(word)) return false;
  if (PLAIN.test(word) || CLOSED_STEM.test(word)) return true;
  const ending = AMBIGUOUS.exec(word)?.[0].length ?? 0;
  if (ending === 0) return false;
  const stem = word.slice(0, -ending);
  if (hasPast(stem) || (stem.length > 2 && hasPast(stem.slice(-2)))) return true;
  return CLEARER.test(word) && finalOf(stem) === 0 && !isKnown(word.slice(-2)) && hasPast(stem.slice(-1));
}

/** Whether a word is a form as 만든 of 만들 (make). */
const isOfMade = (word: string, isKnown: (word: string) => boolean) =>
  word.endsWith('든') && isKnown(withFinal(word, L));

/** What the past tense of a stem may be, up to its final ㅆ: of 나오 나왔, of 어렵 어려웠. */
function pastsOf(stem: string): string[] {
  const final = finalOf(stem);
  if (final === B) return pastsOf(`${withFinal(stem, 0)}우`);
  if (final !== 0) return [];
  const vowel = vowelOf(stem);
  const past = withFinal(stem, SS);
  const shift = (PAST_VOWEL.get(vowel) ?? vowel) - vowel;
  return [past, stem.slice(0, -1) + String.fromCharCode(past.charCodeAt(past.length - 1) + shift * FINALS)];
}

const vowelOf = (word: string) => Math.floor((word.charCodeAt(word.length - 1) - FIRST) / FINALS) % VOWELS;
const finalOf = (word: string) => (word.charCodeAt(word.length - 1) - FIRST) % FINALS;

function withFinal(word: string, final: number): string {
  const last = word.charCodeAt(word.length - 1);
  return word.slice(0, -1) + String.fromCharCode(last - ((last - FIRST) % FINALS) + final);
}
