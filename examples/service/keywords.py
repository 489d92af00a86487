"""Keywords with nothing but Python's standard library: python keywords.py http://127.0.0.1:8377"""

import json
import sys
import urllib.request

request = urllib.request.Request(
    f"{sys.argv[1]}/v1/keywords",
    json.dumps({"texts": ["太阳是一颗恒星，行星围绕着太阳公转。", "The Sun is a star."], "topN": 3}).encode(),
    {"content-type": "application/json"},
)
with urllib.request.urlopen(request) as response:
    for result in json.load(response)["results"]:
        print(", ".join(keyword["text"] for keyword in result["keywords"]))
