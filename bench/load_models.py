"""Makes models of random numbers for load.mjs: python3 load_models.py DIRECTORY

*-200k   200,000 words × 4, one file: nearly all of it is the vocabulary with its paths
*-350k   350,000 words × 256, arrays beside: the size of word2vec_wx
old-*    as gensim 0.13 to 3.2 under Python 2 wrote them (class names and protocol 2; needs NumPy only)
python3-* the same under Python 3
gensim-* by the gensim that is installed; left out where there is none

Models that are there are kept.
"""

import heapq
import os
import pickle
import struct
import sys
import types

import numpy as np


class Python2Pickler(pickle._Pickler):
    """Writes text and bytes as the `str` of Python 2."""

    dispatch = dict(pickle._Pickler.dispatch)

    def save_byte_string(self, value):
        data = value.encode('utf-8') if isinstance(value, str) else bytes(value)
        head = pickle.SHORT_BINSTRING + bytes([len(data)]) if len(data) < 256 else pickle.BINSTRING + struct.pack('<i', len(data))
        self.write(head + data)
        self.memoize(value)

    dispatch[str] = save_byte_string
    dispatch[bytes] = save_byte_string


def zipf_counts(size):
    return (1e8 / np.arange(1, size + 1)).astype(np.int64) + 1


def words_of(size):
    """Two Chinese characters and more, as the words of a large vocabulary are."""
    return [''.join(chr(0x4E00 + (i * 7919 + j * 104729) % 20000) for j in range(2 + i % 3)) + str(i) for i in range(size)]


def paths(counts):
    """Codes and points of a Huffman tree, as arrays; children share the points, as gensim makes them."""
    size = len(counts)
    heap = [(int(count), i) for i, count in enumerate(counts)]
    heapq.heapify(heap)
    children = np.zeros((size - 1, 2), dtype=np.int64)
    for i in range(size - 1):
        first, second = heapq.heappop(heap), heapq.heappop(heap)
        children[i] = first[1], second[1]
        heapq.heappush(heap, (first[0] + second[0], size + i))
    codes, points = [None] * size, [None] * size
    stack = [(2 * size - 2, (), np.array([], dtype=np.uint32))]
    while stack:
        node, code, point = stack.pop()
        if node < size:
            codes[node], points[node] = np.array(code, dtype=np.uint8), point
        else:
            left, right = children[node - size]
            point = np.append(point, np.uint32(node - size))
            stack += [(left, code + (0,), point), (right, code + (1,), point)]
    return codes, points


def old_model(path, size, dim, beside, pickler=Python2Pickler):
    def stub(module, name):
        made = type(name, (object,), {'__module__': module})
        parts = module.split('.')
        for i in range(len(parts)):
            sys.modules.setdefault('.'.join(parts[: i + 1]), types.ModuleType(module))
        setattr(sys.modules[module], name, made)
        return made

    def fill(target, **attributes):
        target.__dict__.update(attributes)
        return target

    rng = np.random.default_rng(1)
    counts = zipf_counts(size)
    words = words_of(size)
    codes, points = paths(counts)
    Vocab = stub('gensim.models.keyedvectors', 'Vocab')
    # In no order, as a dictionary of Python 2 is.
    vocab = {
        words[i]: fill(Vocab(), count=int(counts[i]), index=i, sample_int=4294967296, code=codes[i], point=points[i])
        for i in map(int, rng.permutation(size))
    }
    arrays = [rng.normal(0, 0.1, (size, dim)).astype(np.float32) for _ in range(2)]
    wv = fill(stub('gensim.models.keyedvectors', 'KeyedVectors')(), vocab=vocab, index2word=words)
    model = fill(stub('gensim.models.word2vec', 'Word2Vec')(), wv=wv, sg=1, hs=1, negative=0, window=5, iter=5, vector_size=dim)
    if beside:
        np.save(f'{path}.wv.syn0.npy', arrays[0])
        np.save(f'{path}.syn1.npy', arrays[1])
        wv.__dict__['__numpys'] = ['syn0']
        model.__dict__['__numpys'] = ['syn1']
    else:
        wv.syn0, model.syn1 = arrays
    with open(path, 'wb') as file:
        pickler(file, 2).dump(model)
    for name in list(sys.modules):
        if name.split('.')[0] == 'gensim':
            del sys.modules[name]


def gensim_model(path, size, dim):
    try:
        from gensim.models import Word2Vec
    except ImportError:
        return
    model = Word2Vec(vector_size=dim, hs=1, negative=0, sg=1, min_count=1)
    model.build_vocab_from_freq(dict(zip(words_of(size), map(int, zipf_counts(size)))))
    rng = np.random.default_rng(1)
    model.syn1 = rng.normal(0, 0.1, (size, dim)).astype(np.float32)
    model.save(path)


def main(directory):
    os.makedirs(directory, exist_ok=True)
    sys.setrecursionlimit(10000)
    for name, make in (
        ('old-200k', lambda path: old_model(path, 200_000, 4, False)),
        ('python3-200k', lambda path: old_model(path, 200_000, 4, False, pickle.Pickler)),
        ('old-350k', lambda path: old_model(path, 350_000, 256, True)),
        ('gensim-200k', lambda path: gensim_model(path, 200_000, 4)),
        ('gensim-350k', lambda path: gensim_model(path, 350_000, 256)),
    ):
        path = os.path.join(directory, f'{name}.model')
        if not os.path.exists(path):
            make(path)


main(sys.argv[1])
