/** What newsrooms and forums put before or after a headline to say what kind of piece it is; nothing of what it is about. */
const HAN =
  '(?:最新|突发|重磅|独家|獨家|快讯|快訊|速报|速報|号外|號外|滚动|滾動|直播|视频|視頻|影片|音频|音頻|组图|組圖|图集|圖集|图文|高清|多图|多圖|原创|原創|转载|轉載|转|轉|专访|專訪|专题|專題|特稿|社论|社論|时评|時評|评论|評論|更新|更正|热点|熱點|头条|頭條|置顶|推荐|推薦|精华|精華|公告|通知|图|圖)';
const ENGLISH =
  '(?:breaking(?: news)?|news flash|just in|developing|exclusive|updated?|live(?: updates)?|videos?|watch|audio|podcast|photos?|pictures|in pictures|gallery|infographic|opinion|op-ed|editorial|analysis|explainer|explained|fact check|correction|corrected|sponsored|poll|pdf)';
const LABEL = `(?:${HAN}{1,2}|${ENGLISH})`;
const BRACKETED = `[【\\[［〔(（]\\s?${LABEL}\\s?[】\\]］〕)）]`;

/** One or several in brackets, or one before a colon, a bar or a dash, at the start. */
const BEFORE = new RegExp(`^\\s*(?:(?:${BRACKETED}\\s*)+|${LABEL}\\s?(?:[:：|｜丨]|[—–-]\\s)\\s*)`, 'i');
const AFTER = new RegExp(`(?:\\s*${BRACKETED})+\\s*$`, 'i');

/** A bracket, or a sign after as many characters as a label has: to compile what looks for labels takes longer than a text. */
const SIGN = /^\s*(?:[【[［〔(（]|[\s\S]{1,15}[:：|｜丨—–-])/;

/** The end of the label that a text begins with, as 【独家】, 快讯：, [Video] or "Breaking:"; 0 where there is none. */
export function endOfHeadlineLabel(text: string): number {
  const beginning = text.slice(0, 60);
  return SIGN.test(beginning) ? (BEFORE.exec(beginning)?.[0].trimEnd().length ?? 0) : 0;
}

/** A headline without the labels before and after it. */
export const withoutHeadlineLabels = (headline: string) => headline.replace(BEFORE, '').replace(AFTER, '');
