"""Writes pickles as gensim 0.8 to 3.8 wrote them, without gensim: classes of the right names, and nothing in them.

    python3 scripts/make-fixtures/old_gensim.py test/fixtures

One tiny model in three layouts (docs of gensim: Word2Vec.save), in every pickle protocol, with the strings of Python 3
and of Python 2, in one file and with arrays beside it. Needs NumPy only; made with Python 3.11 and NumPy 1.24.
"""

import gzip
import heapq
import os
import pickle
import struct
import sys
import types

import numpy as np

from common import COMMON, TOPICS, write_reference

DIM = 6


def stub(module, name):
    """A class that pickles under the given name."""
    parts = module.split('.')
    for i in range(len(parts)):
        sys.modules.setdefault('.'.join(parts[: i + 1]), types.ModuleType(module))
    made = type(name, (object,), {'__module__': module})
    setattr(sys.modules[module], name, made)
    return made


Word2Vec = stub('gensim.models.word2vec', 'Word2Vec')
OldVocab = stub('gensim.models.word2vec', 'Vocab')
Vocab = stub('gensim.models.keyedvectors', 'Vocab')
KeyedVectors = stub('gensim.models.keyedvectors', 'KeyedVectors')
Word2VecKeyedVectors = stub('gensim.models.keyedvectors', 'Word2VecKeyedVectors')
Word2VecVocab = stub('gensim.models.word2vec', 'Word2VecVocab')
Word2VecTrainables = stub('gensim.models.word2vec', 'Word2VecTrainables')
Callback = stub('__main__', 'Callback')


class Python2Pickler(pickle._Pickler):
    """Writes text and bytes as the `str` of Python 2."""

    dispatch = dict(pickle._Pickler.dispatch)

    def save_byte_string(self, value):
        data = value.encode('utf-8') if isinstance(value, str) else bytes(value)
        if not self.bin:
            self.write(pickle.STRING + repr(data)[1:].encode('ascii') + b'\n')
        elif len(data) < 256:
            self.write(pickle.SHORT_BINSTRING + bytes([len(data)]) + data)
        else:
            self.write(pickle.BINSTRING + struct.pack('<i', len(data)) + data)
        self.memoize(value)

    dispatch[str] = save_byte_string
    dispatch[bytes] = save_byte_string


class Node:
    """A node of gensim's tree; compared by count alone."""

    def __init__(self, count, index, left=None, right=None):
        self.count, self.index, self.left, self.right = count, index, left, right

    def __lt__(self, other):
        return self.count < other.count


def build_tree(counts):
    """Codes and points as gensim's create_binary_tree makes them."""
    size = len(counts)
    heap = [Node(count, i) for i, count in enumerate(counts)]
    heapq.heapify(heap)
    for i in range(size - 1):
        first, second = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, Node(first.count + second.count, i + size, first, second))
    codes, points = [None] * size, [None] * size
    stack = [(heap[0], [], [])]
    while stack:
        node, code, point = stack.pop()
        if node.index < size:
            codes[node.index], points[node.index] = code, point
        else:
            point = point + [node.index - size]
            stack.append((node.left, code + [0], point))
            stack.append((node.right, code + [1], point))
    return codes, points


def fill(target, **attributes):
    target.__dict__.update(attributes)
    return target


def beside(target, path, arrays, directory, convert):
    """Moves arrays to files of their own, as gensim.utils.SaveLoad does."""
    for name in arrays:
        np.save(os.path.join(directory, f'{path}.{name}.npy'), convert(target.__dict__.pop(name)))
    target.__dict__['__numpys'] = list(arrays)
    target.__dict__['__ignoreds'] = ['syn0norm']
    target.__dict__['__scipys'] = []


def model(layout, words, counts, codes, points, vectors, nodes):
    vocab_class = OldVocab if layout == 'a' else Vocab
    # Not in the order of the indices, as in the hash order of Python 2.
    order = sorted(range(len(words)), key=lambda i: (i * 7) % len(words))
    shared = {}  # two leaves with the same parent have one array of points
    vocab = {
        words[i]: fill(
            vocab_class(),
            count=int(counts[i]),
            index=i,
            sample_int=4294967296,
            code=np.array(codes[i], dtype=np.uint8),
            point=shared.setdefault(id(points[i]), np.array(points[i], dtype=np.uint32)),
        )
        for i in order
    }
    options = dict(sg=1, hs=1, negative=0, window=5, alpha=0.025, seed=1, cbow_mean=0, callbacks=(Callback(),), hashfxn=hash)
    saved = fill(Word2Vec(), **options, vector_size=DIM)
    if layout == 'a':
        return fill(saved, syn0=vectors, syn1=nodes, vocab=vocab, index2word=list(words), iter=5, min_count=1, sample=0)
    if layout == 'b':
        wv = fill(KeyedVectors(), syn0=vectors, vocab=vocab, index2word=list(words))
        return fill(saved, wv=wv, syn1=nodes, iter=5, min_count=1, sample=0.001)
    wv = fill(Word2VecKeyedVectors(), vectors=vectors, vocab=vocab, index2word=list(words), vector_size=DIM)
    trainables = fill(Word2VecTrainables(), syn1=nodes, layer1_size=DIM, seed=1)
    vocabulary = fill(Word2VecVocab(), min_count=1, sample=0.001)
    return fill(saved, wv=wv, trainables=trainables, vocabulary=vocabulary, epochs=5)


def save(path, value, protocol, pickler=None):
    with open(path, 'wb') as file:
        if pickler:
            pickler(file, protocol).dump(value)
        else:
            pickle.dump(value, file, protocol)


def main(root):
    rng = np.random.default_rng(7)
    words = COMMON + [word for topic in sorted(TOPICS) for word in TOPICS[topic]]
    counts = np.sort(rng.integers(1, 200, len(words)))[::-1]
    codes, points = build_tree(counts)
    vectors = rng.normal(0, 0.7, (len(words), DIM)).astype(np.float32)
    nodes = rng.normal(0, 0.7, (len(words), DIM)).astype(np.float32)  # the last row is never used
    parts = (words, counts, codes, points, vectors, nodes)
    directory = os.path.join(root, 'gensim')
    write_reference(os.path.join(directory, 'old.ref.json'), *parts)
    path = lambda name: os.path.join(directory, name)
    for layout, protocols in (('a', (0, 1, 2)), ('b', (2, 4)), ('c', (1, 2, 3, 4, 5))):
        for protocol in protocols:
            save(path(f'old-{layout}-p{protocol}.model'), model(layout, *parts), protocol)
    for layout, protocol in (('a', 0), ('a', 1), ('a', 2), ('b', 2)):
        save(path(f'old-{layout}-python2-p{protocol}.model'), model(layout, *parts), protocol, Python2Pickler)

    # An entry that is fetched from the memo, as no gensim has it.
    again = model('b', *parts)
    again.wv.again = [again.wv.vocab[words[-1]], again.wv.vocab[words[-1]].code]
    save(path('old-b-again-p2.model'), again, 2)

    plain = lambda array: array
    odd = {'a': lambda array: array.astype('>f4'), 'b': plain, 'c': lambda array: np.asfortranarray(array.astype('f8'))}
    for layout, convert in odd.items():
        name = f'old-{layout}-beside.model'
        saved = model(layout, *parts)
        if layout == 'a':
            beside(saved, name, ['syn0', 'syn1'], directory, convert)
        elif layout == 'b':
            beside(saved.wv, f'{name}.wv', ['syn0'], directory, convert)
            beside(saved, name, ['syn1'], directory, convert)
        else:
            beside(saved.wv, f'{name}.wv', ['vectors'], directory, convert)
            beside(saved.trainables, f'{name}.trainables', ['syn1'], directory, convert)
        save(path(name), saved, 2)
    with gzip.GzipFile(path('old-c.model.gz'), 'wb', mtime=0) as file:
        pickle.dump(model('c', *parts), file, 2)

    values = [None, True, False, 0, 255, 65535, -1, 2**31 - 1, -(2**31), 2**40, -(2**40), 2**70, 1.5, -1e300,
              'tea', '茶', 'line\nend\\', b'\x00\x80\xff', (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1, [2]],
              {}, {'a': 1, 'b': [2]}, set(), {7}, frozenset([8]), bytearray(b'\x01\xfe'), Callback(),
              np.arange(6, dtype='<f4').reshape(2, 3), np.arange(3, dtype='>i2'), np.float64(2.5), np.array(['x', None], dtype=object)]
    values.append(values[16])
    # What hundreds of thousands of paths of a tree are: short vectors, some of them twice.
    short = {kind: [((7 * np.arange(i % 23) + i) % 251).astype(kind) for i in range(40)] for kind in ('<u4', 'u1')}
    vectors = {'fresh': short['<u4'], 'again': short['<u4'][::-1] + short['u1'][:4], 'few': short['u1'][:3],
               'tuple': tuple(short['u1']), 'between': [1, *short['u1'][:20], 'x', short['u1'][2]]}
    for protocol in range(6):
        save(os.path.join(root, 'pickle', f'vectors-p{protocol}.pickle'), vectors, protocol)
        save(os.path.join(root, 'pickle', f'values-p{protocol}.pickle'), values, protocol)
        save(os.path.join(root, 'pickle', f'values-pure-p{protocol}.pickle'), values, protocol, pickle._Pickler)


main(sys.argv[1])
