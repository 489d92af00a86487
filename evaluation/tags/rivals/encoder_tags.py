"""Cosine of a sentence encoder between tag and text: python encoder_tags.py e5|minilm LIST LEARN TEXTS

Learns nothing; the tags are encoded beforehand.
"""

import sys

import encoders
import numpy as np
from tagged import TOP, read_list, read_texts, run

encoder, list_path, _, texts_path = sys.argv[1:]
labels = read_list(list_path)
embed_tags, embed_texts = encoders.load(encoder)
vectors = None


def learn():
    global vectors
    vectors = embed_tags(labels)


def suggest(texts):
    for text in texts:
        cosines = vectors @ embed_texts([text])[0]
        yield [labels[tag] for tag in np.argsort(-cosines, kind="stable")[:TOP]]


run(learn, suggest, read_texts(texts_path))
