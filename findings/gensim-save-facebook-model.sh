#!/bin/sh
# gensim 4.4.0, save_facebook_model of a model with hs=1: the file is in fastText's format, but its output vectors were
# trained with the code bits the other way round (gensim: code 0 is the positive label; fastText's hierarchical softmax:
# code 1), and nothing in the file says so. Whoever computes log p(word | word) of it as fastText does gets less than chance.
#
# Seen: mean log p over neighbouring words by gensim's bits above that of equal chance, by fastText's far below it. Fails
# when that changes. Needs Python 3.9 – 3.13 and the package index; works in a temporary directory.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q gensim==4.4.0 fasttext-wheel==0.9.2
cat > "$work/show.py" <<'PYTHON'
import random, sys
import fasttext
import numpy as np
from gensim.models import FastText
from gensim.models.fasttext import save_facebook_model

rng = random.Random(1)
topics = [[f'{letter}{i}' for i in range(2, 12)] for letter in 'abc']
sentences = []
for _ in range(600):
    words = rng.choice(topics)
    sentences.append([rng.choice(words[: rng.randint(2, 10)]) for _ in range(10)])
model = FastText(sentences, sg=1, hs=1, negative=0, vector_size=8, min_count=1, epochs=20, workers=1, seed=1, max_n=0)
save_facebook_model(model, sys.argv[1])

# The file by fastText's own module: its words and both matrices are gensim's.
read = fasttext.load_model(sys.argv[1])
words = model.wv.index_to_key
inputs = np.array([read.get_word_vector(word) for word in words], dtype=float)
nodes = read.get_output_matrix().astype(float)
assert np.allclose(inputs, model.wv.vectors) and np.allclose(nodes, model.syn1)

pairs = [(a, b) for sentence in sentences[:200] for a, b in zip(sentence, sentence[1:])]

def mean_log_p(positive):
    total = 0
    for a, b in pairs:
        code = model.wv.get_vecattr(b, 'code').astype(int)
        dots = nodes[model.wv.get_vecattr(b, 'point')] @ inputs[model.wv.key_to_index[a]]
        total -= np.logaddexp(0, -np.where(code == positive, dots, -dots)).sum()
    return total / len(pairs)

by_gensim, by_fasttext, chance = mean_log_p(0), mean_log_p(1), -np.log(len(words))
print(f'mean log p: code 0 positive (gensim) {by_gensim:.2f}, code 1 positive (fastText) {by_fasttext:.2f}, chance {chance:.2f}')
assert by_gensim > chance > by_fasttext, 'this has changed'
PYTHON
"$work/venv/bin/python" "$work/show.py" "$work/model.bin"
