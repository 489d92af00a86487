/** Characters that Japanese writes so and Chinese does not: new forms of its own, and characters made in Japan. */
const JAPANESE =
  '気発実対関変戦楽様売悪続円経込県読応産単伝乗転撃広帰録価覚増顔絶権検観収験査歳営毎値団歩効済働黒満駅訳総抜処頼専両薬壊戻歴図帯弾巻軽沢囲絵遅焼険払挙戸労辺雑聴覧髪圧児鉄従継扱隠闘駄脳掲択徴仮厳齢縄拠剣拡汚悩豊廃歯恵騒蔵繰桜隣栄瀬獣姫霊駆枠剤舗塩緑窓徳捜賛渋酔雰歓臓渉縁黙懐庁譲揃晩竜塚勧圏舎仏氷郷釈亜噂涙揺縦嬢亀稲呪匂銭陥拝奨麺穂畑粋噛挿糸覇犠摂浄巣覗滝穏妬塁斉斎鉱剰醤繊荘砕殻顕寛辻辿暦猟畳錬聡筈醸勲髄粛薫曽蛍捗壌謡遡渓娯峠讃渇壱喩塀靭舘鋳樫弐桟巌躾凧欅逓';
/** Common characters that Japanese has not: of Simplified Chinese, and of Traditional. */
const CHINESE =
  '这们说对为时过还么样问题发现经实开关种应话车东长门员级书见头业产动务报议亿论证护结构线组统计设备际标资讯选择权让给读买卖钱货进达连运远边观历卫术吗岁钟战华马鸟鱼龙鲜优质订购饮顾销热专营评场习总电视频单变处复奖师带张强录國這爲箇會們來對麼發髮傢齣說學與沒經嗎衕當噹關實樣麪區內體從點將閤產應錶繫讓兩數總戰彆迴嚮曏變臺檯颱權聯處萬據傳纔朮號圖劃亞單爾佈歷曆黨帶辦覺專團糰兒蔘樂氣證稱濟聽價舉爭續觀錢轉卻歡註賙聲邊侷醫寫賽裝擊屬鬚羣縣戲顯斷驗夠獨營歲隨繼翫媽寀戶嚴錄彔滿絕歐畫幫雖讀盡儘囌灣雙圍輕脩壓狀險擔佔獎蓆鐵韆黃擇檢鬥銷藥葯寶腦鄉壞覈鍾賣鈡釋惡噁奧彈祕碼溫勞廠樓雜屆亂闆睏禮籤簽俬畢穩甯輯麴餘靈懷擴臉攝舊鍊脫歸獻稅鉅綵閱廳魯匯鬆豐腳譯贏矇濛懞燬譭絲靜趕綠贊讚牀雞勵鏈廢菸輛萊麥殘觸隱孃罈鬍衚戀徑搶檔燒瘋礦寬虛詢潛慾牆癥賺覽擺襬緣淨擾娛漲貓个间从并无网两该认别军爱记决联导传图规亚领尔队办觉义类约团儿调请乐许气难语则济听举续况费转较众风创织亲识离欢节获项农赛谁杀击响职试罗须态县纪戏显维责环协验终够错继预闻妈兰户艺严仅势满兴绝负谢简帮积虽伤监飞刚讲苏谈诉剧编围红轻压险层财园络阳执测审铁换银养岛紧韩汉检馆坚讨镇药陆纳脑乡坏细拥载临释恶败弹减冲输码访训疗异阶劳词额补杂练妇课软圣误梦页遗签枪础毕币稳宁辑块灵怀伦扩脸贵摄库轮顿寻综顺庆丽竞虑违挥归骗诺针饭惊谓敌渐损弃阅绍厅诗鲁笔萨汇贝译启树赢贸泽宪毁顶丝赶闭纸荣桥陈灭绿宫盖谋盘贴赞绩乌键鸡狱链纽夺灾废烟辆驻隐册坛宾迹阴纷纯镜罚阵暂伟抢档贫惯仪蓝烧奋疯缩矿袭彻宽询辖烦墙刘贷忆诚粮倾';
/**
 * New forms that Simplified Chinese and Japanese share, and old forms that Japanese shares with Traditional Chinese: only
 * Japanese has both.
 */
const NEW_FORM =
  '会国来学当画体内数点状参残声写号装断区争医寝恋横独条担将触属礼届携乱凄嘘奥辞称昼旧宝盗脚黄寿雇湾尽潜却欧浅殴献誉滞狭随麦惨晒彦虚剥径挟湿晋掴励机弥戯炉践枢禄';
const OLD_FORM =
  '見時間無場動後話業開長現結機書違員車問連報記東電聞選終題強決語確愛別達買過調設勝組運約認誰島進計優議際風線務係殺質頭葉飲僕親個張願術態難構試備週軍義緒種論護職視資側馬園載飛離規製師証細負識類異統頃隊復門岡換編敵興宮減準販簡許費況夢習協評導館遊極響熱遠適勢銀階詳絡療環賞頂韓領敗紙級談橋給補頑監裏掛衛紹謝貴練責標織艦傷遺並積額複財庫創鳥滅納災誘課採誌純劇驚麗飯順聖輪誕陽捨競沖築測億節損跡華講閉陸養憶婦購層盤則紀請魚鮮貰訪綺詰誤訴慣維躍倉審繰農樹恥賀緊奪項銃輸襲診塗較討幹詞鳴範昇締獄慮衆績輩衝謎濃獲貨闇鏡呂陰憲貸湯諸掃傾鈴徹執龍訓輝縮飾飼筆揮紅騎漢閣奮陣詐棄須諦貧鎖貼釣儀償駐鑑臨賢雲誠剛懸脅凍貯潰誇鍵罰澤飽賃嵐偉孫帳癒託揚涼冊喫贈緩預騙礎倫漁貫謀脈糞綾詩軸嘩';
/** Common words of Japanese in characters that Chinese has too, but not beside each other. */
const WORDS =
  /仕方|予約|予想|普段|若者|荷物|料金|財布|役割|番組|開催|初心者|高校生|挨拶|返事|飛行機|弁当|割引|返信|昨年|取締役|指輪|居酒屋|栃木|入荷|朝食|貯金|随分|順番|機嫌|出荷|世話|手数料|宿泊|敷地|株主|味噌|株式|今頃|泥棒|芝居|長谷川|正社員|移籍|宿題|菓子|卓球|夕食|家賃|交差点|周波数|枚数|靴下|立候補|地上波|居場所|褒美|返金|銘柄|入札|市役所|放課後|喫茶店|腕時計|居心地|仕業|屋台|迷子|改札|特番|無理矢理|賃貸|引換|夕飯|支度|添付|年末年始|中高生|炭水化物|相模原|貸切|別途|幼馴染|珈琲|自販機|返品|刃物|本棚|食卓|残高|矢印|唐辛子|税務署|大学院|保育園|公民館|忘年会|待合室|手話|留守番|文房具|大相撲|将棋|利点|受取人|無料/;
/** Characters of a text, at most, that such a word tells of: a sentence may have one across two words. */
const PHRASE = 12;

/** By code unit: what it is of, 0 for none. */
const writtenIn = new Uint8Array(0x10000);
const OF_JAPANESE = 1;
const OF_CHINESE = 2;
const IS_NEW = 3;
const IS_OLD = 4;
const jis = charactersOfJis();
// Hardly a Japanese text goes beyond these.
if (jis !== undefined) {
  writtenIn.fill(OF_CHINESE, 0x4e00, 0xa000);
  for (const character of jis) writtenIn[character.charCodeAt(0)] = 0;
}
[JAPANESE, CHINESE, NEW_FORM, OLD_FORM].forEach((characters, kind) => {
  for (const character of characters) writtenIn[character.charCodeAt(0)] = kind + 1;
});

/** The characters of JIS X 0208 and those that vendors added to it; undefined where they are not known. */
function charactersOfJis(): string | undefined {
  const bytes: number[] = [];
  for (let lead = 0x88; lead <= 0xfc; lead++) {
    if (lead >= 0xa0 && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) if (trail !== 0x7f) bytes.push(lead, trail);
  }
  try {
    return new TextDecoder('shift_jis').decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/** Kana that Chinese shops have in their names (优の良品). */
const OF_SHOPS = /[のノ]/g;
/** Share of kana in the letters of a text from which on it is Japanese: a Chinese text may quote some. */
const LEAST_KANA = 0.08;

/**
 * Whether a text in Han characters and kana is Japanese rather than Chinese.
 *
 * @param han how many of its letters are Han characters
 * @param kana how many are kana
 */
export function isJapanese(text: string, han: number, kana: number): boolean {
  const counts = new Uint32Array(5);
  for (let at = 0; at < text.length; at++) counts[writtenIn[text.charCodeAt(at)]]++;
  const chinese = counts[OF_CHINESE];
  if (kana === 0 && chinese === 0) {
    if (counts[IS_NEW] > 0 && counts[IS_OLD] > 0) return true;
    if (han <= PHRASE && WORDS.test(text)) return true;
  }
  const ofShops = chinese > 0 ? (text.match(OF_SHOPS)?.length ?? 0) : 0;
  const votes = kana - ofShops + 3 * counts[OF_JAPANESE];
  return votes > 0 && votes >= LEAST_KANA * (han + kana) && votes > 3 * chinese;
}

const HAN = /\p{Script=Han}/gu;

/** How many Han characters a text has that Chinese and Japanese both write; 0 where one is of Chinese alone. */
export function sharedHan(text: string): number {
  for (let at = 0; at < text.length; at++) if (writtenIn[text.charCodeAt(at)] === OF_CHINESE) return 0;
  return text.match(HAN)?.length ?? 0;
}
