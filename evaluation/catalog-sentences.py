"""Write tiny, short and long texts in twelve languages, or those that are named, from the translated messages of the programs on a Debian machine.

    python evaluation/catalog-sentences.py DIRECTORY [LANGUAGE…]

Tiny ones have 1 to 4 words (2 to 7 characters without spaces), short ones 4 to 12 (8 to 40 characters), long ones 150 letters and more; nothing with codes or
markup in it, and no message that is left in English.
"""

import gettext
import glob
import json
import random
import re
import sys

LANGUAGES = sys.argv[2:] or ["zh", "en", "ja", "ko", "de", "fr", "es", "it", "pt", "nl", "pl", "ru"]
CODES = re.compile(r"[%{}<>$\\@]|--|/|\w_\w|::")
PLAIN = re.compile(r"[^\W\d_][^\W\d_]*(?:[ '’-][^\W\d_]+)*[.:!?…]*")
TINY, SHORT, LONG = 500, 1000, 400


def messages(language):
    folder = {"zh": "zh_CN", "en": "fr"}.get(language, language)
    for path in sorted(glob.glob(f"/usr/share/locale/{folder}/LC_MESSAGES/*.mo")):
        if "iso_" in path:
            continue
        try:
            catalog = gettext.GNUTranslations(open(path, "rb"))._catalog
        except (OSError, UnicodeDecodeError):
            continue
        for source, translated in catalog.items():
            source = source[0] if isinstance(source, tuple) else source
            text = source if language == "en" else translated
            if source and source != translated and not CODES.search(text):
                yield " ".join(text.replace("_", "").split())


random.seed(1)
others = random.Random(2)
out = sys.argv[1]
kinds = {"short": [], "long": [], "tiny": []}
for language in LANGUAGES:
    tiny, short, long = set(), set(), set()
    for text in messages(language):
        spaced = language not in ("zh", "ja")
        if (4 <= len(text.split()) <= 12) if spaced else (8 <= len(text) <= 40):
            short.add(text)
        elif len(text) >= (150 if spaced else 60):
            long.add(text)
        words = re.findall(r"\w+", text)
        if PLAIN.fullmatch(text) and ((len(words) <= 4 and len(text) > 3) if spaced else (2 <= len(text) <= 7)):
            tiny.add(text)
    for kind, found, most in (("short", short, SHORT), ("long", long, LONG), ("tiny", tiny, TINY)):
        chosen = (others if kind == "tiny" else random).sample(sorted(found), min(most, len(found)))
        kinds[kind] += [{"lang": language, "text": text} for text in chosen]
for kind, records in kinds.items():
    with open(f"{out}/{kind}.jsonl", "w", encoding="utf-8") as file:
        for record in records:
            print(json.dumps(record, ensure_ascii=False), file=file)
