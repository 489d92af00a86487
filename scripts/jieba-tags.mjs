import { readFileSync } from 'node:fs';

/**
 * Words of jieba's dictionary by the tag that is right, where its own is not. Some stand there as adverbs, numbers, pronouns or
 * the like (大连/d, 湿地/z, 三维/m) and so would be no keywords: found by the tags that HanLP 1.8.6 gives them in 38,000 lines of
 * all kinds. Others stand there as names, and so would be keywords, and are verbs, adjectives or no words at all (原谅/nr, 长大/ns,
 * 建议您/nr): found among the names that are commonest in ten million characters of all kinds. The rest are words that the trained
 * tagger takes for something else (超市/v, 利用/n, 前往/t): found by scripts/doubtful-tags.mjs. All chosen by eye.
 */
const WORDS = {
  n:
    '阵列 难度 首都 层次 因果 批次 进度 本科 几何 湿地 首页 少年 三角 差别 片段 数列 摇滚 相机 真相 首相 大便 从句 据点 满分 果实 相声 面部 背部 所有者 反面 末端 顶端 大将 终点 极点 难点 刚度 自由度 少儿 八角 零件 零部件 大自然 三部曲 假说 总管 凭据 正门 四季 初中 预后 偏好 长处 随从 两岸 长相 比分 随笔 胡须 小偷 一体机 余切 初衷 黑熊 麻辣烫 血沉 葱白 痛经 绝经 特快 ' +
    '原意 本意 进深 频次 及时性 立意 借据 大米 二胎 二次元 终点站 百分数 百分号 港澳台 良种 大佛 余数 左手 双眼 绝招 左右手 三七 湿热 两会 关键因素 左后卫 位置 需求 想法 知识 做法 导演 高考 说法 通道 选手 收入 快递 发行版 开头 看法 外卖 警察 睡眠 接口 主机 举措 考生 决心 导航 缺陷 清单 好处 坐标 展览 负担 超市 侦探 使命 烦恼 详情 注释 预算 等级 邻居 前缀 前身 成效 新高 ' +
    '隐私 脚注 创意 第三方 乐趣 协定 死刑 创伤 虚拟机 截图 演讲 欲望 对手 显卡 爱好 控制台 增速 身高 派对 产能 启示 出路 上限 提案 支出 冷战 别名 积分 同性恋 可乐 灵感 好评 简历 合同 极限 生意 固体 殿试 举动 顾虑 疑问 料理 盛典 重心 特效 难关 粗体 得主 复试 会计 开水 毛茛科 偏见 伤痛 反派 疑虑 初恋 诉求 写真 可汗 模特 料酒 上级 奇观 带宽 写法 大葱 叛乱 二尖瓣 大选 ' +
    '开关 列强 模版 跑道 联考 开支 签证 空缺 简介 诚意 突触 跳台 无线电 听觉 落差 吃法 重伤 造像 感触 加法 年级 插图 大名 答卷 视听 配偶 招牌 解法 底面 短发 除法 殊荣 看台 拌面 演说 玩笑 善意 心结 英烈 保费 盗版 私利 组长 雇主 回合 潜能 手足 录像 测试版 对白 首付 处长 震感 调味料 炒锅 炒饭 过错 展会 合集 续集 小葱 假发 感想 集中营 面糊 抓手 诊所 尊严 大典 小抄 ' +
    '重点班 心得 推力 围棋 赞助商 叫声 派别 残障 折扣 见解 专列 长宽 下限 好意 沉香 拼图 鼓手 手续 摇篮 准决赛 自助餐 巾帼 象棋 大黄 相册 高烧 往事 论断 映像 得失 轮回 绩效 盛名 正式版 俯卧撑 原声 干道 胜负 嗜好 吸盘 阅历 收成 敬意 深意 位图 否决权 至尊 烧酒 援手 优越性 兴趣班 旁白 会考 逆变换 归宿 实效 嫌疑 减号 卡路里 微软 宣纸 ' +
    '设备 丧事 把手 嫁妆 判决书 定理 工资 陪嫁 熟食 车 组 县 村 物 厂 园 汗 罪 糖 鸟 癌 肾 奶 帽 唇 囊 炉 湾 棒 肽 砲 症 土 毒 孙',
  ns: '也门 大连 大同 首尔 正定 马里 且末 定远 八大处 约旦 彰化 开封',
  nz: '西游',
  t: '五一',
  q: '届',
  vn:
    '仿真 进步 互动 立法 踏青 特许 更迭 同步 更新 对照 较量 喷涂 修正 许可 格式化 封锁 汇报 珍藏 美化 最大化 掌控 呕吐 腹泻 咳嗽 心悸 腹胀 抽搐 震颤 溶血 嗜睡 惊厥 眩晕 咯血 喘息 便血 耳鸣 呛咳 干咳 呕血 淤血 恋爱 就业 治理 扶贫 飞行 放疗 认知 代谢 认证 罢工 休闲 枪击 辐射 防御 诊疗 防护 近视 侵权 成像 博弈 鉴定 拓扑 溯源 起义 选秀 实名 育种 租赁 退税 减税 遥感 怀旧 ' +
    '叙事 征兵 启蒙 缓冲 团购 审计 防火 传销 排版 安检 公投 阅兵 折旧 输电 抽样 排卵 限价 排毒 堕胎 扫雷 造血 择偶 联运 缉毒 督察 试运行 自治 免疫 烹饪 复兴 振兴 降温 强奸 评价 原创 通报 毕业 晋级 曝光 报警 种地 上线 上市 加盟 酸痛 卧床 火化 立案侦查 保级 戒毒 漏电 讯问 换气 轮班 领养 首演 制图 买房 服兵役',
  b:
    '随机 实时 日常 一维 二维 三维 四维 五维 多维 异步 高速 一元 二元 三元 多元 多重 三重 多边 单边 永久 永续 轻度 酸辣 黑白 长途 大宗 二手 全方位 多层次 多发 外来 偶发 极速 一级 四级 高新 特约 二次 一次性 新一轮 永久性 非营利 全球性 全国性 全局性 全日制 全职 全天候 全能 不法 多国 多渠道 多用途 多语种 多角度 多维度 有形 书面 典型 中式 顶级 经济型 舒适型 嵌入式 花式 ' +
    '分布式 豪华型 降级 开放型 美式 日式 肥厚型 开放式 密集型 新式 创新型 老式 西式 台式 封闭式 市级 科技型 研究型 英式 制式 新造型 吸入式 旧式 欧式 首发式 集中式 渐进式 全景式 粤式 体验式 港式 劳动密集型 爆发式 攻击型 爆炸式 反应式 学习型 波浪式 资源型 普通型 基本型 往复式 园林式 通用型 非典型 全能型 运动型 连续型 隐藏式 分离式 完整型 植入式 古典式 插入式 阶梯式 节水型 对口型 ' +
    '入场式 互动式 传统 乙级 丙级 世界级 国宝级 部级 高超音速 高清 电动 无线 有线 家用 民用 军用 医用 日用 两用 流式 浮式 轮式 全面 优质 精准 高端 负面 国产 大量 普通 原生 ' +
    '单步 低速 慢速 快速 匀速 差速 窄幅 高倍 低倍 终身 定时 分时 分步 异常 重复 自愿 无条件 有声 无声 正向 强直 原发 即时性 一时性 同相 往复 随动 低幼',
  v:
    '明白 谢谢 谢谢您 谢谢你们 多谢您 祝您 祝你们 祝你好运 祝你成功 祝你幸福 原谅 安抚 弘扬 涂抹 容纳 侍奉 苏醒 拓宽 荣获 采取措施 采取相应 建立健全 敬献 归顺 林立 杜绝 晋升为 布满 卡住 查明 张贴 扬言 长大 保持沉默 戴眼镜 延后 加粗 严格遵守 严格执行 依附于 大力支持 远大于 远高于 达到最佳 达到高潮 隆重举行 刚刚开始 大大增加 宣布独立 明显改善 明显增强 明显增加 明显提高 同比增加 ' +
    '努力奋斗 努力实现 努力完成 努力争取 努力创造 加倍努力 保持中立 保持足够 道谢 寄希望于 严肃处理 广泛开展 广泛传播 慎重考虑 占地约 塞满 塞进 塞进去 付诸 付清 幻化成 漆成 拉开帷幕 拉家常 问津 寻思 展望未来 应邀出席 任凭 张开 张扬 高耸 高喊 盛赞 满怀 任教于 饶恕 立大功 爱喝 上门 上台 上路 上山 下山 渡河 波及 惠及 回国 缅怀 扎根 东临 力争 改编自 节选自 无法控制 ' +
    '相匹配 达成协议 大力发展 大力推广 充分肯定 注意安全 换衣服 撒盐 打勾 促发展 瘦成 深信 打扫卫生 新创建 换水 重新安排 重新安装 重新组合 重新排列 地处 身处 兜底 架起 架上 怀上 关上 同居 泛指 拉大 轻信 四散 环顾四周 同步进行 不断扩大 不具 不太会 不争 不容 不语 为题 会同 会弹 会用 全面推行 全面实施 全线贯通 全线通车 全力支持 全面提高 又称 又名 在京举行 在京开幕 在世 多达 ' +
    '多饮水 好好学习 如厕 对付 已登记 已达成 想学 所学 所作 所指 所处 所求 所愿 所欠 所思 有助 有损 有误 有理 有戏 有空 有权 有所 有所区别 未果 未办理 未经检验 未经审查 被选为 被判赔 被扣 被控 被盗 被淹 被装 给我发 要带头 要花费 请参阅 若需 就读于 从宽 从政 从军 都行 产生 无法 客气 利用 去世 实际 回家 会见 过年 发文 前往 下来 生气 消失 战胜 下去 遭遇 ' +
    '令人 有序 开机 最初 参观 感兴趣 落地 协同 辟谣 偶遇 过分 祝贺 开学 绘制 着力 专项 新建 见面 杀青 亮相 食用 客观 救人 心动 证实 依法 致力于 印发 小心 涨价 区分 问问 精彩 面向 指向 生效 牢记 任命 自学 爆料 潜在 过来 现身 整理 声称 收官 排队 浪费 消极 无缘 伤心 生病 现任 领悟 宝贵 中断 重置 前来 办理 合法 通车 时隔 谋划 热门 合体 开口 打人 形容 粘贴 委托 领先 先行 ' +
    '一流 自带 人为 花钱 散步 重生 对阵 过期 坠楼 饰演 用心 释怀 漫长 跨省 闭馆 悼念 买车 拷贝 上来 恶性 平行 缺席 续约 假装 主观 个别 流泪 骑车 法定 干嘛 动手 登顶 密集 节省 开庭 聚餐 过时 合格 登场 入院 商量 重定向 直观 专属 卓越 出去玩 发生冲突 正值 步入 驾车 汇总 行使 火热 古典 断电 植入 高度评价 吉祥 精简 指教 采取行动 开场 过量 大胆 晋升 喜庆 上去 盲目 键入 ' +
    '可视化 事关 领会 急需 隶属于 节约 省略 领航 出局 碾压 买菜 记下 含泪 顶尖 双重 步行 代入 开花 新任 围观 铭记 乐意 离家 胜任 交融 资深 共创 买单 时任 长寿 精心 开业 回老家 险胜 爬山 乘车 质问 错位 骑马 躺平 流经 结识 压制 建党 交织 界定 过冬 专心 过节 耗时 关门 途经 玩玩 老实 反省 亲生 过半 乘风 总计 准备就绪 跳河 构筑 迷路 解体 投身 核实 历任 共用 离队 垫底 上车 ' +
    '偏向 敬礼 细化 兴业 压实 做菜 坦白 重温 充分利用 变色 倒地 任教 热心 虚构 油腻 崇高 建功 过瘾 结冰 细小 细心 交代 卫冕 现行 扎堆 谎称 无趣 去皮 战败 直通 重塑 机智 流向 流离失所 责令 禁言 会师 历时 无辜 发货 直属 设法 严正 讲道理 附带 饮用 迷人 光辉 任性 过世 失灵 取景 战死 崇尚 领略 上岗 无情 等候 轮流 通俗 少见 化身 衷心 共谋 入户 错失 热衷 过夜 领衔 通达 填色 ' +
    '做作业 强有力 除去 拜托 立志 淡化 升格 宣告 祥和 司职 摩登 正宗 极具 委任 距今 无间 归国 无机 共商 更糟 持平 当事 跳车 问世 通向 限时 误食 战平 同属 进村 动工 套用 露面 理会 高达 脸红 铸就 所辖 列席 传授 派兵 免票 经验丰富 离校 转圈 兴盛 大败 湿润 扳平 犯错误 发帖 开票 发源 性格内向 过上 动用 恒定 过长 保持一致 撰文 离场 创纪录 倍感 转学 东至 翻页 称帝 进站 无权 ' +
    '唱响 收治 后任 当心 平息 当上 切块 无感 计分 开屏 扁平 生下 买药 亮眼 名列 遗失 同构 弹唱 加码 进场 另类 参军 出众 投向 能干 静置 过不去 买票 成群 前去 流利 列队 出镜 盛产 现役 吸气 席卷 效忠 出力 危重 开诚布公 走神 力求 敌对 效仿 委派 小巧 实事求是 鸣笛 殷殷 一览 交汇 方可 新旧 细长 上街 日新月异 新奇 驱车 青绿 偏心 入室 奏响 阔步 相适应 开园 情愿 闪闪发光 拴绳 ' +
    '自创 原产 深表 加场 建厂 疼爱 断水 合影留念 年老 核准 刻画 乘船 多谢 出面 历久弥坚 穿著 长达 分属 发飙 致力 安家 筹划 染上 切丝 驯服 聚众 钟爱 东征 抗衡 炸伤 待命 交心 归队 罗列 掌权 共通 足额 商定 扶正 坦言 齐发 飞身 古色古香 奏效 心怀 欢庆 勾勒 设限 重特大 共圆 高尚 辛勤 心系 相融 来京 拜佛 结实 开窗 背离 商议 离群 环抱 怪罪 拜拜 收工 支棱 领衔主演 瓜分 ' +
    '建功立业 中枪 精制 去往 相依 争气 红发 查清 特制 渡江 听闻 焦黄 博大精深 安居乐业 动容 加班加点 缺货 登门 染红 毒死 屈服 交锋 开路 卖座 计价 环山 守候 施暴 射入 座落 相符合 限期 过桥 英俊 拜师 独具 端正 权衡利弊 错落 冷清 抚平 无脑 补时 过誉 领兵 勒令 问鼎 结伴 无菌 信守 早衰 兜风 谎报 补货 大乱 南征 纵观 有性 举兵 作客 晒干 屯田 潜心 唱戏 上菜 旷课 开房 ' +
    '入世 荣立 点歌 闹元宵 回京 装上 助长 空旷 山清水秀 温顺 讲授 问道 压扁 入夏 心存 和善 过河 跟党走 突遇 天冷 天南地北 负向 有志 策动 遮阳 渡海 歇业 交手 散散心 器重 倾心 纳凉 日复一日 死心 错怪 伤身 强征 过半数 挖坑 上马 殉国 卓越贡献 青青 起家 播撒 身体力行 设身处地 普普通通 远去 蚕食 端庄 低产 烧香 探秘 圆满结束 移风易俗 治校 做好事 咽下 一统 讲学 无量 不错呀 效劳 ' +
    '深奥 层次分明 狂野 自导 泡温泉 美轮美奂 赏月 融融 一劳永逸 养大 离席 散场 接棒 常喝 亲率 崇高威望 缝制 创校 陶醉 协商一致 散心 不惯 赋诗 当红 染病 有情 通顺 走样 成荫 守时 射中 触底 有度 爆粗 持械 改数 同父异母 建都 集大成 脱险 长存 成家立业 入贡 质朴 不学 出谋划策 消夏 铺就 连成 冲天 开点 拉车 交卷 弊大于利 双全 进校 放鞭炮 暗指 劈柴 结帐 闻讯 破格 拉开序幕 高强 切题 ' +
    '超群 持节 感念 夹带 共管 厚道 落伍 大吵一架 静心 终老 不务正业 脾气好 任重道远 断指 干架 投河 上岛 登报 探路 依纪 核定 常任 当政 铺平 寓居 形形色色 偏东 低平 设站 串流 重划 土生土长 多产 求教 装船 丈量 入寇 相配套 和煦 活生生 先发制人 很糟 烧光 合情合理 实现理想 买些 成堆 不合身 少管 伙同 差钱 羽化 失学 开球 背信弃义 视同 敢干 败北 过场 回师 高扬 平平安安 耗油 沾边 ' +
    '辟邪 专责 幻化 代行 交上 切腹 脏乱 对垒 如常 承继 吃盐 承蒙 青翠 回校 冻融 立业 领命 轻言 旁观 吃奶 过筛 烤熟 皆宜 加冰 为数 需谨慎 细说 投食 暗喻 填平 先来 顺顺利利 十全十美 乱套 动脑 殷实 代课 睁开 自作主张 大吼大叫 聚一聚 别以为 哭肿 不帅 热化 发毛 顶嘴 多娇 戏耍 环海 打铃 打板 圈钱 重提 走单骑 领唱 买光 重圆 移师 无齿 治教 大任 傻眼 自拔 分门别类 开炮 日盛 无梁 ' +
    '蒙羞 配平 增色 言喻 渊博 重蹈 勃发 归隐 交恶 齐列 不齿 归根 收摊 治国安邦 朗朗上口 有味 娩出 能演 津津乐道 富丽 富丽堂皇 故名 敕封 用脑 光鲜亮丽 永久化 消气 熟络 投缘 讲理 特立独行 动手动脚 出格 爱多 反目 敬爱 飞离 穿针 均分 群舞 漏雨 如玉 断粮 出港 磨平 开线 敢动 高悬 请留步 醉卧 守岁 成仙 贵在 出师 不济 克复 喻为 开钻 互指 ' +
    '问 指 数 雕 耕 牧 撸 铸 雇 裁 旋 燃 损 嗅 趋 倾 绞 叛 辩 俘 遗 孕 管 投 活 测 诉 斗 酿 检 选 穿 掉 罚 丢 刷 踩 录 升 拘 响 扛 搜 垫 抛 绑 休 拐 攒 奔 抵 腾 催 挡 护 寻 盗 判 窜 止 呼 叼 沾 失 憋 押 吊 烘 抖 逢 趴 叹 揭 赌 瞄 砌 削 剁 哺 倚 斥 纠 乞 咏 换 挪 叙 忆 惜 藏 泄 擢 怼 噬 喙',
  a:
    '古老 安静 金黄 朴素 公正 明智 华丽 齐全 高昂 宁静 连贯 香甜 温馨 时髦 蓬勃 易懂 英勇 翠绿 慈祥 静谧 灵敏 刚毅 矫健 曼妙 香浓 甘甜 高超 安逸 明朗 高明 耿直 陈旧 齐备 易消化 太贵 太久 太猛 太晚 太紧 太大意 关系密切 老少皆宜 老少咸宜 成绩显著 干劲十足 心情舒畅 新鲜 美丽 神圣 开朗 绵密 奇特 英明 壮美 孝顺 美观 中肯 高度一致 味道鲜美 功能丰富 通透 不合理 不力 不公 不端 ' +
    '不平 很漂亮 太多 太大 太小 太短 太重 太长 太帅 太美 太冷 太少 太超前 有力 有益 有罪 莫大 如潮 ' +
    '能力差 记性差 性欲强 亮度高 成本高 效率高 精度高 价格低 成本低 磁力低 体积小 雨点小 品性好 品行好 节奏快 速度快 速度慢 寿命长 跨度长 寿命短 工期短 疗程短 情意重 巷子深 ' +
    '空 寒 鲜 肥 残 危 闲 幼 盲 聋 枯 够 钝 狂 稍 甚 凶 笨 囧 爽 温 甘 静 巨',
  d:
    '尤为重要 诸如 藉由 藉此 但凡 亦然 宁可 何谓 简言之 须知 宛若 立马 对外 对内 空前 当场 当街 一共 曾几何时 明智地 由南向北 由北向南 从东向西 从右到左 迟早会 接二连三 大大的 上百 近百 不料 全力 全程 在实践中 如期 如初 将近 有点 过度 小时候 手动 本场 所有人 大力 两者 后者 日益 差点 基本上 二者 首款 全都 前者 床上 对面 去年同期 田间 首度 当众 实地 剧中 私下 三者 竞相 实则 ' +
    '市面上 骨子里 一连串 时时 极力 因公 山间 短期内 亲身 本市 争相 无故 起码 几秒钟 两连败 本年度 一项项 一座座 一场场 私底下 偶然间 方才 上周末 统统 晚一点 上周日 数度 综上 好象 时下 晚十点',
  r:
    '建议您 段时间 真是太 太棒了 那可真 考考你 今天上午 今天下午 昨天早上 今年夏天 若想 经审查 成正比 有多强 米左右 云云 原以为 远远不够 觉得很有 啊啊啊 由其子 由约翰 由亨利 越长越 向前走 之恋 之日起 定义新 各县市 每克 环境中运行 国家有关 开发新 总裁兼 时说 就是指 没理由 无所谓 练之士 该线 全部 较长时间 多长时间 多种类型 让你在 让你能 最让人 此前 ' +
    '此番 此生 此间 如今 而今 以往 从前 不久前 如上 如下 ' +
    '牠 妳 祂',
  s: '馆内 河里 花园里 丛林中',
};

/** The right tags. */
export const correctedTags = new Map(
  Object.entries(WORDS).flatMap(([tag, words]) => words.split(' ').map((word) => [word, tag])),
);

/** What jieba's dictionary has as words and is none: the end of 住建局 and 局长, and what hides the noun in it. */
export const noWords = new Set(
  (
    '局局长 处处长 科科长 组组长 团团长 师师长 排排长 ' +
    '该软件 该游戏 该页 每层 每吨 每页 每斤 每学期 各省市 各项措施 各乡镇 某件事 ' +
    '在城镇 对模型 对外部 ' +
    '类药物 类产品 类化合物 类抗生素 类食品 类节目 类杂志 类图书 类书籍 类物质 类物资 类股票 类网络 类动物'
  ).split(' '),
);

/** What begins with a preposition, a conjunction, a pronoun or a suffix, or ends in an auxiliary: 于元朝, 但原告, 那国师, 型飞机, 本合同. */
const BEFORE = new Set(
  '于由在和与对从向以被把将为给让跟比按据往朝当并且而或但若即虽因位种其那这都也很又再曾仍却型式本',
);
const AFTER = new Set('时着到和为是在就又');
const REAL = new Set('从堂兄弟 往返程 曾外祖父 朝圣地 朝天宫 本科班 本外币 被减数 被选人 被领导者'.split(' '));
/** How much oftener the rest of it is a word than the whole, at least, and how often the whole is counted, at most. */
const RATIO = 20;
const RARE = 5;

/** Words that came into the dictionary where names were found by rules. */
function isJunk(word, count, tag, entries) {
  if (word.length < 3 || count > RARE || !/^n/.test(tag) || REAL.has(word)) return false;
  const isWord = (rest) => {
    const entry = entries.get(rest);
    return entry !== undefined && entry.count >= RATIO * count && !/^nr/.test(entry.tag);
  };
  if (AFTER.has(word.at(-1)) && isWord(word.slice(0, -1))) return true;
  return (
    (/^nr/.test(tag) || '于从但和由那往朝向据被这型式本'.includes(word[0])) &&
    BEFORE.has(word[0]) &&
    isWord(word.slice(1))
  );
}

const linesOf = (name) =>
  readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

/**
 * What a language model, asked for each of 25,700 words that are common as nouns or guesses, and for fixed phrases, found to be an
 * adverb, a verb, an adjective or no word of its own. Idioms of four characters stay what they are: said once they are no keywords.
 */
const ratedTags = new Map(
  ['d', 'v', 'a', 'r'].flatMap((tag) =>
    linesOf(`tags/${tag}`).flatMap((line) => line.split(' ').map((word) => [word, tag])),
  ),
);
/** Established terms, which are nouns, whatever the dictionary has them as (霍乱/d, 索道/nr, 显存/v): of verbs, verbal nouns. */
const terms = new Set(linesOf('terms/zh'));
const WRONG_TAG = /^(nrt?|d|z|a|ad|an|c|p|o)$/;
const tagOfTerm = (tag) => (WRONG_TAG.test(tag) ? 'n' : tag === 'v' ? 'vn' : tag);

/**
 * Terms that the dictionary lacks and jieba cuts to pieces or has to guess: 归母净利润, 多导睡眠监测, 条件随机场. Written by a language
 * model, field by field.
 */
const cutTerms = linesOf('terms/zh-cut').map((word) => [word, 'n']);
/** Names that the dictionary lacks, by their tags: persons, places, bodies, works and events. Written by a language model. */
const names = ['nr', 'ns', 'nt', 'nz'].flatMap((tag) => linesOf(`names/${tag}`).map((word) => [word, tag]));
/** So few that a cut into usual words is taken before one of them… */
const RARE_TERM = 3;
/** …but one of two characters is taken before these, if so few are enough: 三体. More would tear apart what is beside it. */
const MOST = 50;

/** jieba's dictionary, a line for each word with its occurrences and its tag, as it is right, and terms and names that it lacks. */
export function correctDictionary(dictionary, added = [...cutTerms, ...names]) {
  const lines = dictionary.split('\n').flatMap((line) => {
    const [word, count, tag] = line.split(' ');
    return word ? [{ word, count: Number(count), tag }] : [];
  });
  const entries = new Map(lines.map((entry) => [entry.word, entry]));
  const kept = lines
    .filter(({ word, count, tag }) => !noWords.has(word) && !isJunk(word, count, tag, entries))
    .map(({ word, count, tag }) => {
      const right =
        correctedTags.get(word) ??
        (/^[iz]$/.test(tag) && word.length > 3 ? undefined : ratedTags.get(word)) ??
        (terms.has(word) ? tagOfTerm(tag) : tag);
      return `${word} ${count} ${right}`;
    });
  const total = lines.reduce((sum, { count }) => sum + count, 0);
  const countOf = (word) => {
    const [one = 0, other = 0] = [...word].map((character) => entries.get(character)?.count);
    const enough = word.length === 2 ? Math.ceil((one * other) / total) + 1 : 0;
    return enough <= MOST ? Math.max(RARE_TERM, enough) : RARE_TERM;
  };
  const lacking = added.filter(([word]) => !entries.has(word)).map(([word, tag]) => `${word} ${countOf(word)} ${tag}`);
  return [...kept, ...lacking].join('\n');
}
