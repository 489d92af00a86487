/** What is vulgar in every language in Latin letters that quotes English. */
const QUOTED = /^(?:fuck|shit|bitch|milf|porn|pussy|blowjob|sex$|sexy$|anal$|nigg)/;
/**
 * Vulgar words and abuse, by how they begin. They are among the words that have vectors, because people write them often;
 * who asks for words near to another wants none of them.
 */
const VULGAR: Readonly<Record<string, RegExp>> = {
  de: /^(?:fotze|fick|gefick|verfickt|hure|nutte|schlampe|scheis|beschissen|arsch|titten|muschi|wichs|pimmel|kack|piss|neger|nackt|sexkontakt)/,
  es: /^(?:put[ao]|mierda|coño|joder|jod[aei]|foll[ao]|polla|verga$|pito$|pendej|cabr[oó]n|cag[aoó]|culo|teta|zorra|maric|mamada|ching|pinche|gilipoll|carajo)/,
  fr: /^(?:merde|putain|pute|bites?$|couille|encul|niqu|bais(?:er|e$)|conn(?:ard|asse|erie)|conne$|salop|chi(?:er|ant|otte)|foutre|branle|nichon|suce|chatte|nègre|bordel$|culs?$)/,
  it: /^(?:cazz|incazz|cacchio|merd|stronz|vaffanculo|fanculo|cul[oi]$|fig[ah]|fica$|fott|puttan|troi[ae]$|coglion|minchia|porc[ao]$|scopa(?:re|ta)|tett[ae]$|froci|negr[io]$|pompin)/,
  ja: /マンコ|まんこ|^チンコ|チンポ|セックス|^エロ|オナニ|^フェラ$|痴女|処女|巨乳|爆乳|乳首|おっぱい|オッパイ|勃起|射精|淫|強姦|レイプ|^風俗|^調教|人妻|^ヤリ|^クソ|糞|ポルノ|アダルト|^ハメ|パンチラ|ヌード|膣|舐め/,
  ko: /^(?:씨발|시발|씹|좆|존나|졸라|개새끼|새끼|병신|지랄|섹스|섹시|야동|포르노|음란|자지$|창녀|걸레|염병|미친|닥쳐|강간|자위$|처녀)/,
  nl: /^(?:kut|lul|neuk|hoer(?!a)|slet|pik$|tiet|kloot|klote|poep|schijt|kont|reet$|geil|eikel|flikker|negeren|naakt|tering|seks$)/,
  pl: /^(?:kurw|kurew|chuj|cholern|(?:s|za|wy|o)?pierd|(?:za|wy|po)?jeb|pizd|dup|gówn|dziwk|suk[aąi]$|mordę|cyck|pedał)/,
  pt: /^(?:merda|caralho|porra$|put[ao]|fod[aei]|fodido|cacete|bucet|cu$|bunda|pau$|pica$|pinto$|viad|arrombad|corno|vadia|tesão|gostosa|chup|transar|bosta|cag)/,
  ru: /^(?:ху[йяеи]|нахуй|похуй|пизд|бля|еба|ебл|муда|сука|сучк|шлюх|говн|дерьм|жоп|трах|порно|секс$|хер$|херн|сиськ)/,
};

/** Whether a word is vulgar in a language. */
export const isVulgar = (language: string, word: string): boolean =>
  QUOTED.test(word) || (VULGAR[language]?.test(word) ?? false);
