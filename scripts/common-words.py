"""Write packages/languages/common-words.js from PyPI wordfreq (data CC BY-SA 4.0): by what words a short text is told.

    pip install wordfreq==3.1.1 && python scripts/common-words.py

Of each language in Latin letters the commonest words, commonest first, but those that another of them has far oftener, which
are quoted from it.
"""

import json
import pathlib
import re

from wordfreq import get_frequency_dict, top_n_list

LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl"]
WORDS = 6000
FOREIGN = 30
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
out = pathlib.Path(__file__).parent.parent / "packages/languages/common-words.js"

frequencies = {language: get_frequency_dict(language, wordlist="large") for language in LANGUAGES}
lists = {}
for language in LANGUAGES:
    own = frequencies[language]
    words = [
        word
        for word in top_n_list(language, 2 * WORDS, wordlist="large")
        if WORD.fullmatch(word) and all(frequencies[other].get(word, 0) < FOREIGN * own[word] for other in LANGUAGES)
    ]
    lists[language] = " ".join(words[:WORDS])
lines = "".join(f"  {language}: {json.dumps(words, ensure_ascii=False)},\n" for language, words in lists.items())
out.write_text(
    "// By scripts/common-words.py from wordfreq 3.1.1, CC BY-SA 4.0: see frequencies/LICENSE.md.\n"
    f"export default {{\n{lines}}};\n"
)
print(out.stat().st_size, "bytes")
