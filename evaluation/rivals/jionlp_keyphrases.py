"""Key phrases by JioNLP, Chinese: python jionlp_keyphrases.py DATASET.jsonl

Its first call unpacks its dictionaries and takes about half a minute.
"""

import contextlib
import sys

from dataset import TOP, predict, read

# It greets on standard output, which is for keywords.
with contextlib.redirect_stdout(sys.stderr):
    import jionlp

    jionlp.keyphrase.extract_keyphrase("太阳是一颗恒星。")

predict(lambda text: jionlp.keyphrase.extract_keyphrase(text, top_k=TOP), read(sys.argv[1]))
