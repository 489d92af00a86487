"""KeyBERT with all-MiniLM-L6-v2, English: python keybert_keywords.py WORDS DATASET.jsonl

WORDS is the longest phrase: 1 is KeyBERT's default, its README shows 2 as well.
"""

import sys
from pathlib import Path

from dataset import TOP, predict, read
from keybert import KeyBERT
from sentence_transformers import SentenceTransformer

words = int(sys.argv[1])
unpacked = Path(__file__).parent.parent / ".rivals" / "all-MiniLM-L6-v2"
model = KeyBERT(model=SentenceTransformer(str(unpacked), device="cpu"))


def extract(text):
    found = model.extract_keywords(text, keyphrase_ngram_range=(1, words), stop_words="english", top_n=TOP)
    return [keyword for keyword, _ in found]


predict(extract, read(sys.argv[2]))
