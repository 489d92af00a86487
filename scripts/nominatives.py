"""Write the tables of packages/languages/nominatives: what the forms of nouns and adjectives are in the nominative.

    pip install wordfreq==3.1.1 pymorphy3==2.0.6 morfeusz2==1.99.15 && PYTHONHASHSEED=0 python scripts/nominatives.py

A line has the readings of some words, a tab, and the endings that these words have, separated by spaces; the longest that a word has
tells, and `^` stands before whole words. A reading is what the word is (N a noun, P the name of a person, A an adjective), its gender (m, f, n;
p in the plural, v there of men in Polish), its cases as two hexadecimal digits (1 nominative, 2 genitive, 4 dative, 8 accusative,
10 instrumental, 20 locative), how many letters are taken off for the nominative of the same number, and what is put there. The likeliest reading
comes first. Words are those of wordfreq; an ending without a line tells nothing.
"""

import functools
import gzip
import os
import pathlib
import re
import sys
from collections import Counter, defaultdict

from wordfreq import get_frequency_dict

out = pathlib.Path(__file__).parent.parent / "packages/languages/nominatives"
# Words as frequent have their own readings; rarer ones those of their ending, if this share of the words with it has them. They go for
# those of a longer ending as long as this share of its words has them.
COMMON = {"ru": 1.5e-7, "pl": 1.5e-7}
AGREE = 0.9
STAY = 0.7
# From this share on no longer ending of rare words is looked for, nor for fewer words.
PURE = 0.97
LEAST = 8
# A reading whose noun is used in that number as much less as this is left out.
SHARE = 0.08
ORDER = "nom gen dat acc inst loc".split()


def nearest(nominatives, word):
    """Of two nominatives the one that is spelt as the form is: листьев, листья, not листы; archeolodzy."""
    return max(sorted(nominatives), key=lambda one: len(os.path.commonprefix([one, word])) - abs(len(one) - len(word)) / 100)


def russian(frequencies):
    from pymorphy3 import MorphAnalyzer

    morph = MorphAnalyzer(lang="ru")
    cases = {"nomn": 0, "gent": 1, "gen1": 1, "gen2": 1, "datv": 2, "accs": 3, "ablt": 4, "loct": 5, "loc1": 5, "loc2": 5}
    genders = {"masc": "m", "femn": "f", "neut": "n"}

    def number_of(tag):
        return "p" if tag.number == "plur" else genders.get(tag.gender, "m")

    def kind_of(tag):
        return number_of(tag), tag.POS, tag.voice, tag.tense

    def readings(word):
        if not morph.word_is_known(word):
            return
        for parse in morph.parse(word):
            tag = parse.tag
            if tag.POS not in ("NOUN", "ADJF", "PRTF") or tag.case not in cases:
                continue
            kind = "A" if tag.POS != "NOUN" else "P" if {"Name", "Surn", "Patr"} & tag.grammemes else "N"
            lexeme = parse.lexeme
            same = [one for one in lexeme if kind_of(one.tag) == kind_of(tag)]
            nominatives = [one.word for one in same if one.tag.case == "nomn"]
            if not nominatives:
                continue
            nominative = nearest(nominatives, parse.word)
            if parse.word != word:
                # The text writes no ё.
                nominative = nominative.replace("ё", "е")
            yield kind, number_of(tag), 1 << cases[tag.case], nominative, frozenset(one.word for one in same)

    return readings


def polish(frequencies):
    import morfeusz2

    morfeusz = morfeusz2.Morfeusz(expand_tags=False, case_handling=morfeusz2.IGNORE_CASE)
    kinds = {"subst": "N", "ger": "N", "adj": "A", "ppas": "A", "pact": "A"}

    def genders(parts):
        plural = parts[1] == "pl"
        for gender in parts[3].split("."):
            if plural:
                yield "v" if gender == "m1" else "p"
            else:
                yield gender[0]

    @functools.cache
    def paradigm(lemma, pos, rest):
        """(number with gender) the nominatives, and all forms."""
        found = defaultdict(lambda: (set(), set()))
        for form, _, tag, *_ in morfeusz.generate(lemma):
            for one in tag.split("|"):
                parts = one.split(":")
                if parts[0] != pos or len(parts) < 4 or parts[4:] != list(rest):
                    continue
                for gender in set(genders(parts)):
                    found[gender][1].add(form.lower())
                    if "nom" in parts[2].split("."):
                        found[gender][0].add(form.lower())
        return found

    def readings(word):
        for _, _, (_, lemma, tag, names, _) in morfeusz.analyse(word):
            for one in tag.split("|"):
                parts = one.split(":")
                if parts[0] not in kinds or len(parts) < 4:
                    continue
                kind = "P" if {"imię", "nazwisko"} & set(names) else kinds[parts[0]]
                mask = sum(1 << ORDER.index(case) for case in set(parts[2].split(".")) if case in ORDER)
                if not mask:
                    continue
                forms = paradigm(lemma, parts[0], tuple(parts[4:]))
                for gender in sorted(set(genders(parts))):
                    nominatives, all_forms = forms[gender]
                    if nominatives:
                        yield kind, gender, mask, nearest(nominatives, word), frozenset(all_forms)

    return readings


def readings_of(word, readings, frequencies, is_common):
    """The readings of a word as one string, the likeliest first; of a rare word all, those in the nominative first."""
    masks, weights = defaultdict(int), defaultdict(float)
    for kind, number, mask, nominative, forms in readings(word):
        key = kind, number, nominative
        masks[key] |= mask
        # Other forms tell how often the noun is used in that number.
        weights[key] = max(weights[key], sum(frequencies.get(form, 0) for form in forms if form != word))
    if not masks:
        return ""
    best = max(weights.values()) if is_common else 0
    kept = [key for key in masks if weights[key] >= SHARE * best or key[0] == "A"]
    weight = {key: -weights[key] if is_common else 0 for key in kept}
    # Of adjectives the number comes before: большим is of большой, rather than of больший, in each.
    kept.sort(key=lambda key: (key[0] == "A", key[0] != "A" and weight[key], not masks[key] & 1, key[1], weight[key], key))
    parts = []
    for kind, number, nominative in kept:
        same = 0
        while same < min(len(word), len(nominative)) and word[same] == nominative[same]:
            same += 1
        cut = len(word) - same
        if cut > 9:
            continue
        parts.append(f"{kind}{number}{masks[kind, number, nominative]:02x}{cut}{nominative[same:]}")
    return ",".join(parts)


def endings(classes, common):
    """(readings) the endings that have them."""
    found = defaultdict(list)
    reversed_words = sorted((word[::-1] + "^", word) for word in classes)

    def visit(words, depth, inherited):
        counts = Counter(classes[word] for _, word in words)
        best, count = counts.most_common(1)[0]
        own = {classes[word] for _, word in words if word in common}
        total = len(words)
        whole = depth > 0 and words[0][0][depth - 1] == "^"
        told = inherited
        if whole or (count >= AGREE * total and (own or total >= LEAST)):
            told = best
        elif counts[inherited] < STAY * total and (total >= LEAST or not counts[inherited]):
            told = ""
        if whole and not own:
            return
        if told != inherited:
            found[told].append(words[0][0][:depth][::-1])
        if own <= {told} and (counts[told] >= PURE * total or total < LEAST):
            return
        start = 0
        while start < total:
            end = start
            letter = words[start][0][depth]
            while end < total and words[end][0][depth] == letter:
                end += 1
            visit(words[start:end], depth + 1, told)
            start = end

    visit(reversed_words, 0, "")
    return found


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    for language, maker, letters in (("ru", russian, "[а-яё]{3,}"), ("pl", polish, "[a-ząćęłńóśźż]{3,}")):
        if sys.argv[1:] and language not in sys.argv[1:]:
            continue
        frequencies = get_frequency_dict(language, wordlist="large")
        readings = maker(frequencies)
        words = [word for word in frequencies if re.fullmatch(letters, word)]
        common = {word for word in words if frequencies[word] >= COMMON[language]}
        classes = {word: readings_of(word, readings, frequencies, word in common) for word in words}
        # Rare words without a reading are unknown rather than no nouns.
        classes = {word: found for word, found in classes.items() if found or word in common}
        lines = sorted(f"{found}\t{' '.join(sorted(ends))}" for found, ends in endings(classes, common).items())
        packed = gzip.compress("\n".join(lines).encode(), 9, mtime=0)
        (out / f"{language}.txt.gz").write_bytes(packed)
        print(language, len(classes), "words", len(lines), "lines", sum(line.count(" ") + 1 for line in lines), "endings", len(packed), "bytes")
