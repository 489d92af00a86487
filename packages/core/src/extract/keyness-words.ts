/** Words by their keyness, which evaluation/keyness.mjs counted. */
export const keynessWords: Readonly<Record<string, string>> = {
  '-1.5': `
a abstract achieve achieved add addition addressed adopt advance advantage aim allowed allowing applicability argue
article assuming attempt author avoid build built called capable commonly compared comparing composed conclude
conducted consider considerable considered consist consisting constitute contact correspond counterpart crucial define
demonstrate demonstrated depend depending derived describe detail developed difficult difficulty discuss discussed e
easily effectively efficiently employed enable enabling ensure established examined example exhibit exist existing
experimentally explained exploit exploiting extent facilitate fact finally focus formulated found hand held i ii
illustrate implemented imply include inherent investigated involve kind lack lead leave led literature m maintain
mentioned motivated n no note occur overcome paper performed prior priori promising propose proposed prove proved
provide rapidly realized ref rely removed represented respect result s satisfactory serve simultaneously so-called
solved state-of-the-art studied sub suggested sup superior tend thing three-dimensional told two-dimensional typically
utilize valuable verified well-known winning work xray 下降 不同 主要 举办 举行 了解 产生 介绍 优于 体现 使用 促进 先 全面 关注 决定 准确 减少 利用 原因 参加
发现 受 合理 喜欢 增加 大量 存在 完 完成 实现 实际 实验 容易 少 带来 广泛 建立 建议 开展 引起 影响 快 总结 情况 成功 探讨 推出 提供 提高 改善 文章 方面 明显 更好 最后 最好 最新 死 求解 注意 满足
特点 目的 相应 看 知道 程度 简单 结合 结果 结论 网友 良好 表现 解决 认识 讨论 证明 详细 说明 较大 进入 选择 避免 部分 重要 阐述 阶段 降低 验证
`,
  '-1': `
ability absence acceptable accepted accompanied accomplish account accurately achievable achieving acquired adapted
additionally address advice affect ago agree aimed aiming analysed analyze analyzed appear applicable applied apply
appropriately arising arranged assess assist assume attracted attractive aware b bar basic believe belong broad
carefully carried category caused challenge challenging characterize characterized child choose choosing chosen
classifying close closer coming comparable comparison compatible compete complicated comprise concept concerned
concluded conduct conjunction considerably consideration consistently constructed constructing consuming contained
context convenient cope correctly create created cross-section daily day deal dealing debate decide decrease defined
defining delivered derive desirable desired detailed determine determined develop devised disadvantage discover
discovering discussion dominated dramatic drive-through earlier ease easier easy effectiveness efficient emerge
emerged emergence emerging employ employing end-to-end entering era essential essentially establish establishing
evaluate evaluated evolve evolved evolving examine examining excellent existence expect expected experiment
experimental explain explicitly explore explored expressed expressing extending extensively extra extremely f fail
fall faster favourable feasible feel find first firstly formed frequently g gathered goal greatly guaranteed guy h
half handle happening help highly home hope hour huge ibid idea ideal ideally identify identifying iii illustrated
implement implementation implementing implication imposed improve improved improvement in-depth in-house inaccurate
including incorporating increase increasingly incurred indicating inherently initially insight instance insufficient
intended interestingly introduce introduced introduction intuitive issue issued item j keeping l larger lastly lay
left letter leverage leveraging limitation limited list live lost lot maximize may means met min min minor ml modern
modest move moved mr narrow nature neglected negligible newly non-linear number o observed obtain occurred occurring
offer old on-line one-dimensional ongoing originally outline outlook outperform overview paid paradigm part perceived
perform permit perspective place play popularity portion pose possess possibility practical practically precisely
prescribed presence preserve proceed produce produced promise promote providing purpose q r raise ranging rated reach
reached read realize reason receive recognized recovered redistributed reduce refer referred regard relate remain
remark remarkable replace represent representing require required resort revealed revised revisited rise satisfied
satisfy satisfying scope selected shortcoming shorter shortly side simple simpler simplicity simply situation slow
sold sort special specific spite stone straightforward strictly study su subject subjected submit subsequently
substantial success suggest suited summary survive t tackle take talk taught tech ten term tested theoretically thesis
thought thousand tight timely tiny tom traditional trend trip triple tub two-year u undertaken unique unknown utilised
utilized v valid validated varied vary vital vs walker week wider wild woman worth write writing written wrong x year
yielding z θ 上升 上涨 上述 下跌 不够 不想 不要 世纪 东西 严重 丨 丰富 习惯 事 事情 人士 人生 代码 优点 优良 传统 低 低于 体验 作用 作者 例子 保持 保证 借鉴 做出 克服 入手 全国 全新 公布
共同 关系 关键 具体 具备 典型 写 准备 减小 出炉 分享 分析方法 初步 判断 制定 前提 加入 加强 加快 助力 包含 区别 占 厉害 原料 去世 参与 反映 发布 发挥 发生 取得 变化 召开 可行 可行性 合适 启动 启示
吸引 呈现 哭 唯一 回家 回顾 围绕 国内 国内外 国外 国家 坚持 基本 基础 增大 复杂 大于 大型 大小 套路 娶 孩子 完整 定义 实例 实力 对应 对照组 寻找 尝试 尴尬 层面 展望 展示 巨大 希望 带 常用 常见 常规
年代 开启 开幕 引入 引发 引进 形成 很大 心 必要 总 总体 惹 意义 意思 感到 感觉 愿意 成熟 成立 房子 打造 扩大 找到 抑制 掌握 探析 接受 接近 推动 推导 揭示 改变 故事 整个 整合 新型 方便 方向 方法
无法 日益 时期 明白 明确 是不是 显著 普通 普遍 曝光 最佳 最大 最高 有利于 有所 有效 有效性 有点 朋友 未来 村民 条件 构成 核心 案例 检查 次数 欣赏 正常 正式 正确 此基础 比赛 治疗组 测试 测量 浓度 消失
消除 深入 混乱 清晰 温度 火 爆发 现 现有 现状 现象 理解 用户 疗效 直接 直观 相同 真相 研制 研发 研究 研究所 破 确定 离开 积极 突破 笑 笔者 答案 简称 简要 类似 精彩 细节 结束 老公 范围 获 行 要求
见 见到 解释 计算方法 计算结果 讲 讲述 论述 评论 贡献 贵 资料 赚 赚钱 走 走向 走进 超过 越来越 距离 输出 达 过去 运用 运行 近 近似 进 退出 送 适合 逐渐 途径 遇到 遭 采取 重点 长 长期 附近 难 集中
需 霸气 面对 项 顺序 高 高于 高度
`,
  '-0.5': `
absent absolute absorb academics accelerate acceptance accessing accommodate accomplished accounted accuracy accurate
acknowledged act acted acting adam adding addressing adequate adjust adopting adoption advanced advent adviser
advocated agency agenda aggregated agreed allen alley alpha alter alternative ambiguity ambiguous america amount
analysis analyst analyzing anderson annually answer anticipated ap apparatus apparent appeal appearance appeared
appearing appendix application applying appointed approach approaching approved area argued arise arrangement arrive
asian aspect assert assessed assessing associate assumed assumption assurance assured attached attention attraction
attribute attributed australia automatically automaton availability avenue awareness bacterium badly baker ban barrier
barry based baseline basically basis bay beat beating begun behave believed belonging belt benefit big bird blow blue
board book boom boost boosted border born bottleneck bought branch breakthrough bridge bring broader broadly broke
broken brother brought building burn bus bush c ca calculated call canada candidate cap capability capture car careful
carry case casual caught causing ceiling century chance change changing characterised characteristic charle chase
cheap check checked china choice chose chris circle circumstance cited citing claimed claiming class classic
classified classify clean click-through climb closely closest club colleague collect collected colorado colour
combination combine combined combining common companion compare compatibility complementary completely comprehensive
comprised comprising compromise computationally concentrated concentration concern concert conclusion confident
confined confirm confirmed connect connecting consequence consisted consistent construct contend continuing
continuously contracted contrary contrast contribute contributed contribution controversy convention conventional
converted converting cooked cool core corner correct costly course cover covered creating creation criterion current d
daniel data dataset decade decided deciding decision-making declared decreased decreasing dedicated deemed deeper
deficiency definition del deliver delivering demonstrating denied denote deployed deputy designed designing desire
determining developer devoted diameter died diet differ differing directed direction disappear discipline discovered
discussing display displayed distinct distinction distinguish distinguished distribute diverse divide divided
documented dollar dominant door dot doubt dramatically drawback drawn dropping duration duty earning ecommerce
economically edition editorial effective efficacy effort einstein eliminate eliminated eliminating emphasis emphasize
empirical empirically empty enabled encode encoding encountered end engaged enhance enjoy enormous ensuring entail
entered entitled equally equipped eric estimated eu evaluating evaluation evening eventually everyday evident exact
exceed exceeding excess excited exciting executed exhibited expand expanded expensive experience experienced
explanation exploited exploratory exploring exponentially expose exposed exposing express extend extended extension
extreme face faced facilitated facing failed failing fallen familiar famous fast fat favor favour fear feasibility fed
feeding fell festival figure filed fill final finding fit flat flaw flexibility floral fly focused focussed folk
follow form formally formulate fortune fourth fox frank friend friendship front ft fulfilment full fun fundamental
future gain gained gap gear general generalize generate generated genuine giant golden gordon governed governor gown
grade gradually grant granted green grew gross grow growing grown guarantee guest guidance guide gulf habit hair
handling happen headed hear heavily helped helpful helping hide higher highest highlight highlighting hill historical
historically hit hold homogeneous honest hop hoping host howard hundred hurt ice identified ignore impact imperative
implicitly importantly impose impossible improving included incorporate incorporated increased increasing incur
independently indication indicative indicator individual induce ineffective inefficient influence influential
innovative insist inspired instant institution intend interest interpret interpreted intrinsic introducing intuition
intuitively investigate involved irrelevant isolated jack jail jean jim jone judgement jumped justify k key kinetic la
lab lacked lacking lady laid large largest late latitude launched leading leaf lee legitimate length lesson lie life
lifestyle lifetime linda linking listed lived living located locating long looked lose louis lower lowest ma magnitude
mail maintained maintaining major majority maker manner manually martin mary massachusett maximizing meaning
meaningful meant measured meet meeting melting member mention methodological methodology miami million mind minimal
minimizing minute mixture modified modify modifying mol motivate motivation ms mu name named narrative naturally
nearby necessity neck neighborhood news nice night non-trivial notable notably notice noticed noting notion novel
nowaday nucleus objective observable obstacle obtaining obvious occurrence offered offering official officially offset
onset operate opportunity opposed opposite orange order origin originated oscar outcome outlined overhead overlap p
pace pain partially partly pass passing paul pay pdf peace pending people percentage performing period permanent
perpendicular peter phenomenon philosophical ph值 pick placing plagued plausible played player pleasure plot point pool
poor port positive posted poster pound powerful practice precise prefer preferred premise prepare preserved pretty
prevalence prevent prime print prize problematic producing programmer progress proliferation prominent promoted
prompted prone pronounced proper properly proportion proportional proposal prospect prototype proven province
provision publication publicly purchased pure purely pushing quantity question quick quoted randomly range ranged rare
rarely rationale raw reaching reacted reading reasonable recall recognised red reduced reducing reference reflect
reflected reflecting refused regarded regularly regulating reject rejected relating relative reliably relying
remainder remained remaining remove render repeated repeatedly report reported reproduced republic requested requiring
respective respond respondent restrict restricted retail retain retaining retired returned reuter reveal review
reviewed reward rich richard right risen road role roll roof room root roughly row run sad safe salient sam sarah save
saved scenario scholar sea seattle second section seek sell sem send sending sense separate separated separately
served serving set setting settled setup share sharply shifted ship shock short si sight sign sim simplified simplify
simultaneous sit size slight slowly small smaller smallest smooth smoothly snapshot solely solve solving son
sophisticated sought sound span speak specialized specification spectrum speculate spent spirit spoke sport staff
stake stakeholder stand standing start started starting stated stay stayed steadily step steve stimulus stood stored
story strength strike strong stronger struck stuck studying submitted subset subtle successful successive suffer
suffered sufficient suggesting suit suite supportive supposed surely surround surrounding susceptible suspicion sweet
systematic systematically target task taste tea team tell telling tendency tenure termed testimony textual theoretical
thick third threat threaten threatened throw tie tied title todd top total tough town trace track tradeoff trader
traditionally translate transmitted transparent treat treated tremendous trial true truth type ultimate unable
unacceptable unchanged undergo underlying understand understanding understood uniformly unlabeled unprecedented uptake
urged user usual utilise utilizing validate variant variety vast verify versatile vi viable view viewed viewing
viewpoint violence virginia virtually visible visit visitor volume volunteer vote voter vulnerable wake watching
weakened weaker weakness wealth webb weigh welcome west wide widespread winter wisdom wore working workload worldwide
worried worry worse wrap wrapped writer wrote xrd yahoo yard yellow yield yielded youth δ 一句话 一大 一幅 一段时间 一致 一般性 万能 丈夫
三者 上去 上学 上市公司 上线 下来 下载 不久 不了 不利 不好 不小 不幸 不易 不知 不足 不错 专业 专家 专门 世界 业务 业界 业绩 严格 个人 中科院 中间 临床 主席 主张 举 也就是说 买 予 争议 争论 事先 事实
事实上 事物 二者 二阶 交 交流 享受 亮 亮相 人人 人员 人数 人类 人群 从事 付出 代替 代表 令人 价格 任务 任意 众人 优势 优缺点 伟大 传说 伤害 估计值 位移 位置 住 作 作出 作图 例 供 依赖 依赖于 保留
保障 信息 修 倒 借助 假定 做到 做好 做法 停止 停留 儿子 允许 兄弟 充分 先后 先生 先进 先验 入选 全 全世界 全球 全都 公式 关心 关键技术 关键词 兴奋 兴起 兴趣 内存 内容 内部 写成 农民 冲击 准则 准确性
准确率 减弱 出发 函数 分开 分成 分析表明 划分 列 列举 创始人 创造 初 初学者 初探 初期 判定 利润 到来 制作 刻画 前景 剩下 力图 力量 办 办法 功率 功能 加上 加大 加载 动作 努力 区分 区域 医疗 十大 升级
升高 协调 单 单一 单个 单独 单纯 卖 占据 历程 厚度 原 原则 原始 原文 原理 去除 参数 参照 参考 参见 双方 反复 反对 发展 发展趋势 发明 发育 发表 取 取值 取决于 取出 取消 变为 变动 变得 叙述 叫做 可用
可知 可能性 可靠 史 吃 吃饭 合作 同一 同学 同意 同类 同行 名单 后悔 后期 后来 后果 含义 含有 含量 听 听到 启发 吻合 呈现出 周围 周末 味道 命令 命运 商学院 喝 嘲笑 回 回到 回应 回忆 回收率 回来 回答
因素 困难 图片 地方 均值 均匀 坏 坐 坑 培育 基本上 基本原理 增多 增强 增长 处 处理 复制 复杂性 夏天 外 多人 多项式 大大 大师 大意 大赛 天下 太大 失去 失效 失败 头 奇怪 奠定 女 女儿 女子 女孩 好事
好像 好坏 好处 好玩 好看 妈 妻子 威胁 嫌 字 存活 安全 安全性 安排 安装 完全 完美 官方 定制 定期 定量 定量分析 实 实在 实施 实测 实用性 实践 客户 密切 密切相关 对外 对手 对数 对模型 对称 对话 对象
导入 导出 小 小于 小伙 小心 小时 小组 小编 就让 尺寸 局部 局限性 局面 届 展开 展现 属 嵌入 工作 工厂 工艺 巨头 差别 差异 差距 已有 已知 布局 帮 帮助 常 常数 干货 平台 平时 平稳 平面 年轻 并用 广东
广大 广泛应用 广阔 应对 应用 度量 延续 延长 建 建造 开 开拓 开放 开车 引用 弟弟 弥补 弱 强 强势 强烈 归纳 当年 当成 形式 待 很小 得知 德国 心态 心酸 必 必备 忘 快速 忽视 怀疑 态度 怕 思考 思路
性质 总数 患者 情形 想到 想要 想象 想起 意味着 意见 感兴趣 感动 感受 感叹 感谢 成 成本 成长 我会 所得 所有人 所用 所谓 手段 打破 执行 扩展 扩张 找 找出 承担 技能 把握 投入 报名 抽象 担心 担忧 拍
拒绝 拓展 招 拥有 拿到 拿来 挂 指南 指定 指导 指示 挑战 挑选 据说 授权 排 排名 排除 探究 探索 接 接触 推 推广 推进 措施 描述 提交 提倡 提前 提及 提示 提问 搞 搞笑 搭建 搭配 操作 操作系统 收入 收到
收录 收敛 收购 改进 放到 放在 放弃 效果 效率 效益 救 教 教授 教科书 教程 数据处理 数目 整体 文字 方式 无关 无力 无奈 无限 日子 旧 旨在 时间 明星 明显改善 显得 晚 晚上 暴露 更新 替换 最低 最大值
最大化 最小化 最少 最强 最快 最早 最美 有利 有力 有助于 有意思 有效率 有望 有用 有益 有趣 有限公司 服从 期 未知 末 本期 术语 机制 机理 机遇 杀 来源于 构建 构造 查 查看 标记 标题 样品 样子 根本 梳理
概况 概述 模块 欢迎 正好 正确性 正面 步 步骤 比例 比值 比如说 水平 求 汇总 没什么 没想到 没错 法则 波动 波长 注 注重 活 活力 活动 活跃 流场 流量 浪潮 海外 消息 涨 深 深入研究 深刻 深化 混 添加 清楚
清理 游客 源于 溶液 满意 漂亮 潜力 激烈 灵活 点击 热点 热烈 照片 照顾 熟悉 爱 爱好者 父亲 版本 物质 特定 特殊 犯 状况 状态 独特 独立 猛 猜 玩 环节 现代 现场 现实 现阶段 理想 理由 瓶颈 生命 生存
生成 生活 生病 用到 用量 电话 电路 男人 男友 界 留 留下 略有 痛苦 百姓 皮肤 直径 相互 相信 相关 相对 相差 相结合 相邻 省 看作 看待 看来 看法 看着 看见 看起来 看过 真 真实 着重 瞬间 矛盾 知 知识 短
短期 研究者 研究进展 砸 硬件 确保 确切 确立 确认 社区 神 种类 秘密 积累 称之为 程序 稍 稳定性 穿 穿越 突然 站 端 等于 等价 等级 策略 筛选 简介 简便 简化 算是 篇文章 类别 类型 精度 系数 系统地 紧密
紫外 红 约束条件 线性关系 组分 组建 组成部分 细致 经验 结婚 结果显示 绘制 给定 绝对 维度 维护 维持 综合性 综述 编写 缩短 缺乏 缺失 缺点 缺陷 网页 罕见 翻 翻译成 老大 老师 老板 考察 联系 聚焦 聚集 股价
肯定 背景 自然 自豪 至关重要 花 花费 获取 获奖 著 著名 蓝色 融资 行业 行为 衍射 衡量 补充 表征 表达 表达式 裂缝 西方 要点 观察 观测 观点 规定 规律 视角 角度 角色 解读 警告 计算公式 认可 认真 训练 记
记录 记得 讲解 论证 设 设定 设置 访问 证实 评 试 试图 试试 话 话题 诞生 请求 读 读取 调整 调查 调研 调节 谈谈 谢益辉 谢谢 负 负相关 负责 质疑 贴 资本 资格 赋予 赢 赢得 起到 起源 超 超越 越大 越高
趋于 足 跌 跟着 跨 路上 身份 身边 身高 车主 转变 转换 软件包 轴 轻松 较差 输 辛苦 迁移 迅速 过于 过渡 过程 迎来 运作 近几年 返回 还原 进口 进来 进步 远 远离 远程 连续 迭代 追求 适宜 适当 适用 选出
选用 速度 造 逻辑 逼 遇 道理 遭遇 遵守 部 部门 配 采样 重大 重新 重磅 重视 针对性 钱 链接 错过 长大 长度 问 问世 问题 间 附 附上 限制 限定 陷入 随便 难度 难点 难题 静态 靠近 面 面板 面试 页面
顺利 预告 预期 领 领域 题目 飞 飞行 高兴 高手 高斯 高等 高级 高维 高达 魅力 麻烦 黑 默认 鼓励
`,
  '0.5': `
abnormal absorption abuse ac academic accident accountability accounting accusation acid acquisition activation active
actress actuator ad adaptation adaptive additive adhesive administration administrative advertisement advertiser
advertising african agent aggregation agricultural agriculture aided air aircraft album algebra algebraic algorithm
alien alliance allocation alloy aluminium amendment american analysis analytic angele angular animal anne annotated
annotation announcement anomaly answering anxiety aperture approximation archive argument arrest arrested arrival
artifact artificial assembly assignment assisted association asymptotic asynchronous atlantic atom atomic attack
attitude auction audio auto automated automating automation autonomous averaging axial bacterial bakery balanced ball
bandwidth bank banking base bayesian beam bearing beautiful beauty beef beer behavioral belief ben bias binary biology
blind blocking blood bond bone boolean bottle boundary bovine bowling box brain brazil breaking breast britain british
broadcast browser browsing brush brutality bubble budget bureau business buyer cable cache caching cad calibration
calorie campaign canadian cancer capital carbohydrate carbon caribbean carl carlo carrier cascade casting
categorization catholic cattle causal celebrity cell cellular census centered centrality centre centric ceremony chain
chamber channel chaos chaotic characterisation charged checking chemical chemistry chicago circuit circulation
citation civil clarence classification cleaning click clinical clinically clinton clothes clothing cloud cluster
clustering cnn coach coarse coast coastal coating coding coefficient coffee cognitive collaborative college collision
color comedy commerce commission commissioner committee communication community company compensation competitive
competitor compiler complaint complexity compliance composite composition compound compressed compression computation
computational computer computing concurrent conditional conditioning conductivity conformal congestion congressional
connected connectivity consensus conservation consistency consolidation constituent constitutional constrained
constraint consumed consumer contaminated content contextual continuum control controller convenience convergence
conversion converter convex cooling cooperation cooperative coordination copolymer corporate correction correlation
corrosion council count counted counting coupling coverage cow crack crash crashed crawl crawler crawling creative
creator credibility crew criminal criticism crossing crude cruz crystal cultural culture cumulative custody cutting
cyclic damage damaged damaging damping dangerous data database daughter dc death decay decision declining
decomposition deep defect defense deformation delay delayed delivery democracy democrat democratic density deposition
depression descent designer desktop destruction detect detecting detection detector deterministic devastating diabetes
diagnostic diagonal diagram diamond dictionary dielectric differential diffusion digital dimensional dioxide
disability disabled disambiguation disappointed disaster discontinuous discount discrete discretization discretized
discrimination disease disk disorder dispersion displacement distorted distortion distributed distribution district
disturbance diversity dna donald dose dressed drilling drink drinking drive droplet drought drug dry dual dvd dynamic
dynamical dynamics earthquake eating ecological economic economics economy education educational elastic elected
election electric electrical electrode electromagnetic electron electronic electronics element elementary elevation
elimination elizabeth em email embedded emergency emission emotion emotional employer employment encephalopathy
enforcement engine engineering england english enhancement ensemble entanglement enterprise entity entropy episode
equation equipment estimation estimator ethical ethics ethnic euclidean european evolution evolutionary excessive
exchange exempted exercise expansion exploration explosion export extensible extract extraction facet factorization
faculty failure fame farming fashion fault fe federal fee feedback female field figuring filling filter filtering
finance financial finished finite fire firefighter firing flame flash flight flood flow fluctuation fluid flux flying
force forcing forecast forecaster forecasting forest formula fortran forum fourier fractional fracture fragment
fragmentation fraud frequency frequent friction fuel function functional fusion fuzzy game garden gas gate gauge
gaussian gel gender gene generation generator genetic geographical geometric geometrical geometry george gilbert
google government gradient graduate grain graph graphical graphics gray grid grocery grouping guard guilty gun hall
hamiltonian hardware harmonic hazard health healthcare hearing heart heat heating helicopter heterogeneous hidden
hierarchical hierarchy hire hiring hispanic histogram history holder hole hollywood hospital house housing hpf html
hurricane hybrid hydrogen ibm identification illegal image imaging immigrant immigration impaired implicit import
impression incomplete incumbent independence index indexing indian induction indulge inequality infected infection
infectious inference influencing informative infrared infrastructure injection injured injury innovation inquiry
inspection inspiration installation institute institutional instrument insurance integer integration intellectual
intelligence intelligent intense intensity intention interaction interactive interface interior international internet
interpolation interviewed intrusion invariant inverse investigating investigator investment ion ip ireland irradiation
island isotropic it itemset iteration iterative jackson java jet jobless johnson joseph journalist judge judgment
kernel keyword king kutta label labeled labeling labor labour language laser latency latent lattice lawmaker lawsuit
layer leadership learn learned learning legislation legislative legislator lewis liberal library likelihood linear
link liquid listing loading loan log logic logistic london longitudinal loop los louisiana lucky lung luxury machine
machining macroscopic mad magazine magnetic maintenance managed management manager managing manipulation manufacturer
manufacturing maori mapping march margin market marketing markov mask mass mathematical matrix max measuring meat
mechanical mechanics media medical medication medium membership membrane memory mental menu mesh meson meta metal
metallic metric mexican mexico microscope microscopy microstructural migration military milling mine mined
minimization mining minority misconduct miss mixing mobile mobility model modeling modelled modelling molecular
molecule momentum monitor monitoring monomer monte moral morgan mortality motion multicast multimedia murder museum
music musical nano nation national nationally navigation negotiation network networking neural neuron neutral neutron
new newton nitrogen noise noisy nonlinear norm normalization northern nose novelty nuclear numerical nutrition
nutritional obesity object observer officer oil olympic ontology operational operator opinion optical optimal
optimization optimized optimizing orbital ordinary organic organisation organism organize organizing orientation
oriented orthogonal oscillation oscillator outlier overlay ownership oxidation oxide oxygen packet packing pagerank
pairwise parallel parallelism park partial particle partition partnership passive path patient pattern payroll pc
perception permission personal personality personalization personalized petri phantom phase photograph photon
physically physics physiological piecewise piezoelectric pipeline pixel placement plane planned planning plasma
plastic plate pneumonia poisson polarization police policy political politically politics polymer polymerization
polynomial population portable portal positioning possession posting poverty powder power precursor predictive
predictor pregnancy preparation president prevention price priced pricing prince prison privacy private probabilistic
probability probe processed processing production profession professional profile program programming project
projection propagation prosecutor prospective protecting protection protein protocol proximity psychological
psychology publisher publishing pulse purchase qcd qos quadratic quantification quantization quantum quark qubit query
queue race racial racism radar radial radiation radical random rank ranked ranking rating rational rdf reaction
reactor reagan reasoning receiver recession recipient recognition recommendation recommending reconstructing
reconstruction recording recovery recursive redundancy refinement reform register registry regression regularization
regulation reinforced reinforcement relational reliability relief remote removal repeat replication republican rescue
reserve resonance resource restaurant restoration retention retrieval retrieved returning ring river robot robustness
rod rotation rough route routing royal rule runge runner rural russian sampling san satellite scalability scalable
scalar scanning scattering scheduling schema science screen screening script search searched searching season seat
secure security segment segmentation selection self selling sem semantic semantics semiconductor senate senator sensor
sentence sentiment separating separation sequence sequencing sequential server service sex sexual shallow shear sheep
shooting shortest silicon simulated simulation simulator singular sized sliding smart smile social socially sodium
software solar soldier solid solvent solver south spacing spanish spatial speaker species spectral spectroscopy speech
spending sphere spherical spike spin splitting spongiform spotted square stability stanley static statistical
statistics steam steel stiffness stochastic storage storm strain stream streaming structural structured student
subgraph substrate summarization summarize summarizing supervised supervision supreme surface surgery survey survival
suspect suspension svm swelling switching switzerland symbolic symmetric symmetry symptom synchronization synthesis
system tag tagging targeting taxonomy taylor tcp teach teacher teaching technological telecom telecommunication tem
temporal tensor testing text texture theorem therapy thermal thermodynamic thin thoma thompson throughput tim timed
timing tolerance tolerant toll tomography topic topical topology tracking trade traffic trail train training
trajectory transaction transfer transformation transient translation transmission transport transportation travel
treatment tree tropical trouser trust tube tuberculosis tumor tunnel turbine turbulent twitter ultrasonic
undergraduate underground underpin unemployed unemployment unfortunate universal university unsupervised vacuum valley
valve vapour variational vector vega vehicle vending venture vessel vibration victim video viewer violate virtual
virus visual visualization visualizing visually vogue voice void voltage volumetric waikato walk wardrobe warming
warning washington water wave wavelet wear weather web wedding weekend weight weighted weighting welfare wet wikipedia
william wilson wind wireless wonderful workflow wrapper xml zealand zealander zone
`,
};
