"""Write the tables of packages/languages/frequencies from PyPI wordfreq (data CC BY-SA 4.0).

    pip install wordfreq==3.1.1 && python scripts/word-frequencies.py

Line n of a table, from 0, has the words that make up 10^(-n/100) of what is written and said, separated by spaces.
"""

import gzip
import pathlib
import re

from wordfreq import get_frequency_list

LANGUAGES = ["de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru"]
LETTER = re.compile(r"[^\W\d_]")
out = pathlib.Path(__file__).parent.parent / "packages/languages/frequencies"

for language in LANGUAGES:
    lines = (
        " ".join(word for word in words if LETTER.search(word) and " " not in word)
        for words in get_frequency_list(language, wordlist="small")
    )
    packed = gzip.compress("\n".join(lines).encode(), 9, mtime=0)
    (out / f"{language}.txt.gz").write_bytes(packed)
    print(language, len(packed))
