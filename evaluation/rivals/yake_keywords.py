"""YAKE with its defaults (phrases of up to three words): python yake_keywords.py DATASET.jsonl

YAKE needs words separated by spaces: Chinese is cut by jieba first, Japanese by cut-japanese.mjs, and the spaces taken out of
what it finds.
"""

import sys

import yake
from dataset import TOP, language_of, predict, read

documents = read(sys.argv[1])
language = language_of(sys.argv[1])
chinese = language == "zh"
extractor = yake.KeywordExtractor(lan=language, n=3, top=TOP)


def extract(text):
    if not chinese:
        found = [keyword for keyword, _ in extractor.extract_keywords(text)]
        return [keyword.replace(" ", "") for keyword in found] if language == "ja" else found
    import jieba

    found = extractor.extract_keywords(" ".join(jieba.cut(text)))
    return [keyword.replace(" ", "") for keyword, _ in found]


predict(extract, documents)
