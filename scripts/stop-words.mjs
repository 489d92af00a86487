// Writes packages/languages/stop-words from npm stopwords-iso 1.1.0 (MIT, Gene Diaz), corrected.
//
//   node scripts/stop-words.mjs node_modules/stopwords-iso/stopwords-iso.json
//
// Chinese and English have lists of their own in packages/core/src/text.
import { readFileSync, writeFileSync } from 'node:fs';

const CORRECTIONS = {
  de: {
    remove: 'gott jahr leide mann mensch menschen ordnung recht startseite suche tat teil uhr',
    add: 'künftig bislang laut sowohl anhand aufgrund zudem zuletzt rund etwa mehrere mehreren meisten sogar statt trotz bevor sobald ob mithilfe jeweils jeweilige insgesamt dabei denn sein bleibt bleiben liegt liegen stehen lassen lässt gilt gelten erklärte erklärt teilte mitteilte sagten heißt stundenkilometer wattstunden kilometer kilometern zentimeter millimeter meter metern kilogramm gramm liter kilowattstunden quadratmeter dreivierteljahr halbjahr herzlich willkommen unseres unserem unseren unserer eures eurem euren eurer meines deines seines ihres keines dieses jenes jedes manches solches welches hallo hey hi moin servus tschüss danke dankeschön okay ok ähm äh hm naja tja klar schade freundlichen hochachtungsvoll sämtliche sämtlichen sämtlicher sämtliches etliche etlichen zahlreiche zahlreichen zahlreicher diverse diversen verschiedene verschiedenen verschiedener einzelne einzelnen einzelner jegliche jeglichen letzte letzten letzter letztes nächste nächsten nächster nächstes vorige vorigen kommende kommenden jüngste jüngsten heutige heutigen zugrunde zugunsten zuungunsten zugute zuliebe zustande zunichte zutage zumute zuteil zuwider zurande instand imstande außerstande infrage beiseite zufolge',
  },
  es: {
    remove:
      'estados empleo valor ejemplo estado lugar momento pais país paises países gobierno ley san trabajo verdad días dias',
    add: 'anoche abajo atrás allá acá ambas capaz capaces además mientras cada sino aunque tras durante mediante embargo sido puede pueden podría según sea ser hacer hace hacia todavía cualquier veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento doscientos doscientas trescientos quinientos mil once doce quince litro litros kilómetro kilómetros centímetro centímetros milímetro milímetros kilo kilos kilogramo kilogramos gramo gramos grado grados minuto minutos bienvenidos bienvenidas bienvenido estimados estimadas estimado hola tardes gracias vale oye adiós ok eh puedes puedo podéis quieres quieras tienes atentamente cordialmente',
  },
  fr: {
    remove: 'essai directe parole pièce pense valeur sujet ouverte état naturel naturelle naturelles',
    add: "autour nulle moindre capable capables susceptible susceptibles prêt prête prêts prêtes seuls seules exprès ainsi afin alors aussi avoir être fait faire selon cette ceux lors tous toutes très après avant entre sous ont sera sont était étaient été dont pourrait devrait doit doivent notamment également jusqu'à d'un d'une déjà encore chaque plusieurs lequel celui aujourd'hui hier demain ans quelques premières derniers dernières dernière prochain prochaine cents mille heure heures kilomètre kilomètres mètre mètres centimètre centimètres millimètre millimètres litre litres kilo kilos kilogramme kilogrammes gramme grammes degré degrés minute minutes bonjour bonsoir chers chère chères salut coucou ok okay ouais bref cordialement salutations",
  },
  it: {
    remove: 'consiglio sara governo italia mondo persone presidente stato paese lavoro casa città',
    add: 'lì bensì poiché eccetto capace capaci domani degli delle dello della dei del nel nella nelle negli sul sulla sulle sugli dal dalla dalle dagli al alla alle agli anche ancora essere viene vengono stata stati state secondo durante mentre oltre verso presso tra fra ogni perché finché troppo venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento mille mila potrà potranno dovrà dovranno vorrà vorranno litro litri chilometro chilometri metri centimetro centimetri millimetro millimetri chilo chili chilogrammo chilogrammi grammo grammi grado gradi minuto minuti buonasera buongiorno benvenuti benvenute gentili ciao salve prego boh ok okay insomma cordiali distinti',
  },
  ja: {
    remove: '',
    add: '各自 各々 各種 各地 翌週 翌日 翌年 翌月 翌朝 前日 前週 前年 前月 当日 当時 昨夜 今朝 今夜 来年度 年々 毎朝 毎晩 同日 同時 同様 随時 適宜 こと もの ため よう それ これ あれ ここ そこ どこ とき ところ 的 等 者 化 性 様 方 中 上 下 前 後 内 間 時 際 場合 以上 以下 以外 以来 以降 現在 今回 今後 必要 可能 重要 年 月 日 人 分 約 同 各 他 何 数 回 第 我々 私 私たち 彼 彼女 自分 皆 一つ 二つ 本 当 毎 全て 全部 最も 多く 一部 一方 次 先 今 昨日 今日 明日 さん 氏 ご利用 可能性 余分 皆様 皆さん 来年 昨年 今年 去年 来月 先月 今月 来週 先週 今週 毎年 毎月 毎週 毎日 直面 人々 大勢',
  },
  ko: {
    remove: '',
    add: '골고루 고루 이따금 가끔 별로 실제로 제대로 일부러 함부로 차츰 점차 자꾸 자주 아주 무척 마침내 드디어 아마 도리어 역시 곧장 얼른 조금씩 슬쩍 활짝 송송 듬뿍 바싹 벌써 항상 때때로 주로 대개 대체로 한꺼번에 나란히 일제히 차례로 골똘히 줄곧 온통 모조리 죄다 도대체 몹시 굉장히 아예 전혀 결코 문득 어느새 뜻밖에 이른바 이를테면 나아가 첫째 둘째 셋째 온갖 갖은 여느 별다른 몇몇 제각각 저마다 이리저리 요리조리 푹 꽉 쭉 시는 이유로 만 천 백 억 톤 그램 킬로그램 미터 킬로미터 퍼센트 여러분 남짓 이 그 저 것 수 등 및 더 때 년 월 일 중 위해 통해 대한 대해 따라 따르면 있다 있는 있고 있으며 없다 없는 한다 하는 하고 했다 하며 한 할 된 되는 된다 됐다 되어 이다 이며 있어 관련 경우 또한 그러나 하지만 그리고 때문에 지난 이번 오늘 어제 내일 가장 모든 여러 다른 같은 많은 이날 밝혔다 말했다 전했다 우리 나 너 그는 그녀 제 약 각 매우 올해 대신 위한 의한 것으로 것이다 것은 것을 있다고 있었다 없었다 했으며 했다고 한다고 밝힌 말한 보인다 받은 받는 받고 받았다 지난달 지난해 내년 최근 현재 이후 이전 한편 특히 다시 더욱 아직 이미 먼저 오전 오후 저절로 누구나 누구 무엇 언제나 스스로 서로 점점 천천히 조금 살짝 굳이 반드시 훨씬 말고 한동안 지난여름 지난겨울 지난봄 지난가을 안녕 오케이 작년 하나둘 데시벨 퍼센트포인트 내고 지고 이따가 거야 거예요 그것 이것 저것 그런 이런 저런 어떤 거기 저기 여기 따른 반면 로서 한테 는지 에게 에서 으로 부터 까지 라고 다고 려고 이라 처럼 만큼 보다 조차 마다 첫 옛 새 온 헌 맨 또는 너무 잘 미리 두 세 네 번째 직접 없이 없음 아님 아무 꼭 빨리 오래 따로 그대로 정말로 적어도 제일 갑자기 근데 뭐 음 게 안 채 이게 이건 이제 지금 계속 새로 원래',
  },
  nl: {
    remove: 'land leven mensen tijd wereld werk',
    add: 'zeer evenmin meteen soms ruim avonds ochtends middags nachts morgens vanzelf volgens tijdens sinds tussen binnen waarbij hierbij daarnaast echter liter kilometer kilometers meter centimeter millimeter kilo gram graden beste minuten minuut anderhalve anderhalf uur hoi hallo hey hé welkom bedankt dank dankjewel oké ok eh nou tuurlijk joh groetjes haha groet groeten vriendelijke vorige vorig volgende komende komend laatste eerstvolgende huidige huidig tientallen honderden duizenden talloze diverse meerdere morgen gisteren vandaag s keer',
  },
  pl: {
    remove: 'pracy góra dzień artykuł rok',
    add: 'potem razem razu są został została zostały zostało oraz przez podczas ponadto według także które który która którego której których są może mogą można jest być było były był będzie w z do na niniejsza niniejszy niniejszym niniejszej artykule pracy przedstawiono omówiono opisano zaprezentowano opisane przedstawione celu względem wraz ponad trzydzieści dwadzieścia trzeci trzecia trzecią trzecie siedem litr litra litry litrów kilometr kilometra kilometry kilometrów metr metra metry metrów centymetr centymetra centymetry centymetrów kilogram kilograma kilogramy kilogramów gram grama gramy gramów stopni minut minuty niespełna półtora szanowni szanowny szanowna szanowne cześć hej dziękuję dzięki witam witajcie pozdrawiam okej poważaniem zimą latem wiosną jesienią nocą dniem rano wieczorem rankiem jutro wczoraj kolejny kolejna kolejne kolejnych kolejnej ostatni ostatnia ostatnie ostatnich ostatniej ubiegłego zeszłego następny następnego',
  },
  pt: {
    remove:
      'governo grupo local país trabalho valor ponto estado lugar sistema viagem obra povo conselho caminho área corrente',
    add: 'amanhã jamais quase acima abaixo adiante melhor pior inclusive tampouco senão salvo exceto ante várias algum capaz capazes porém todavia seguinte seguintes depressa juntos demasiado demasiada demasiados demasiadas devagar além ainda após segundo durante através pela pelo pelas pelos nesta neste nessa nesse desta deste dessa desse disse afirmou foram está estão ser têm tem vai vão hoje ontem cerca vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento duzentos duzentas trezentos trezentas quatrocentos quatrocentas quinhentos quinhentas seiscentos seiscentas setecentos setecentas oitocentos oitocentas novecentos novecentas mil onze doze treze quinze más litro litros quilómetro quilómetros quilômetro quilômetros metros centímetro centímetros milímetro milímetros quilo quilos grama gramas grau graus minuto minutos caros caras reais vindos bem-vindos dezesseis dezessete dezenove dezasseis dezassete dezanove dezoito catorze quatorze olá oi tchau ok né tá simples atenciosamente cumprimentos',
  },
  ru: {
    remove:
      'мира человек люди жизнь дело мир время вода война город голова голос деньги дверь дом дорога друг душа жена женщина земля книга комната мать машина москва народ нога ночь отец плечо работа ребенок россия рука свет сила стол страна суд улица утро глаз лицо путь окно место русский советский товарищ вечер час',
    add: 'также который которая которые которых однако поэтому является являются может могут будет будут был была были это этот эта эти этого этой этих года году лет сообщил заявил словам впервые самый самая самое самые самого самой самых обычно обычного вслед прямо двести сто тысяч раньше литр литра литров километр километра километров метр метра метров сантиметр сантиметра сантиметров миллиметр миллиметров килограмм килограмма килограммов грамм грамма граммов градус градуса градусов минут минуты минуту уважаемые уважаемый уважаемая недёшево привет здравствуйте здравствуй ага ладно окей ой зимой летом весной осенью утром вечером ночью днём днем завтра вчера толще тоньше выше шире легче тяжелее мягче твёрже крепче реже проще сложнее громче тише ярче короче длиннее моложе старше лучше хуже гуще богаче чище дороже дешевле ближе глубже жарче строже круче плотнее больше меньше прошлый прошлого прошлом следующий следующего следующей',
  },
};

const [source] = process.argv.slice(2);
const lists = JSON.parse(readFileSync(source, 'utf8'));
const wordsOf = (text = '') => text.split(' ').filter(Boolean);
for (const [language, words] of Object.entries(lists)) {
  if (language === 'zh' || language === 'en') continue;
  const { remove, add } = CORRECTIONS[language] ?? {};
  const list = new Set(words.map((word) => word.normalize('NFKC').toLowerCase()).filter((word) => /^\S+$/.test(word)));
  for (const word of wordsOf(add)) list.add(word);
  for (const word of wordsOf(remove)) list.delete(word);
  const file = new URL(`../packages/languages/stop-words/${language}.txt`, import.meta.url);
  writeFileSync(file, `${[...list].sort().join('\n')}\n`);
}
