"""Trains with gensim and prints, as JSON, the seconds of the training itself: bench/run.mjs calls it."""

import json
import sys
import time

import gensim
from gensim.models import Word2Vec

corpus, dim, window, min_count, subsample, workers = sys.argv[1:]
model = Word2Vec(
    vector_size=int(dim), window=int(window), min_count=int(min_count), sample=float(subsample), sg=1, hs=1, negative=0,
    workers=int(workers), seed=1,
)
start = time.perf_counter()
model.build_vocab(corpus_file=corpus)
vocabulary = time.perf_counter() - start
start = time.perf_counter()
model.train(
    corpus_file=corpus, total_words=model.corpus_total_words, total_examples=model.corpus_count, epochs=1,
)
seconds = time.perf_counter() - start
kept = sum(model.wv.get_vecattr(word, "count") for word in model.wv.index_to_key)
print(json.dumps({
    "tokens": int(model.corpus_total_words), "kept": int(kept), "words": len(model.wv), "seconds": seconds,
    "vocabularySeconds": vocabulary, "version": gensim.__version__,
}))
