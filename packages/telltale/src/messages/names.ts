/** Names of languages and other things that are put into messages, in Chinese. */

/** The Chinese name of a language, by its tag. */
export const languageInChinese = (tag: string) => new Intl.DisplayNames('zh', { type: 'language' }).of(tag) ?? tag;

/** Languages as the library names them, `Chinese (zh), English (en)`. */
export const languagesInChinese = (named: string) =>
  named.replaceAll(/[^,]+ \((\w+)\)/g, (_, tag) => `${languageInChinese(tag)}（${tag}）`).replaceAll(',', '、');

/** What keywords are ranked by, without a model. */
export const rankedInChinese = (by: string) =>
  [
    ...[
      '重复',
      by.includes('place') ? '位置' : '',
      by.includes('rarity') ? '罕见程度' : '',
      by.includes('form') ? '形式' : '',
    ],
    by.includes('encoder') ? '编码器' : '',
  ]
    .filter(Boolean)
    .join('、');

/** Scripts that several languages share. */
export const lettersInChinese: Readonly<Record<string, string>> = {
  Latin: '拉丁',
  Cyrillic: '西里尔',
  Arabic: '阿拉伯',
  Devanagari: '天城文',
};
/** What a value is that should be another. */
export const kindsInChinese: Readonly<Record<string, string>> = {
  string: '字符串',
  number: '数',
  boolean: '布尔值',
  array: '数组',
  object: '对象',
  function: '函数',
  promise: 'Promise',
};
