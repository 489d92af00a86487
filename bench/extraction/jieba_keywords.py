"""TF-IDF or TextRank of Python's jieba: the ten best of every text.

    jieba_keywords.py TEXTS.json tfidf|textrank
"""

import json
import statistics
import sys
import time
from pathlib import Path

import jieba
import jieba.analyse

MEASURED_SECONDS = 0.5


def main(texts_path, method):
    jieba.setLogLevel("ERROR")
    extract = {"tfidf": jieba.analyse.extract_tags, "textrank": jieba.analyse.textrank}[method]
    texts_by_length = json.loads(Path(texts_path).read_text(encoding="utf-8"))
    extract("太阳是一颗恒星", topK=10)  # reads the dictionaries
    print(json.dumps({tokens: {"milliseconds": measure(extract, texts)} for tokens, texts in texts_by_length.items()}))


def measure(extract, texts):
    rounds = []
    start = time.perf_counter()
    while len(rounds) < 3 or time.perf_counter() - start < MEASURED_SECONDS:
        round_start = time.process_time()
        for text in texts:
            extract(text, topK=10)
        rounds.append((time.process_time() - round_start) * 1000 / len(texts))
    return statistics.median(rounds)


if __name__ == "__main__":
    main(*sys.argv[1:])
