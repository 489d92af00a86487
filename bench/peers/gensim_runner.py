"""gensim's Word2Vec with its phases timed.

    gensim_runner.py CORPUS OUTPUT DIM WINDOW MIN_COUNT SUBSAMPLE THREADS LEARNING_RATE SEED

OUTPUT may be empty; DIM 0 stops behind the vocabulary. Prints one line of JSON.
"""

import json
import resource
import sys
import time

import numpy as np
from gensim.models import Word2Vec


def cpu():
    use = resource.getrusage(resource.RUSAGE_SELF)
    return use.ru_utime + use.ru_stime


def main(corpus, output, dim, window, min_count, subsample, threads, learning_rate, seed):
    model = Word2Vec(
        vector_size=int(dim) or 1, window=int(window), min_count=int(min_count), sample=float(subsample), sg=1, hs=1,
        negative=0, epochs=1, seed=int(seed), workers=int(threads), alpha=float(learning_rate),
    )
    start, start_cpu = time.perf_counter(), cpu()
    model.build_vocab(corpus_file=corpus)
    result = {
        "vocabularySeconds": time.perf_counter() - start,
        "vocabularyCpuSeconds": cpu() - start_cpu,
        "words": len(model.wv),
    }
    if int(dim):
        start, start_cpu = time.perf_counter(), cpu()
        model.train(
            corpus_file=corpus, total_examples=model.corpus_count, total_words=model.corpus_total_words, epochs=1
        )
        result.update(seconds=time.perf_counter() - start, cpuSeconds=cpu() - start_cpu)
        if output:
            save(model, output)
    print(json.dumps(result))


def save(model, path):
    words = model.wv.index_to_key
    paths = [model.wv.get_vecattr(word, "point") for word in words]
    with open(path, "wb") as file:
        np.savez(
            file,
            words=np.frombuffer("\n".join(words).encode(), np.uint8),
            counts=[model.wv.get_vecattr(word, "count") for word in words],
            lengths=[len(path) for path in paths],
            nodes=np.concatenate(paths),
            codes=np.concatenate([model.wv.get_vecattr(word, "code") for word in words]),
            input_vectors=model.wv.vectors,
            node_vectors=model.syn1[: len(words) - 1],
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
