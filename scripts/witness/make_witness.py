"""Trains a small model with real gensim and writes down what it says, computed by the published formulas.

The output is a JSON fixture: words, counts, codes, points, both matrices, log-probabilities of random pairs, and the
ranking of texts by Su Jianlin's code (不可思议的Word2Vec 3. 提取关键词, 2017), which is kept below line by line except
that the vectors are widened to double precision first.

    /usr/bin/python3 scripts/witness/make_witness.py test/fixtures/witness/gensim.json
"""

import base64
import json
import sys
from collections import Counter

import gensim
import numpy as np
from gensim.models import Word2Vec

from corpus import sentences

TEXTS = [
    "太阳 是 一 个 恒星",
    "如果 给 一 部 古装 电影 设计 服装 ， 就 可以 从 出土 的 文物 和 墓葬 中 考古 ， 这些 丝绸 图案",
    "雄安 新区 的 规划 ， 房价 和 投资 不 是 这 个 城市 的 人口 与 产业",
    "医生 把 药物 的 剂量 ， 对 患者 的 血压 和 心脏 治疗",
    "在 锅 中 炒 鸡蛋 ， 盐 和 酱油 为 调料 ， 火候 很 的 的 的",
]


def main(path):
    model = Word2Vec(
        list(sentences(4000, seed=7)), vector_size=24, window=5, min_count=5, sample=1e-3,
        sg=1, hs=1, negative=0, epochs=5, seed=1, workers=1,
    )
    words = model.wv.index_to_key
    codes = [model.wv.get_vecattr(word, "code") for word in words]
    points = [model.wv.get_vecattr(word, "point") for word in words]
    vectors = model.wv.vectors.astype(np.float64)
    syn1 = model.syn1.astype(np.float64)

    def predict_proba(oword, iword):
        iword_vec = vectors[model.wv.key_to_index[iword]]
        oword = model.wv.key_to_index[oword]
        oword_l = syn1[points[oword]].T
        dot = np.dot(iword_vec, oword_l)
        lprob = -sum(np.logaddexp(0, -dot) + codes[oword].astype(np.float64) * dot)
        return lprob

    def keywords(s):
        s = [w for w in s if w in model.wv]
        ws = {w: sum([predict_proba(u, w) for u in s]) for w in s}
        return Counter(ws).most_common()

    rng = np.random.default_rng(3)
    pairs = [(words[a], words[b]) for a, b in rng.integers(0, len(words), (500, 2))]
    encode = lambda array: base64.b64encode(np.ascontiguousarray(array, dtype="<f4").tobytes()).decode()
    witness = {
        "made_with": f"gensim {gensim.__version__}, numpy {np.__version__}",
        "dim": model.vector_size,
        "words": words,
        "counts": [int(model.wv.get_vecattr(word, "count")) for word in words],
        "codes": [code.tolist() for code in codes],
        "points": [point.tolist() for point in points],
        "input_vectors": encode(model.wv.vectors),
        "node_vectors": encode(model.syn1[: len(words) - 1]),
        "log_probabilities": [[a, b, float(predict_proba(b, a))] for a, b in pairs],
        "texts": [
            {"words": text.split(), "ranking": [[word, float(score)] for word, score in keywords(text.split())]}
            for text in TEXTS
        ],
    }
    with open(path, "w", encoding="utf-8") as out:
        json.dump(witness, out, ensure_ascii=False, separators=(",", ":"))
        out.write("\n")
    print(f"{path}: {len(words)} words, {witness['made_with']}")


if __name__ == "__main__":
    main(sys.argv[1])
