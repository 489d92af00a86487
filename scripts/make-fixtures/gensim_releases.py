# -*- coding: utf-8 -*-
"""Trains and saves small models with an old release of gensim, with what that release itself says of them.

    python scripts/make-fixtures/gensim_releases.py test/fixtures

Runs with Python 2.7 and 3, in an environment for each release (PyPI): 0.12.4, 0.13.4, 1.0.1 and 2.3.0 with Python 2.7, 3.2.0, 3.6.0 and 3.8.3 with 3.6
(smart_open 2.2.1), 4.0.1 with 3.8, 4.1.2 with 3.9 (SciPy 1.7.3), 4.3.3 with 3.11 (SciPy 1.12). The fixtures kept are those
of releases that save otherwise than the one before.
"""

from __future__ import unicode_literals

import io
import json
import os
import random
import sys

import gensim
import numpy as np
from gensim.models import Doc2Vec, Word2Vec

VERSION = gensim.__version__
IS_NEW = int(VERSION.split('.')[0]) >= 4
SIZE = {'vector_size' if IS_NEW else 'size': 6}
PASSES = {'epochs' if IS_NEW else 'iter': 40}
OPTIONS = dict(SIZE, hs=1, sg=1, negative=0, min_count=1, workers=1, seed=1, window=4, **PASSES)

TOPICS = ['tea leaf 茶 水 cup'.split(), 'sea ship 海 浪 sail'.split(), 'law court 法 庭 constructor'.split()]


def corpus():
    draw = random.Random(1)
    return [[draw.choice(words) for _ in range(6)] + ['of'] for words in TOPICS * 40]


def log_probability(x, thetas, code):
    dots = np.asarray(thetas, dtype=np.float64).dot(np.asarray(x, dtype=np.float64))
    return float(-np.sum(np.logaddexp(0, -(1.0 - 2.0 * np.asarray(code, dtype=np.float64)) * dots)))


def layers(model):
    """Words, counts, codes, points, input vectors and node vectors, wherever the release keeps them."""
    keeper = getattr(model, 'wv', model)
    if IS_NEW:
        words = list(keeper.index_to_key)
        get = lambda name: [keeper.get_vecattr(word, name) for word in words]
        return words, get('count'), get('code'), get('point'), keeper.vectors, model.syn1
    words = list(keeper.index2word)
    entries = [keeper.vocab[word] for word in words]
    vectors = keeper.vectors if hasattr(keeper, 'vectors') else keeper.syn0
    nodes = model.syn1 if hasattr(model, 'syn1') else model.trainables.syn1
    return words, [e.count for e in entries], [e.code for e in entries], [e.point for e in entries], vectors, nodes


def reference(model):
    words, counts, codes, points, vectors, nodes = layers(model)
    return {
        'words': words,
        'counts': [int(count) for count in counts],
        'codes': [[int(bit) for bit in code] for code in codes],
        'points': [[int(node) for node in point] for point in points],
        'logProbabilities': [
            [words[i], words[k], log_probability(vectors[i], nodes[np.asarray(points[k])], codes[k])]
            for i in range(len(words))
            for k in range(i % 3, len(words), 3)
        ],
    }


def main(directory):
    found = {}
    folder = os.path.join(directory, 'gensim-releases')
    if not os.path.isdir(folder):
        os.makedirs(folder)
    sentences = corpus()
    model = Word2Vec(sentences, **OPTIONS)
    found['word2vec'] = reference(model)
    model.save(os.path.join(folder, 'word2vec-%s.model' % VERSION))
    try:
        from gensim.models import FastText
    except ImportError:
        FastText = None
    if FastText:
        model = FastText(sentences, min_n=1, max_n=3, bucket=40, **OPTIONS)
        found['fasttext'] = reference(model)
        keeper = model.wv
        found['fasttext']['oov'] = [float(x) for x in np.asarray(keeper['ships'])]
        model.save(os.path.join(folder, 'fasttext-%s.model' % VERSION))
    try:
        from gensim.models.doc2vec import TaggedDocument
    except ImportError:
        TaggedDocument = None
    if TaggedDocument:
        documents = [TaggedDocument(words, [i % 5]) for i, words in enumerate(sentences)]
        options = dict(OPTIONS)
        options.pop('sg')
        model = Doc2Vec(documents, dm=0, dbow_words=1, **options)
        found['doc2vec'] = reference(model)
        model.save(os.path.join(folder, 'doc2vec-%s.model' % VERSION))
    with io.open(os.path.join(folder, '%s.ref.json' % VERSION), 'w', encoding='utf-8') as file:
        text = json.dumps(found, ensure_ascii=False, separators=(',', ':'), sort_keys=True)
        file.write(text + '\n')


main(sys.argv[1])
