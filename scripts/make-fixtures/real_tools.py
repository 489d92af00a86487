"""Trains small models with gensim 4 and fastText and writes them with references.

    python3 scripts/make-fixtures/real_tools.py test/fixtures

Made with gensim 4.2.0, fastText 0.9.2, NumPy 1.24 (Debian 12: python3-gensim, python3-fasttext). One thread and fixed
seeds, but the files hold dates and Python's hash seed: set PYTHONHASHSEED=0; they still differ from run to run.
"""

import json
import os
import sys
import tempfile

import fasttext
import numpy as np
from gensim.models import Doc2Vec, FastText, Word2Vec
from gensim.models.doc2vec import TaggedDocument
from gensim.models.fasttext import load_facebook_model

from common import corpus, log_probability, write_reference

GENSIM = dict(vector_size=8, sg=1, hs=1, negative=0, min_count=1, workers=1, seed=1, epochs=5, window=4)


def gensim_reference(path, model):
    words = model.wv.index_to_key
    get = lambda name: [model.wv.get_vecattr(word, name) for word in words]
    write_reference(path, words, get('count'), get('code'), get('point'), model.wv.vectors, model.syn1)


def negative_sampling(path, model):
    """Saves a model with the estimate of log p(output | input), the noise distribution being gensim's own table."""
    model.save(f'{path}.model')
    words = model.wv.index_to_key
    noise = np.diff(model.cum_table, prepend=np.uint32(0)) / float(model.cum_table[-1])
    estimates = model.wv.vectors.astype(np.float64) @ model.syn1neg.astype(np.float64).T + np.log(model.negative * noise)
    pairs = [[words[i], words[k], estimates[i, k]] for i in range(len(words)) for k in range(i % 3, len(words), 3)]
    with open(f'{path}.ref.json', 'w', encoding='utf-8') as file:
        json.dump({'logProbabilities': pairs}, file, ensure_ascii=False, separators=(',', ':'))
        file.write('\n')


def gensim_models(directory):
    path = lambda name: os.path.join(directory, name)
    sentences = corpus()
    model = Word2Vec(sentences, **GENSIM)
    gensim_reference(path('new.ref.json'), model)
    for protocol in (2, 4, 5):
        model.save(path(f'new-p{protocol}.model'), pickle_protocol=protocol)
    model.save(path('new-beside.model'), separately=['syn1'], sep_limit=10)
    model.save(path('new-beside.model.gz'), separately=['syn1'])
    model.wv.save(path('new-vectors.kv'))
    model.wv.save_word2vec_format(os.path.join(directory, '..', 'vectors', 'new.txt'), binary=False)
    model.wv.save_word2vec_format(os.path.join(directory, '..', 'vectors', 'new.bin'), binary=True)

    Word2Vec(sentences, **{**GENSIM, 'hs': 0, 'negative': 5}).save(path('new-negative.model'))
    negative_sampling(path('new-negative-rare'), Word2Vec(sentences, **{**GENSIM, 'hs': 0, 'negative': 3}, ns_exponent=-0.5))
    Word2Vec(sentences, **{**GENSIM, 'sg': 0}).save(path('new-cbow.model'))
    unsorted = Word2Vec(sentences, **GENSIM, sorted_vocab=0)
    gensim_reference(path('new-unsorted.ref.json'), unsorted)
    unsorted.save(path('new-unsorted.model'))
    updated = Word2Vec(sentences, **GENSIM)
    updated.build_vocab([['late', 'late', 'later']], update=True)
    updated.save(path('new-updated.model'))
    documents = [TaggedDocument(words, [i]) for i, words in enumerate(sentences[:20])]
    Doc2Vec(documents, vector_size=4, hs=1, negative=0, dm=0, min_count=1, workers=1).save(path('new-doc2vec.model'))
    without = Word2Vec(sentences, **GENSIM)
    del without.syn1
    without.save(path('new-no-syn1.model'))

    subwords = FastText(sentences, **GENSIM, bucket=60, min_n=2, max_n=3)
    gensim_reference(path('new-fasttext.ref.json'), subwords)
    subwords.save(path('new-fasttext.model'))
    with open(path('new-fasttext.oov.json'), 'w', encoding='utf-8') as file:
        json.dump({word: subwords.wv[word].tolist() for word in ('teas', '茶杯', 'shipping')}, file, ensure_ascii=False)
        file.write('\n')


def fasttext_tree(counts):
    """Paths from the root, as fastText's buildTree makes them; code 1 is the positive label."""
    size = len(counts)
    count = list(counts) + [10**15] * (size - 1)
    parent, binary = [-1] * (2 * size - 1), [0] * (2 * size - 1)
    leaf, node = size - 1, size
    for i in range(size, 2 * size - 1):
        mini = []
        for _ in range(2):
            if leaf >= 0 and count[leaf] < count[node]:
                mini.append(leaf)
                leaf -= 1
            else:
                mini.append(node)
                node += 1
        count[i] = count[mini[0]] + count[mini[1]]
        parent[mini[0]] = parent[mini[1]] = i
        binary[mini[1]] = 1
    codes, points = [], []
    for word in range(size):
        code, point, at = [], [], word
        while parent[at] != -1:
            code.append(binary[at])
            point.append(parent[at] - size)
            at = parent[at]
        codes.append(code[::-1])
        points.append(point[::-1])
    return codes, points


def fasttext_models(directory):
    path = lambda name: os.path.join(directory, name)
    sentences = corpus()
    with tempfile.NamedTemporaryFile('w', suffix='.txt', encoding='utf-8') as text:
        text.writelines(' '.join(sentence) + '\n' for sentence in sentences)
        text.flush()
        train = lambda **options: fasttext.train_unsupervised(
            text.name, **{**dict(dim=8, ws=4, minCount=1, epoch=30, t=1.0, thread=1, loss='hs', verbose=0), **options}
        )
        plain = train(model='skipgram', minn=0, maxn=0)
        subword = train(model='skipgram', minn=1, maxn=3, bucket=80)
        models = {'plain': plain, 'subword': subword, 'cbow': train(model='cbow', minn=0, maxn=0)}
        others = {
            'negative': train(model='skipgram', minn=0, maxn=0, loss='ns'),
            'softmax': train(model='skipgram', minn=0, maxn=0, loss='softmax'),
        }
        # Quantizing needs 256 words at least.
        labelled = [f'__label__{i % 2} {" ".join(sentence)} w{i}' for i, sentence in enumerate(sentences)]
    with tempfile.NamedTemporaryFile('w', suffix='.txt', encoding='utf-8') as text:
        text.write('\n'.join(labelled))
        text.flush()
        classifier = fasttext.train_supervised(text.name, dim=4, thread=1, epoch=1, loss='hs', verbose=0, minn=0, maxn=0)
        others['classifier'] = classifier
    for name, model in {**models, **others}.items():
        model.save_model(path(f'{name}.bin'))
    classifier.quantize(verbose=0)
    classifier.save_model(path('classifier.ftz'))

    near = []
    for sentence in sentences[:40]:
        for i, word in enumerate(sentence):
            near += [[word, other] for other in sentence[max(0, i - 2) : i + 3] if other != word][:2]
    for name in ('plain', 'subword', 'cbow'):
        model = models[name]
        words, counts = model.get_words(include_freq=True)
        codes, points = fasttext_tree(counts)
        flipped = [[1 - bit for bit in code] for code in codes]
        # As get_word_vector, which sums in single precision.
        rows = model.get_input_matrix().astype(np.float64)
        vectors = [rows[model.get_subwords(word)[1]].mean(axis=0).astype(np.float32) for word in words]
        output = model.get_output_matrix()
        write_reference(path(f'{name}.ref.json'), words, counts, flipped, points, vectors, output)
        extra = {
            'vectors': {word: model.get_word_vector(word).tolist() for word in list(words[:6]) + ['teas', '茶杯', 'zzz']},
            'near': near,
        }
        with open(path(f'{name}.extra.json'), 'w', encoding='utf-8') as file:
            json.dump(extra, file, ensure_ascii=False, separators=(',', ':'))
            file.write('\n')
    for name, converted in (('plain', 'new-from-fasttext'), ('negative', 'new-from-fasttext-negative')):
        load_facebook_model(path(f'{name}.bin')).save(os.path.join(directory, '..', 'gensim', f'{converted}.model'))


gensim_models(os.path.join(sys.argv[1], 'gensim'))
fasttext_models(os.path.join(sys.argv[1], 'fasttext'))
