"""jieba.analyse, as it ships: python jieba_analyse.py tfidf|textrank DATASET.jsonl"""

import sys

import jieba.analyse
from dataset import TOP, predict, read

method = {"tfidf": jieba.analyse.extract_tags, "textrank": jieba.analyse.textrank}[sys.argv[1]]
predict(lambda text: method(text, topK=TOP), read(sys.argv[2]))
