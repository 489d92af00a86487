"""Write packages/languages/common-words.js and han-words.js from PyPI wordfreq (data CC BY-SA 4.0): by what words a short text is told.

    pip install wordfreq==3.1.1 opencc-python-reimplemented==0.1.7 && python scripts/common-words.py

Of each language in Latin letters, of Russian and of Ukrainian the commonest words, but those that another of them has far oftener, which
are quoted from it; in han-words.js those of Chinese, in Simplified and Traditional characters, and of Japanese that have two to four Han
characters and nothing else. Sixteen words a line, in the order of UTF-16, to be searched as they are. Each word begins with how many letters
it shares with the one before it in the line, as a letter from A; after a tab, for each language that has the word, its place in the list of
languages as a letter and the logarithm of the word's rank as a character; a tab ends it.
"""

import json
import math
import os
import pathlib
import re

from opencc import OpenCC
from wordfreq import get_frequency_dict, top_n_list

MANY = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru"]
LANGUAGES = MANY + ["cs", "da", "fi", "hu", "id", "ms", "no", "ro", "sk", "sv", "tr", "uk", "vi"]
WORDS, FEWER, HAN_WORDS = 30000, 8000, 15000
# Chinese words down to here are in the table if Japanese has them as well.
SHARED_WORDS = 25000
FOREIGN = 3000
BLOCK = 16
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
HAN = re.compile("[\u4e00-\u9fff]{2,4}")
folder = pathlib.Path(__file__).parent.parent / "packages/languages"


def add(entries, words, place):
    for rank, word in enumerate(words):
        level = round(10 * math.log((rank + 3) / 3))
        if word is not None:
            entries.setdefault(word, {}).setdefault(place, level)


def write(name, languages, entries):
    ordered = sorted(entries, key=lambda word: word.encode("utf-16-be"))
    lines = []
    for first in range(0, len(ordered), BLOCK):
        line, before = "", ""
        for word in ordered[first : first + BLOCK]:
            shared = len(os.path.commonprefix([before, word]))
            ranks = "".join(chr(ord("A") + place) + chr(ord("#") + level) for place, level in entries[word].items())
            line += f"{chr(ord('A') + shared)}{word[shared:]}\t{ranks}\t"
            before = word
        lines.append(line)
    out = folder / name
    out.write_text(
        "// By scripts/common-words.py from wordfreq 3.1.1, CC BY-SA 4.0: see frequencies/LICENSE.md.\n"
        f"export const languages = {json.dumps(languages)};\n"
        f"export const words = {json.dumps(chr(10).join(lines), ensure_ascii=False)};\n"
    )
    print(len(entries), "words,", out.stat().st_size, "bytes in", name)


frequencies = {language: get_frequency_dict(language, wordlist="best") for language in LANGUAGES}
entries = {}
for place, language in enumerate(LANGUAGES):
    own = frequencies[language]
    words = [
        word
        for word in top_n_list(language, 2 * WORDS, wordlist="best")
        if WORD.fullmatch(word) and all(frequencies[other].get(word, 0) < FOREIGN * own[word] for other in LANGUAGES)
    ]
    add(entries, words[: WORDS if language in MANY else 2 * FEWER if language in ["id", "ms", "uk"] else FEWER], place)
write("common-words.js", LANGUAGES, entries)

entries = {}
chinese, japanese = (
    [word for word in top_n_list(language, 10**6, wordlist="best") if HAN.fullmatch(word)] for language in ["zh", "ja"]
)
japanese = japanese[:HAN_WORDS]
shared = set(japanese)
add(entries, [word if rank < HAN_WORDS or word in shared else None for rank, word in enumerate(chinese[:SHARED_WORDS])], 0)
add(entries, japanese, 1)
simplified = {word: ranks[0] for word, ranks in entries.items() if 0 in ranks}
for converter in [OpenCC("s2t"), OpenCC("s2twp")]:
    for word, level in simplified.items():
        traditional = converter.convert(word)
        if HAN.fullmatch(traditional):
            entries.setdefault(traditional, {}).setdefault(0, level)
write("han-words.js", ["zh", "ja"], entries)
