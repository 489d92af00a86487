#!/usr/bin/env bash
# How often a text of ten languages is guessed from the keywords of its other half: mean reciprocal rank, from five keywords, of
# methods and of YAKE (pip install yake==0.7.3), by a retriever that compares words and by one that compares vectors of words.
#
#   evaluation/guess.sh SETS        the folder with fr_wikinews.jsonl, pt_110ptbnkp.jsonl, pl_pak2018.jsonl, ja_web.jsonl
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
echo '| set | texts | telltale | tf-idf | text-rank | YAKE | by vectors: telltale | tf-idf | text-rank | YAKE |'
echo '| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |'
for set in "$1"/{fr_wikinews,pt_110ptbnkp,pl_pak2018,ja_web}.jsonl {de,es,it,nl,ru,ko}_own; do
  name=$(basename "$set" .jsonl)
  lang=${name%%_*}
  texts=$folder/$name.jsonl
  if [ -f "$set" ]; then
    cp "$set" "$texts"
  else
    grep -h "\"lang\": *\"$lang\"" evaluation/own/*.jsonl >"$texts"
  fi
  guess=(node packages/telltale/bin/telltale.js evaluate "$texts" --measure guess --lang "$lang" --format json)
  "${guess[@]}" --method tf-idf --write-halves "$folder/halves-$name" >"$folder/none"
  halves=$folder/${lang}_halves.jsonl
  cp "$folder/halves-$name" "$halves"
  [ "$lang" = ja ] && node evaluation/rivals/cut-japanese.mjs "$folder/halves-$name" >"$halves"
  python3 evaluation/rivals/yake_keywords.py "$halves" >"$folder/yake.jsonl"
  "${guess[@]}" --method mixture,tf-idf,text-rank --predictions "$folder/yake.jsonl" --reader "$lang" >"$folder/found.json"
  node -e 'const [{ documents, methods }] = JSON.parse(fs.readFileSync(process.argv[2]));
    const means = ["words", process.argv[3]].flatMap((reader) => methods.map(({ means }) => 100 * means[`MRR@5 ${reader}`]));
    console.log(`| ${[process.argv[1], documents, ...means.map((mean) => mean.toFixed(1))].join(" | ")} |`)' \
    "$name" "$folder/found.json" "$lang"
done
