import { NAME_DOTS } from '../text/chinese-characters.js';
import { isRole } from '../text/persons.js';
import type { Token } from '../text/tokenizer.js';
import type { WordClass } from '../text/word-class.js';

/** What papers, orders, contracts and posts call their parts and parties, whatever they are about. */
const LABELS = new Set(
  (
    '本报讯 本報訊 本刊讯 本网讯 楼主 層主 层主 联系人 聯絡人 联系电话 聯絡電話 咨询电话 諮詢電話 客服电话 客服热线 服务热线 咨询热线 举报电话 联系方式 聯絡方式 ' +
    '订单号 訂單號 订单编号 訂單編號 运单号 快递单号 流水号 岗位职责 任职要求 任职资格 职位描述 薪资待遇 工作地点 优先级 甲方 乙方 丙方 丁方 贵司 贵行 贵方 贵公司 ' +
    '我司 我行 我方 收件人 寄件人 收货人 发件人 报名表 报名方式 报名时间 报名电话 备注 責任編輯 责任编辑 责编 审判长 書記員 书记员 客服 客服人员 客服專員'
  ).split(' '),
);
const labelStarts = new Set(Array.from(LABELS, (label) => label.charCodeAt(0)));
/** After whom a name only says who wrote, filmed or answers: 记者 周立群, 联系人：倪文. */
const BYLINE =
  /^(?:记者|記者|通讯员|通訊員|特约记者|责编|责任编辑|編輯|编辑|摄影|攝影|摄|攝|联系人|聯絡人|收件人|收货人|寄件人)$/;
const NAME = new RegExp(`^[\\p{Script=Han}${NAME_DOTS}]{2,20}$`, 'u');
/** Tokens of a letter before the name under it, at least. */
const LETTER = 20;
const COLON = /^[:：]$/;

/** Numbers of orders and the like, and those with letters left out: QH20260318-7741, 688XXX. */
const SERIAL = /^(?:[a-z]{0,4}\d{8,}(?:-\d+)*|\d{2,}x{2,})$/i;
/** Amounts with units that only the trade knows: 420D, 65L, 10bit. */
const AMOUNT = /^\d{2,}(?:\.\d+)?[a-z]{1,3}\d?$/i;
/** Roads and stations have such numbers: K601路, K1243处. */
const PLACE = /^[a-z]\d{1,4}$/i;
const AT_PLACE = /^[路处處次]$/;

/** What a word of a Chinese text is, if the text is not about it: a label, a code, a title before a name, who wrote it. */
export function classOfLabel(tokens: readonly Token[], t: number): WordClass | undefined {
  const { word, end, partOfSpeech = '' } = tokens[t];
  const after = tokens[t + 1];
  const isBefore = after !== undefined && after.start === end;
  if (partOfSpeech === 'eng') {
    if (SERIAL.test(word)) return 'break';
    if (isBefore && PLACE.test(word) && AT_PLACE.test(after.word)) return 'break';
    return AMOUNT.test(word) ? 'part' : undefined;
  }
  if (word.length === 1) {
    const before = tokens[t - 1];
    if (before?.partOfSpeech !== 'eng' || before.end !== tokens[t].start) return undefined;
    return AT_PLACE.test(word) && PLACE.test(before.word) ? 'break' : undefined;
  }
  if (labelStarts.has(word.charCodeAt(0)) && LABELS.has(word)) return 'part';
  if (isBefore && isPerson(after) && isRole(word)) return 'part';
  return isPerson(tokens[t]) && isInByline(tokens, t) ? 'break' : undefined;
}

const isPerson = ({ word, partOfSpeech = '', isGuess }: Token) =>
  (partOfSpeech.startsWith('nr') || (isGuess === true && partOfSpeech.startsWith('n'))) && NAME.test(word);

/** Whether a name, or the names before it, stand after 记者 and the like, with a space or a colon between, or sign a letter. */
function isInByline(tokens: readonly Token[], t: number): boolean {
  if (t === tokens.length - 1 && t >= LETTER && tokens[t - 1].end < tokens[t].start) return true;
  let at = t - 1;
  while (at >= 0 && tokens[at + 1].start > tokens[at].end && isPerson(tokens[at])) at--;
  if (at >= 0 && COLON.test(tokens[at].word)) at--;
  return at >= 0 && BYLINE.test(tokens[at].word);
}
