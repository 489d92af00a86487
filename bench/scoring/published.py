"""Scores texts by Su Jianlin's published code (不可思议的Word2Vec 3. 提取关键词, 2017) on a model of ours.

    published.py MODEL.safetensors TEXTS.json

The code is kept line by line; only `model` is a stand-in with the names it asks for. Texts are lists of words. Long texts
are timed on some of their words, since each takes the same time. For every text, one line of JSON lists: CPU
milliseconds, and scores of some words in double precision, to compare with.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))
from models import load  # noqa: E402

# Words timed in a text, at most; the time of the rest is extrapolated. 1,000 words of a text of 1,000 are all of them.
TIMED_PAIRS = 1_000_000
CHECKED_WORDS = 10


class Model(dict):
    """What the published code asks of gensim's Word2Vec: model[word], model.wv.vocab[word].point and .code, model.syn1."""

    def __init__(self, words, vectors, node_vectors, paths):
        super().__init__(zip(words, vectors))
        self.syn1 = node_vectors
        vocab = {
            word: SimpleNamespace(point=nodes, code=(signs < 0).astype(np.uint8)) for word, (nodes, signs) in zip(words, paths)
        }
        self.wv = SimpleNamespace(vocab=vocab)


def published(model):
    def predict_proba(oword, iword):
        iword_vec = model[iword]
        oword = model.wv.vocab[oword]
        oword_l = model.syn1[oword.point].T
        dot = np.dot(iword_vec, oword_l)
        lprob = -sum(np.logaddexp(0, -dot) + oword.code*dot)
        return lprob

    def keywords(s, timed):
        s = [w for w in s if w in model]
        ws = {w:sum([predict_proba(u, w) for u in s]) for w in s[:timed]}
        return Counter(ws).most_common()

    return keywords


def main(model_path, texts_path):
    words, _, x, theta, paths = load(model_path)
    keywords = published(Model(words, x, theta, paths))
    exact = published(Model(words, x.astype(np.float64), theta.astype(np.float64), paths))
    results = []
    for text in json.loads(Path(texts_path).read_text(encoding="utf-8")):
        timed = max(1, min(len(text), TIMED_PAIRS // len(text)))
        start = time.process_time()
        keywords(text, timed)
        milliseconds = (time.process_time() - start) * 1000 * len(text) / timed
        results.append({
            "milliseconds": milliseconds, "extrapolated": timed < len(text), "scores": dict(exact(text, CHECKED_WORDS)),
        })
    print(json.dumps(results))


if __name__ == "__main__":
    main(*sys.argv[1:])
