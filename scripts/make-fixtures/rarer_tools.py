"""Trains small models with what gensim and fastText are converted to and from, and floret, and writes them with references.

    python3 scripts/make-fixtures/rarer_tools.py test/fixtures

Made with gensim 4.4.0, floret 0.10.5, NumPy 2.4 (PyPI), fastText 0.9.2 (Debian 12).
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

import floret
from gensim.models import Doc2Vec, FastText
from gensim.models.doc2vec import TaggedDocument
from gensim.models.fasttext import load_facebook_model, save_facebook_model

from common import corpus, write_reference

GENSIM = dict(vector_size=8, hs=1, negative=0, min_count=1, workers=1, seed=1, epochs=20, window=4)


def reference(path, model):
    words = model.wv.index_to_key
    get = lambda name: [model.wv.get_vecattr(word, name) for word in words]
    write_reference(path, words, get('count'), get('code'), get('point'), model.wv.vectors, model.syn1)


def gensim_models(directory):
    path = lambda name: os.path.join(directory, 'gensim', name)
    sentences = corpus()
    documents = [TaggedDocument(words, [i]) for i, words in enumerate(sentences)]
    for name, options in (
        ('doc2vec-words', dict(dm=0, dbow_words=1)),
        ('doc2vec-dm', dict(dm=1)),
        ('doc2vec-concat', dict(dm=1, dm_concat=1, window=2)),
    ):
        model = Doc2Vec(documents[:40], **{**GENSIM, **options})
        model.save(path(f'{name}.model'))
        if name != 'doc2vec-concat':
            reference(path(f'{name}.ref.json'), model)
    # To fastText's format, and back from there.
    for name, options in (('plain', dict(max_n=0)), ('subword', dict(min_n=1, max_n=3, bucket=60))):
        model = FastText(sentences, sg=1, **GENSIM, **options)
        written = os.path.join(directory, 'fasttext', f'gensim-{name}.bin')
        save_facebook_model(model, written)
        reference(os.path.join(directory, 'fasttext', f'gensim-{name}.ref.json'), model)
    load_facebook_model(written).save(path('gensim-from-gensim-bin.model'))


def fasttext_output(directory):
    """`-saveOutput` writes the output vectors; with -loss hs those are of inner nodes. By the command (Debian's fasttext)."""
    with tempfile.TemporaryDirectory() as work:
        with open(os.path.join(work, 'corpus.txt'), 'w', encoding='utf-8') as text:
            text.writelines(' '.join(sentence) + '\n' for sentence in corpus())
        options = '-loss hs -minCount 1 -dim 8 -minn 0 -maxn 0 -thread 1 -verbose 0 -saveOutput'.split()
        command = ['fasttext', 'skipgram', '-input', text.name, '-output', os.path.join(work, 'hs'), *options]
        subprocess.run(command, check=True)
        shutil.copy(os.path.join(work, 'hs.output'), os.path.join(directory, 'fasttext', 'hs.output'))


def floret_models(directory):
    path = lambda name: os.path.join(directory, 'floret', name)
    with tempfile.NamedTemporaryFile('w', suffix='.txt', encoding='utf-8') as text:
        text.writelines(' '.join(sentence) + '\n' for sentence in corpus())
        text.flush()
        options = dict(dim=8, ws=4, minCount=1, epoch=30, t=1.0, thread=1, minn=2, maxn=3, bucket=50, verbose=0)
        model = floret.train_unsupervised(text.name, model='skipgram', mode='floret', hashCount=2, **options)
        model.save_model(path('floret.bin'))
        model.save_floret_vectors(path('vectors.floret'))
        words = list(model.get_words()) + ['teas', '茶杯', 'zzz', '\N{GRINNING FACE}']
        with open(path('vectors.ref.json'), 'w', encoding='utf-8') as file:
            json.dump({word: model.get_word_vector(word).tolist() for word in words}, file, ensure_ascii=False)
            file.write('\n')


gensim_models(sys.argv[1])
os.makedirs(os.path.join(sys.argv[1], 'floret'), exist_ok=True)
floret_models(sys.argv[1])
fasttext_output(sys.argv[1])
