"""A small Chinese corpus of our own, already segmented: sentences about five subjects, drawn with a fixed seed.

Each sentence mixes words of one subject with words that every subject uses, so that a model trained on it has
something to learn and a text has a keyword that can be checked by eye.
"""

import random

SUBJECTS = {
    "astronomy": "太阳 恒星 行星 银河系 望远镜 星系 轨道 引力 光年 宇宙 天文学家 观测 卫星 彗星 黑洞 火星 地球 月球 日食 星云",
    "costume": "电影 服装 设计 古装 文物 墓葬 出土 朝代 丝绸 图案 演员 导演 剧组 考古 汉服 刺绣 色彩 工艺 博物馆 服饰",
    "city": "城市 新区 规划 房价 投资 雄安 交通 地铁 人口 政府 建设 土地 产业 疏解 首都 公园 环境 住房 企业 创新",
    "medicine": "医生 患者 药物 治疗 手术 诊断 症状 疫苗 病毒 感染 血压 心脏 糖尿病 临床 医院 护士 免疫 肿瘤 剂量 康复",
    "cooking": "面粉 鸡蛋 厨房 火候 调料 酱油 蒸 炒 锅 米饭 蔬菜 豆腐 味道 菜谱 食材 葱花 切 盐 汤 烤箱",
}
COMMON = "的 是 在 了 和 一 个 ， 。 有 这 也 不 人 我们 可以 就 都 很 把 对 与 中 为 上 等 从 而 这些 一种".split()


def sentences(count, seed):
    """`count` lists of words; each word of a subject is drawn by a Zipf-like weight."""
    rng = random.Random(seed)
    subjects = [words.split() for words in SUBJECTS.values()]
    for _ in range(count):
        words = subjects[rng.randrange(len(subjects))]
        weights = [1 / (rank + 1) for rank in range(len(words))]
        common = [1 / (rank + 1) for rank in range(len(COMMON))]
        sentence = []
        for _ in range(rng.randrange(6, 22)):
            if rng.random() < 0.45:
                sentence += rng.choices(COMMON, common)
            else:
                sentence += rng.choices(words, weights)
        yield sentence
