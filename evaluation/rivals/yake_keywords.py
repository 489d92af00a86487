"""YAKE with its defaults (phrases of up to three words): python yake_keywords.py DATASET.jsonl

YAKE needs words separated by spaces: Chinese is cut by jieba first, and the spaces taken out of what it finds.
"""

import sys

import yake
from dataset import TOP, is_chinese, predict, read

documents = read(sys.argv[1])
chinese = is_chinese(documents)
extractor = yake.KeywordExtractor(lan="zh" if chinese else "en", n=3, top=TOP)


def extract(text):
    if not chinese:
        return [keyword for keyword, _ in extractor.extract_keywords(text)]
    import jieba

    found = extractor.extract_keywords(" ".join(jieba.cut(text)))
    return [keyword.replace(" ", "") for keyword, _ in found]


predict(extract, documents)
