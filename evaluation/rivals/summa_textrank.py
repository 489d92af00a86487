"""TextRank by summa, English: python summa_textrank.py DATASET.jsonl"""

import sys

from dataset import TOP, predict, read
from summa import keywords


def extract(text):
    # summa fails on texts with fewer words than it is asked for.
    for options in ({"words": TOP}, {"ratio": 1}):
        try:
            return [keyword for keyword, _ in keywords.keywords(text, scores=True, **options)]
        except (IndexError, ValueError):
            continue
    return []


predict(extract, read(sys.argv[1]))
