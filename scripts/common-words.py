"""Write packages/languages/common-words.js from PyPI wordfreq (data CC BY-SA 4.0): by what words a short text is told.

    pip install wordfreq==3.1.1 && python scripts/common-words.py

Of each language in Latin letters the commonest words, but those that another of them has far oftener, which are quoted from it.
Sixteen words a line, in the order of UTF-16, to be searched as they are. Each word begins with how many letters it shares with the
one before it in the line, as a letter from A; after a tab, for each language that has the word, its place in LANGUAGES as a letter
and the logarithm of the word's rank as a character; a tab ends it.
"""

import json
import math
import os
import pathlib
import re

from wordfreq import get_frequency_dict, top_n_list

LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl"]
WORDS = 30000
FOREIGN = 3000
BLOCK = 16
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
out = pathlib.Path(__file__).parent.parent / "packages/languages/common-words.js"

frequencies = {language: get_frequency_dict(language, wordlist="large") for language in LANGUAGES}
entries = {}
for place, language in enumerate(LANGUAGES):
    own = frequencies[language]
    words = [
        word
        for word in top_n_list(language, 2 * WORDS, wordlist="large")
        if WORD.fullmatch(word) and all(frequencies[other].get(word, 0) < FOREIGN * own[word] for other in LANGUAGES)
    ]
    for rank, word in enumerate(words[:WORDS]):
        level = round(10 * math.log((rank + 3) / 3))
        entries[word] = entries.get(word, "") + chr(ord("A") + place) + chr(ord("#") + level)
words = sorted(entries, key=lambda word: word.encode("utf-16-be"))
lines = []
for first in range(0, len(words), BLOCK):
    line, before = "", ""
    for word in words[first : first + BLOCK]:
        shared = len(os.path.commonprefix([before, word]))
        line += f"{chr(ord('A') + shared)}{word[shared:]}\t{entries[word]}\t"
        before = word
    lines.append(line)
out.write_text(
    "// By scripts/common-words.py from wordfreq 3.1.1, CC BY-SA 4.0: see frequencies/LICENSE.md.\n"
    f"export const languages = {json.dumps(LANGUAGES)};\n"
    f"export const words = {json.dumps(chr(10).join(lines), ensure_ascii=False)};\n"
)
print(len(entries), "words,", out.stat().st_size, "bytes")
