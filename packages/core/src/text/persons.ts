/** Who somebody is, before the name; no other noun, for jieba calls many a word a name (荣耀, 托运). */
const ROLE =
  /(?:经理|总监|总裁|主席|书记|主任|秘书|[局部院校队市省县镇村会社司军科处厂所站馆园行店组班船机团事州议]长|总统|总理|首相|国务卿|国王|女王|皇帝|王子|公主|大使|司令|将军|教授|[博院硕]士|研究员|老师|教师|医生|医师|律师|[察警法军交]官|记者|通讯员|编辑|导演|编剧|主演|主播|歌手|选手|主攻手|副攻手|[作学画专]家|艺术家|诗人|学者|主帅|教练|后卫|前锋|边锋|中锋|门将|小将|老将|名将|[演球队委议行航天]员|发言人|负责人|创始人|联系人|主理人|村民|居民|市民|业主|[析程计厨复评审术艺]师)$/;

/** Whether a word says who somebody is. */
export const isRole = (word: string) => ROLE.test(word);

/** Family names that nearly all people have; those that are other words first (武, 于, 高) have to be told by what is beside them. */
const SURNAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庄柯骆温葛翟' +
    '邬晏耿尤岑缪臧滕殷毕倪伍祁闵詹霍翁荀卞阮蓝聂郗栾冼邝芮娄柴焦童俞鲍穆郁辛鞠丛岳裴樊凌虞韦申鲁屈牟冉佟谷佘宫刁靳桑' +
    '張劉陳楊趙黃吳孫馬羅鄭謝韓馮鄧許蕭呂蘇盧蔣賈葉閻鐘譚鄒陸顧龍錢湯賀賴龔莊駱',
);

/** Whether a character is a family name. */
export const isSurname = (character: string) => SURNAMES.has(character);
