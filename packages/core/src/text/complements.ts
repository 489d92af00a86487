/**
 * Verbs with what comes of them or where it goes, which name nothing: 填满, 敲出, 关掉, 放在, 送给. Not all that end so are: the
 * others are in established terms (scripts/terms) or name a deed of their own.
 */
const COMPLEMENT = /^[^不没可][到掉住满完够懂稳净紧走好起回出成开下上在于为给至过往自得来去]$/;
const NAMES = new Set(
  (
    '构成 加成 促成 合成 形成 达成 溢出 行走 冲出 分出 裂开 勃起 期满 商住 驳回 生成 隆起 集成 退出 演出 组成 居住 展开 巡回 弯起 抽出 揭开 旋回 析出 ' +
    '突出 喜好 完成 涌出 盯住 吃紧 超净 返回 退回 钉住 游走 办成 暂住 展出 外出 进出 付出 公出 出走 暴走 疾走 慢走 崛起 兴起 早起 晚起 收回 公开 召开 ' +
    '盛开 散开 爆满 建成 落成 速成 讨好 看好 示好 作为 行为 代为 交往 来往 过往 往来 配给 补给 供给 自给 所得 获得 取得 存在 潜在 滤过 源于 挤出 检出 播出 夹紧 收紧 分成 育成 突起 追回'
  ).split(' '),
);

/** Whether a verb says what comes of it, and names nothing. */
export const isOutcome = (verb: string) => COMPLEMENT.test(verb) && !NAMES.has(verb);
