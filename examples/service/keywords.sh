#!/usr/bin/env sh
# Keywords by curl: keywords.sh http://127.0.0.1:8377
curl --silent --fail-with-body "$1/v1/keywords" \
  --header 'content-type: application/json' \
  --data '{"text": "太阳是一颗恒星，行星围绕着太阳公转。", "topN": 3}'
