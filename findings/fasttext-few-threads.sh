#!/bin/sh
# fastText 0.9.2 and its successors (fasttext-numpy2 0.10.4, which Annif 1.4 installs), -thread below 10: each thread draws a
# tenth of the input vectors, so with one thread nine tenths are not drawn. In 0.9.2 they start at zero; in 0.10.4 the memory is
# not even set, and a training with one thread and one seed differs from run to run or ends with "Encountered NaN".
#
# Seen: the share of input vectors that are not zero after a training that moves nothing, which is threads / 10, with
# hierarchical softmax. Fails when that changes. Needs Python 3.9 – 3.13 and the package index; works in a temporary directory.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q fasttext-wheel==0.9.2 'numpy<2'
cat > "$work/show.py" <<'PYTHON'
import sys
import fasttext
import numpy as np

corpus = sys.argv[1]
with open(corpus, 'w') as file:
    for line in range(200):
        print(*(f'w{(line * 7 + i * i) % 400}' for i in range(50)), file=file)
shares = {}
for threads in (1, 5, 10):
    model = fasttext.train_unsupervised(
        corpus, model='skipgram', loss='hs', dim=50, lr=1e-9, epoch=1, minCount=1, minn=0, maxn=0, thread=threads, verbose=0
    )
    shares[threads] = float((np.abs(model.get_input_matrix()) > 1e-6).any(1).mean())
    print(f'{threads} threads: {100 * shares[threads]:.0f} % of the input vectors are drawn')
assert shares[1] < 0.15 and shares[5] < 0.6 and shares[10] == 1, 'this has changed'
PYTHON
"$work/venv/bin/python" "$work/show.py" "$work/corpus.txt"
