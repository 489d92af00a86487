/** A short text, with keywords of which each must be among the first three, and words that must not be among the first eight. */
export interface RankedText {
  readonly kind: string;
  readonly text: string;
  readonly first: readonly string[];
  readonly never: readonly string[];
}

/** Chinese texts of many kinds. */
export const chinese: readonly RankedText[] = [
  {
    kind: 'news',
    text: '昨天下午，青石镇的一座古桥在暴雨中垮塌，所幸没有人员伤亡。这座古桥建于明代，是镇上唯一的石拱桥。文物部门表示，将尽快组织专家修复古桥，并检查其他桥梁的安全。',
    first: ['古桥'],
    never: ['昨天', '昨天下午', '所幸', '表示', '尽快', '一座'],
  },
  {
    kind: 'finance',
    text: '受国际油价上涨影响，航空公司的燃油成本明显增加。分析师认为，如果油价继续走高，多家航空公司将不得不提高票价，旅游业也会受到波及。上周，国际油价已连续五天上涨。',
    first: ['国际油价'],
    never: ['认为', '明显', '不得不', '五天', '上周', '继续'],
  },
  {
    kind: 'medicine',
    text: '目的：评价针灸治疗慢性失眠的效果。方法：将60例慢性失眠患者随机分为两组，观察组接受针灸，对照组服用安慰剂。结果：针灸组的睡眠质量明显改善。结论：针灸可以缓解慢性失眠。',
    first: ['慢性失眠', '针灸'],
    never: ['目的', '方法', '结果', '结论', '60例', '两组'],
  },
  {
    kind: 'law',
    text: '房东在租赁合同到期后拒绝退还押金，租客可以先与房东协商；协商不成的，可以凭租赁合同和付款记录向法院起诉。押金的用途应当在租赁合同中写明，避免日后发生纠纷。',
    first: ['租赁合同'],
    never: ['可以', '应当', '不成', '日后', '先与'],
  },
  {
    kind: 'sports',
    text: '世锦赛男子跳高决赛中，小将陆远航以两米三六的成绩夺冠，这也是他个人的最好成绩。陆远航赛后说，膝盖的旧伤让他一度想放弃跳高。教练称赞陆远航在比赛中非常冷静。',
    first: ['陆远航'],
    never: ['他个人', '一度', '非常', '非常冷静', '赛后说'],
  },
  {
    kind: 'recipe',
    text: '红烧茄子的关键是少放油。茄子切条，用盐腌十分钟，挤出水分再下锅，就不会吸太多油。锅里爆香蒜末，倒入茄子翻炒，加生抽、糖和少许清水，焖五分钟收汁。这样做的红烧茄子软糯入味。',
    first: ['茄子'],
    never: ['十分钟', '五分钟', '少许', '太多', '这样', '就不会'],
  },
  {
    kind: 'chat',
    text: '小陈 9:01\n有人知道打印机怎么回事吗\n老王 9:02\n又卡纸了吧，打印机昨天就这样\n小陈 9:02\n不是卡纸，打印机连不上网络\n老王 9:03\n那你重启一下路由器试试',
    first: ['打印机'],
    never: ['怎么回事', '一下', '有人', '网络老王', '昨天', '这样'],
  },
  {
    kind: 'review',
    text: '这款扫地机器人用了三个月，说说感受。优点是扫地机器人噪音小，地毯也能吸干净；缺点是遇到电线容易缠住，客服态度也一般。总的来说，这个价位的扫地机器人还是值得买的。',
    first: ['扫地机器人'],
    never: ['三个月', '总的来说', '说说', '还是', '感受', '这款'],
  },
  {
    kind: 'classical',
    text: '昔者庖丁为文惠君解牛，手之所触，肩之所倚，莫不中音。文惠君曰：善哉！庖丁释刀对曰：臣之所好者道也。方今之时，庖丁之刀十九年矣。',
    first: ['庖丁'],
    never: ['昔者', '所好', '之所', '者道', '莫不'],
  },
  {
    kind: 'blog',
    text: '搬家以后我开始在阳台种菜。阳台种菜最难的不是浇水，而是光照：朝北的阳台一天只有两个小时的阳光，番茄怎么也长不红，倒是生菜长得很好。如果你也想试试阳台种菜，建议先从生菜开始。',
    first: ['阳台种菜'],
    never: ['以后', '两个小时', '怎么', '一天', '建议', '很好'],
  },
  {
    kind: 'transcript',
    text: '好，那我们今天主要讲一下光合作用。光合作用呢，简单地说，就是植物利用阳光把二氧化碳和水变成糖。大家注意，光合作用是在叶绿体里进行的，叶绿体这个词大家记一下。',
    first: ['光合作用'],
    never: ['今天', '大家', '记一下', '这个词'],
  },
  {
    kind: 'product',
    text: '这台空气净化器采用三层滤网，可过滤花粉、宠物毛发和甲醛。空气净化器的滤网建议每六个月更换一次，面板上的指示灯会提醒您。静音模式下，空气净化器的噪音低于30分贝。',
    first: ['空气净化器'],
    never: ['六个月', '一次', '建议', '这台', '采用', '30分贝'],
  },
  {
    kind: 'abstract',
    text: '针对传统推荐算法难以处理冷启动的问题，本文提出一种基于图神经网络的推荐算法。该算法利用图神经网络学习用户与商品的表示，实验表明，所提算法在三个数据集上优于现有方法，有效缓解了冷启动问题。',
    first: ['冷启动'],
    never: ['本文', '提出', '实验表明', '优于', '一种', '提算法'],
  },
  {
    kind: 'notice',
    text: '各位业主：因供水管道检修，本小区将于11月3日8时至17时停水。停水期间请提前储水，检修结束后请先放水两分钟再使用。停水给您带来不便，敬请谅解。如有疑问，请致电物业服务中心。',
    first: ['停水'],
    never: ['11月3日', '两分钟', '敬请谅解', '如有', '各位', '不便'],
  },
  {
    kind: 'manual',
    text: '在使用电饭煲之前，请先清洗内胆。将大米和水放入内胆，合上锅盖，按下煮饭键，电饭煲会自动开始煮饭。煮饭结束后，电饭煲自动保温。清洁时请先拔下电源线，不要用钢丝球擦洗内胆。',
    first: ['电饭煲', '内胆'],
    never: ['之前', '自动开始', '不要', '请先', '使用'],
  },
];

/** English texts of many kinds. */
export const english: readonly RankedText[] = [
  {
    kind: 'news',
    text: 'A landslide buried the only road to Marlow Pass on Tuesday, cutting off two villages. Rescue teams reached the villages by helicopter and said nobody was hurt. The landslide followed a week of heavy rain, and engineers expect Marlow Pass to stay closed for a month.',
    first: ['Marlow Pass', 'landslide'],
    never: ['Tuesday', 'nobody', 'two', 'a week', 'month', 'said'],
  },
  {
    kind: 'finance',
    text: 'Shares of Bellweather Foods fell 8% after the company cut its profit forecast. Bellweather Foods blamed higher cocoa prices, which have doubled since March. Analysts expect cocoa prices to stay high, and several rivals of Bellweather Foods may raise prices too.',
    first: ['Bellweather Foods'],
    never: ['8%', 'March', 'several', 'higher', 'rivals may'],
  },
  {
    kind: 'medicine',
    text: 'Background: Sleep apnea is common in truck drivers. Methods: We screened 412 truck drivers for sleep apnea by questionnaire. Results: Sleep apnea was found in 31 percent. Conclusions: Screening for sleep apnea should be part of the medical examination of truck drivers.',
    first: ['sleep apnea', 'truck drivers'],
    never: ['Background', 'Methods', 'Results', 'Conclusions', '31 percent'],
  },
  {
    kind: 'law',
    text: 'A tenant may end the lease early if the landlord fails to repair a serious defect within thirty days. The tenant must give written notice of the defect. If the landlord disputes the notice, the tenant may ask the housing tribunal to decide whether the lease is ended.',
    first: ['tenant'],
    never: ['thirty days', 'may', 'whether', 'early', 'fails'],
  },
  {
    kind: 'sports',
    text: 'Ines Okafor won the marathon in Lindenburg on Sunday, her third title of the season. Okafor broke away after thirty kilometres and finished the marathon almost two minutes ahead. "The wind was terrible," Okafor said. Ines Okafor will run the world championships in August.',
    first: ['Ines Okafor', 'marathon'],
    never: ['Sunday', 'August', 'two minutes', 'thirty kilometres', 'third'],
  },
  {
    kind: 'recipe',
    text: 'Sourdough bread needs time rather than work. Feed the sourdough starter the evening before, mix it with flour, water and salt, and let the dough rest overnight. Bake the sourdough bread in a hot iron pot for 40 minutes. If the dough is sticky, use less water; the sourdough starter differs from kitchen to kitchen.',
    first: ['sourdough bread'],
    never: ['40 minutes', 'time rather', 'evening', 'work', 'less'],
  },
  {
    kind: 'chat',
    text: 'anna: did anyone restart the build server\nben: no why\nanna: the build server is out of disk again lol\nben: ugh, I can clean the cache of the build server tonight\nanna: thanks, you are the best',
    first: ['build server'],
    never: ['lol', 'ugh', 'thanks', 'tonight', 'anyone', 'best', 'lol ben', 'build server tonight anna'],
  },
  {
    kind: 'review',
    text: 'I bought this hiking tent for a trip to Norway. The hiking tent is light and goes up in five minutes, but the zipper broke on day two. Customer service sent a new zipper for free. If you can live with the zipper, this hiking tent is a bargain.',
    first: ['hiking tent', 'zipper'],
    never: ['five minutes', 'I bought', 'day two', 'free', 'this'],
  },
  {
    kind: 'blog',
    text: 'Last spring I started to keep bees on the roof of our building. Urban beekeeping is easier than it sounds: the bees find lime trees and clover in every park. What urban beekeeping does take is patience with neighbours, who fear that the bees will sting. A jar of honey helps.',
    first: ['urban beekeeping', 'bees'],
    never: ['last spring', 'sounds', 'every', 'who fear', 'A jar'],
  },
  {
    kind: 'transcript',
    text: "So, um, today we're going to talk about plate tectonics, right? Plate tectonics explains, you know, why earthquakes happen where they happen. And the mid-ocean ridge, which is, like, a long mountain chain, is where plate tectonics makes new crust. OK, any questions?",
    first: ['plate tectonics'],
    never: ['um', 'today', 'right', 'you know', 'like'],
  },
  {
    kind: 'product',
    text: 'The Nimbus S2 is an electric scooter with a range of 45 km. The electric scooter folds in one move and weighs 13 kg. Its battery charges in four hours; a second battery can be clipped on. The Nimbus S2 comes with lights, a bell and a lock.',
    first: ['electric scooter', 'Nimbus S2'],
    never: ['45 km', '13 kg', 'four hours', 'one move', 'second'],
  },
  {
    kind: 'abstract',
    text: 'We study the stability of neural ordinary differential equations. We prove that neural ordinary differential equations with spectral normalization are stable under small perturbations, and show by experiments on three data sets that spectral normalization costs little accuracy. The proposed method is simple.',
    first: ['neural ordinary differential equations', 'spectral normalization'],
    never: ['We', 'proposed method', 'three', 'little'],
  },
  {
    kind: 'software',
    text: '## Installing\n\nRun `npm install tinyqueue` to add **tinyqueue** to your project. A priority queue keeps the smallest item first:\n\n```js\nconst queue = new TinyQueue([3, 1, 2]);\n```\n\nThe priority queue takes a comparator as its second argument. See https://example.com/tinyqueue for how the priority queue compares with others.',
    first: ['priority queue'],
    never: ['const', 'npm', 'https', 'js', 'others', 'const queue'],
  },
  {
    kind: 'letter',
    text: 'Dear Mr. Hale,\n\nI am writing about the water damage in flat 4. The leak in the bathroom ceiling has come back, and the water damage has now reached the hallway. Please send a plumber this week; otherwise I will have to report the water damage to the insurance company.\n\nKind regards,\nRuth Adeyemi',
    first: ['water damage'],
    never: ['Dear', 'Kind regards', 'this week', 'I', 'Please'],
  },
  {
    kind: 'history',
    text: 'The spice trade made Venice rich. Pepper, cloves and nutmeg came by ship to Alexandria, and Venetian merchants carried them to the markets of Europe. When Portuguese captains found the way around Africa, the spice trade moved to Lisbon, and Venice declined slowly over the next century.',
    first: ['spice trade'],
    never: ['century', 'way', 'next', 'slowly', 'When'],
  },
];
