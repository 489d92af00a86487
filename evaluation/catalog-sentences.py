"""Write short and long texts in twelve languages, from the translated messages of the programs on a Debian machine.

    python evaluation/catalog-sentences.py DIRECTORY

Short ones have 4 to 12 words (8 to 40 characters without spaces), long ones 150 letters and more; nothing with codes or
markup in it, and no message that is left in English.
"""

import gettext
import glob
import json
import random
import re
import sys

LANGUAGES = ["zh", "en", "ja", "ko", "de", "fr", "es", "it", "pt", "nl", "pl", "ru"]
CODES = re.compile(r"[%{}<>$\\@]|--|/|\w_\w|::")
SHORT, LONG = 1000, 400


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
out = sys.argv[1]
kinds = {"short": [], "long": []}
for language in LANGUAGES:
    short, long = set(), set()
    for text in messages(language):
        spaced = language not in ("zh", "ja")
        if (4 <= len(text.split()) <= 12) if spaced else (8 <= len(text) <= 40):
            short.add(text)
        elif len(text) >= (150 if spaced else 60):
            long.add(text)
    for kind, found, most in (("short", short, SHORT), ("long", long, LONG)):
        chosen = random.sample(sorted(found), min(most, len(found)))
        kinds[kind] += [{"lang": language, "text": text} for text in chosen]
for kind, records in kinds.items():
    with open(f"{out}/{kind}.jsonl", "w", encoding="utf-8") as file:
        for record in records:
            print(json.dumps(record, ensure_ascii=False), file=file)
