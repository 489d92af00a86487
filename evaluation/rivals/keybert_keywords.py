"""KeyBERT with all-MiniLM-L6-v2, English: python keybert_keywords.py WORDS DATASET.jsonl

WORDS is the longest phrase: 1 is KeyBERT's default, its README shows 2 as well.
"""

import sys

from dataset import TOP, predict, read
from keybert import KeyBERT
from model_path import sentence_transformer

words = int(sys.argv[1])
model = KeyBERT(model=sentence_transformer())


def extract(text):
    found = model.extract_keywords(text, keyphrase_ngram_range=(1, words), stop_words="english", top_n=TOP)
    return [keyword for keyword, _ in found]


predict(extract, read(sys.argv[2]))
