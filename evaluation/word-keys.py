"""Of pairs of different forms of one noun in one text, how many are counted together: see word-keys.mjs.

    pip install pymorphy3==2.0.6 spacy-lookups-data==1.0.5
"""

import collections
import gzip
import importlib.util
import itertools
import json
import pathlib
import sys

from pymorphy3 import MorphAnalyzer

morph = MorphAnalyzer(lang="ru")
lookups = pathlib.Path(importlib.util.find_spec("spacy_lookups_data").origin).parent / "data"
with gzip.open(lookups / "pl_lemma_lookup_noun.json.gz") as file:
    polish = json.load(file)


def lemma(lang, word):
    if lang == "pl":
        return polish.get(word)
    likely = [parse for parse in morph.parse(word) if parse.tag.POS == "NOUN" and parse.score > 0.4]
    return likely[0].normal_form if likely and morph.word_is_known(word) else None


counts = collections.Counter()
for line in sys.stdin:
    record = json.loads(line)
    lang = record["lang"]
    counts[lang, "texts"] += 1
    nouns = [(key, base) for word, key in record["words"] if (base := lemma(lang, word))]
    for (key, base), (other_key, other_base) in itertools.combinations(nouns, 2):
        if base == other_base:
            counts[lang, "pairs"] += 1
            counts[lang, "together"] += key == other_key
        elif key == other_key:
            counts[lang, "of two nouns together"] += 1
for (lang, what), count in sorted(counts.items()):
    print(lang, what, count)
