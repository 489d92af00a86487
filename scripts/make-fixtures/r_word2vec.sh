#!/bin/sh
# Writes test/fixtures/r-word2vec with R's package word2vec (CRAN; its text files need the package udpipe):
#
#     scripts/make-fixtures/r_word2vec.sh test/fixtures/r-word2vec
#
# Made with R 4.2.2 (Debian 12) and word2vec built from its public source: version 0.2's, which is the first to normalize
# what it saves, with udpipe's as_word2vec in it. Its random numbers have no seed: every run gives other vectors.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PYTHONPATH="$here" python3 -c '
from common import corpus
for sentence in corpus(): print(" ".join(sentence))' > "$work/corpus.txt"
LC_ALL=C.UTF-8 Rscript "$here/r_word2vec.R" "$work/corpus.txt" "$1"
