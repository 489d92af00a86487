"""Compresses a tiny FastText model of gensim in the ways that compress-fasttext has.

    python3 scripts/make-fixtures/compressed_fasttext.py test/fixtures

Made with compress-fasttext 0.1.5, gensim 4.3.3, NumPy 1.26, scikit-learn 1.5 (PyPI).
"""

import json
import os
import sys

import compress_fasttext
from gensim.models import FastText

from common import corpus

directory = os.path.join(sys.argv[1], 'compress-fasttext')
os.makedirs(directory, exist_ok=True)
path = lambda name: os.path.join(directory, name)
options = dict(vector_size=8, hs=1, negative=0, min_count=1, workers=1, seed=1, epochs=20, window=4)
vectors = FastText(corpus(), sg=1, min_n=1, max_n=3, bucket=200, **options).wv
pruned = compress_fasttext.prune_ft_freq(vectors, pq=False, new_ngrams_size=100, new_vocab_size=20)
pruned.save(path('pruned.bin'))
compress_fasttext.quantize_ft(vectors, qdim=4, centroids=16).save(path('quantized.bin'))
with open(path('pruned.ref.json'), 'w', encoding='utf-8') as file:
    json.dump({word: pruned[word].tolist() for word in pruned.index_to_key}, file, ensure_ascii=False)
    file.write('\n')
