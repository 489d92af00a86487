"""Write the tables of packages/languages/word-classes: which endings tell words that are no nouns.

    pip install wordfreq==3.1.1 spacy-lookups-data==1.0.5 pymorphy3==2.0.6 morfeusz2==1.99.15 num2words==0.5.14 && python scripts/word-classes.py

The words are those of wordfreq. Each is a noun (also where it is in no lexicon, or is a verb as well), an adjective, something
else (a verb, an adverb, a number), or either a noun or an adjective. The endings are those of a tree of the reversed words in which every common
word has its class, and rare ones nearly all. A table has four lines: endings of nouns, of adjectives, of others, of either; the longest
that a word has tells; `^` stands before whole words.
"""

import functools
import gzip
import importlib.util
import json
import pathlib
import re
import unicodedata

from num2words import num2words
from wordfreq import get_frequency_dict

NOUN, ADJECTIVE, OTHER, EITHER = range(4)
# Forms of Portuguese verbs that are nouns.
PORTUGUESE_NOUNS = set("ajuda alcance busca demora leste liga orla portaria queima volta".split()) | {
    stem + end
    for stem in "advogad aposentad acusad armad associad candidat chamad chegad condenad convidad coordenad corrid delegad deputad empregad encarregad escalad feriad ferid jogad jurad medid namorad parad partid passad refugiad reformad seguid soldad tomad".split()
    for end in ("o", "a", "os", "as")
}
# Of peoples and places: people choose them alone (belges, espagnoles).
DEMONYM = re.compile(r"(?:ais|aise|aises|ois|oise|oises|ien|ienne|iens|iennes|ain|aine|ains|aines|[aeo]ns?e|ns[ei]|ense[si]?|ês|esa?s?|és|ese|esi|an[oaie]s?|eñ[oa]s?|ñol(?:a|es|as)?|agnole?s?|iote?s?)$")
LETTERS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# A rare word may have another class than its ending, if this share of all words of the ending has it.
AGREE = 0.995
# Words as frequent have their own class each; where words have many forms, that takes much room.
COMMON = {"ru": 1e-6, "pl": 3e-8}
# How much oftener the other forms of a verb are used than those of a noun, if a form of both is the verb's.
FAR = 20
out = pathlib.Path(__file__).parent.parent / "packages/languages/word-classes"
lookups = pathlib.Path(importlib.util.find_spec("spacy_lookups_data").origin).parent / "data"


def table(name):
    with gzip.open(lookups / f"{name}.json.gz") as file:
        return json.load(file)


def words_of(*names):
    return {word.lower() for name in names for word in table(name)}


def bare(word):
    return "".join(c for c in unicodedata.normalize("NFD", word) if c not in "\u0301\u0302")


def adverbial(language):
    """Forms of Portuguese adjectives: those that have an adverb, which is written without their accent: rápida (rapidamente)."""
    frequencies = get_frequency_dict(language, wordlist="large")
    accented = {}
    for word in frequencies:
        accented.setdefault(bare(word), set()).add(word)
    found = set()
    for adverb in frequencies:
        stem = re.sub("mente$", "", adverb)
        if stem == adverb or len(stem) < 4:
            continue
        ends = ("o", "a", "os", "as") if stem.endswith("a") else ("l", "is") if stem.endswith("l") else ("e", "es") if stem.endswith("e") else ()
        for form in {stem, *(stem[:-1] + end for end in ends), re.sub("vel$", "veis", stem)}:
            found |= accented.get(form, set())
    return found


def by_sets(nouns, adjectives, is_other):
    def classify(word):
        if word in nouns:
            return EITHER if word in adjectives and not DEMONYM.search(word) else NOUN
        if word in adjectives:
            return ADJECTIVE
        return OTHER if is_other(word) else NOUN

    return classify


def italian():
    verbs = words_of("it_lemma_lookup_verb", "it_lemma_lookup_aux")
    rest = words_of(*(f"it_lemma_lookup_{pos}" for pos in ("adp", "adv", "det", "num", "pron")))
    clitic = re.compile(r"(.+?)(?:(?:me|te|se|ce|ve|glie)?(?:lo|la|li|le|ne)|mi|ti|si|ci|vi|gli)$")

    def is_other(word):
        if word in verbs or word in rest:
            return True
        found = clitic.match(word)
        if not found:
            return False
        stem = found[1]
        return (stem + "e" in verbs and stem[-1] == "r") or (stem in verbs and re.search("(?:ndo|te)$", stem) is not None)

    adjectives = words_of("it_lemma_lookup_adj")
    return by_sets(words_of("it_lemma_lookup_noun"), adjectives, is_other)


def polish():
    from morfeusz2 import Morfeusz

    morfeusz = Morfeusz(expand_tags=False)
    frequencies = get_frequency_dict("pl", wordlist="large")
    kinds = {"subst": NOUN, "depr": NOUN, "ger": NOUN, "ign": NOUN, "brev": NOUN, "adj": ADJECTIVE, "adjp": ADJECTIVE, "adja": ADJECTIVE, "ppas": ADJECTIVE, "pact": ADJECTIVE}

    @functools.cache
    def parses(word):
        """The dictionary form of each parse with its kind and whether it is the noun of a verb (ger)."""
        found = {(base.split(":")[0], tag.split(":")[0]) for _, _, (_, base, tag, *_) in morfeusz.analyse(word)}
        return {(base, kinds.get(pos, OTHER), pos == "ger") for base, pos in found if pos != "aglt"}

    uses = {}
    for word, frequency in frequencies.items():
        found = {(base, kind) for base, kind, _ in parses(word)}
        if len(found) == 1:
            uses[next(iter(found))] = uses.get(next(iter(found)), 0) + frequency

    def use(word, kind):
        return max((uses.get((base, kind), 0) for base, other, is_gerund in parses(word) if other == kind and not is_gerund), default=-1)

    def classify(word):
        gerund = any(is_gerund for _, _, is_gerund in parses(word))
        noun, adjective, other = (use(word, kind) for kind in (NOUN, ADJECTIVE, OTHER))
        # What is counted with nouns of actions (zajęć, ostrzeżenia) is a noun, unless a verb is spelt so (dostanie).
        if noun < 0 and gerund and other < 0:
            return NOUN
        # A form of a noun that is hardly used otherwise is of what is (kup: kupić; stałych: stały).
        if noun >= 0 and max(adjective, other) <= FAR * noun:
            return NOUN
        return ADJECTIVE if adjective >= other else OTHER

    # Imperatives, which instructions are full of and the words of wordfreq are not.
    infinitives = [word for word, f in frequencies.items() if f > 1e-7 and any(kind == OTHER and base == word for base, kind, _ in parses(word))]
    classify.more = {
        form
        for base in infinitives
        for form, _, tag, *_ in morfeusz.generate(base)
        if tag.startswith("impt") and classify(form) == OTHER
    }
    return classify


def french():
    exc, index = table("fr_lemma_exc"), table("fr_lemma_index")
    sets = {pos: {w.lower() for w in [*exc.get(pos, ()), *index.get(pos, ())]} for pos in {*exc, *index}}
    nouns = sets["noun"] | {noun + "s" for noun in sets["noun"]}
    infinitives = {verb.lower() for verb in index["verb"] if verb.endswith(("er", "ir", "re"))}
    # The list of adjectives has infinitives in it.
    bases = {a.lower() for a in index["adj"]} - infinitives
    adjectives = (sets["adj"] - infinitives) | {form for a in bases for form in (a, a + "s", a + "e", a + "es")}
    others = sets["verb"] | sets["aux"] | sets["adv"] | sets["det"] | sets["pron"] | sets["adp"] | infinitives
    lookup = {word.lower(): base for word, base in table("fr_lemma_lookup").items()}
    participle = re.compile(r"(?:é|i|(?<![qgo])u|ant)e?s?$")
    named = re.compile(
        r"(?:abonné|accusé|allié|associé|blessé|condamné|délégué|détenu|diplômé|élu|employé|licencié|prévenu|réfugié|rescapé|retraité|salarié"
        r"|attaque|collecte|corne|insulte|pensée|torture|visite)e?s?$"
    )
    frequencies = get_frequency_dict("fr", wordlist="large")

    def is_noun_by_use(word):
        """Whether a word that ends as the present of a verb is much more common than the verb: terre, not pense."""
        verbs = [verb for verb in bases_of(word) if verb.endswith("er")]
        if not re.search("es?$", word) or not verbs:
            return False
        others = sum(frequencies.get(verb, 0) + frequencies.get(verb[:-2] + "ent", 0) + frequencies.get(verb[:-2] + "é", 0) for verb in verbs)
        return others < 0.4 * (frequencies.get(word, 0) + frequencies.get(re.sub("s$", "", word), 0) * word.endswith("s"))

    def bases_of(word):
        base = lookup.get(word, ())
        return {*([base] if isinstance(base, str) else base), *exc["verb"].get(word, ()), *(verb for verb in (word + "r", re.sub("s$", "r", word)) if verb in infinitives)}


    def classify(word):
        kind = classify_alone(word)
        return EITHER if kind == NOUN and word in adjectives and not DEMONYM.search(word) else kind

    def classify_alone(word):
        if (word in nouns and word not in infinitives - sets["noun"]) or named.match(word) or is_noun_by_use(word):
            return NOUN
        # People choose them alone: belges, espagnoles.
        if word in adjectives and not participle.search(word):
            return NOUN
        is_form = any(base in infinitives for base in bases_of(word))
        if participle.search(word):
            return ADJECTIVE if is_form or word in adjectives else OTHER if word in others else NOUN
        return OTHER if is_form or word in others else NOUN

    return classify


def spanish():
    rules, groups = table("es_lemma_rules"), table("es_lemma_rules_groups")
    index = {pos: set(words) for pos, words in table("es_lemma_index").items()}
    nouns = index["noun"] | {n + s for n in index["noun"] for s in ("s", "es")} | {n[:-1] + "ces" for n in index["noun"] if n.endswith("z")}
    nouns |= {n[:-3] + "iones" for n in index["noun"] if n.endswith("ión")}
    adjectives = spanish_adjectives()
    lookup = table("es_lemma_lookup")
    listed = index["verb"] | set(lookup.values())
    infinitives = {v for v in listed if re.search(r"[aeií]r$", v)}
    verbal = [rule for name, rule in rules.items() if name.startswith("verb_")]
    clitic = re.compile(r"(.+?)(?:(?:me|te|se|nos)?(?:l[oae]s?)|me|te|se|nos)$")

    def is_form(word):
        if lookup.get(word, word) != word and lookup[word] in infinitives:
            return True
        for rule in verbal:
            for old, new in rule:
                if word.endswith(old) and word[: len(word) - len(old)] + new in infinitives:
                    return True
        return word in infinitives

    def is_verb(word):
        found = clitic.match(word)
        if found and len(found[1]) > 2:
            stem = found[1]
            if stem in infinitives or bare(stem) in infinitives:
                return True
            if bare(stem) != stem and (is_form(bare(stem)) or bare(stem).endswith("ndo")):
                return True
        return is_form(word)

    participle = re.compile(r"(?:ad|id)[oa]s?$")


    def classify(word):
        if word in nouns:
            return EITHER if word in adjectives and not DEMONYM.search(word) else NOUN
        verb = is_verb(word)
        if word in adjectives and not (verb and participle.search(word)):
            return ADJECTIVE
        if verb:
            return ADJECTIVE if participle.search(word) and word in adjectives else OTHER
        return OTHER if word.endswith("mente") or word in index["det"] | index["pron"] else NOUN

    return classify


@functools.cache
def spanish_adjectives():
    return {a[:-1] + e if a.endswith("o") else a + e for a in table("es_lemma_index")["adj"] for e in ("o", "a", "os", "as", "", "s", "es") if a}


def portuguese():
    lemma = {word.lower(): base.lower() for word, base in table("pt_lemma_lookup").items()}
    bases = set(lemma.values())
    finite = re.compile(
        r"(?:[aei]mos|[aei]ram|ou|eu|iu|ava[ms]?|iam?|[aei]ndo|[aeiô]r(?:em|mos)?|[aei]rão|[aei]rá|[aei]ria[ms]?|[aei]sse[ms]?|[aei]sses|[aei]rem|am|em|ei|este|aste)$"
    )

    frequencies = get_frequency_dict("pt", wordlist="large")

    def share(word, of):
        return frequencies.get(word, 0) / max(frequencies.get(of, 0), 1e-9)

    def is_present(word, base):
        """Whether a form as acompanha is of a verb alone: it has hardly any plural, and other forms of the verb are common."""
        if re.search("(?:[aou]i|õe)$", word) and re.search("(?:[aeiu]|p[oô])r$", base) and not re.search("(?:[ai]l|ão)$", base):
            return True
        if not re.search("(?<!ad)[ae]$", word) or not re.search("[aei]r$", base) or word in PORTUGUESE_NOUNS:
            return False
        others = [base, base[:-1] + "ndo", base[:-2] + {"a": "ou", "e": "eu", "i": "iu"}[base[-2]]]
        return share(word + "s", word) < 0.03 and sum(share(other, word) for other in others) > 0.8

    def is_participle(word, base):
        """Whether a participle, as proibida, is used of both genders alike, and so names neither."""
        if not re.search("[ai]d[oa]s?$", word) or not re.search("[aei]r$", base):
            return False
        stem = re.sub("[oa]s?$", "", word)
        male, female = (frequencies.get(stem + end, 0) + frequencies.get(stem + end + "s", 0) for end in "oa")
        return min(male, female) > 0.25 * max(male, female) and share(base, word) > 0.2 and word not in PORTUGUESE_NOUNS

    def is_infinitive(word):
        """Whether a word as ligar is a verb: its gerund is used, and a plural hardly ever (lugares, jantares)."""
        return word[-2:] in ("ar", "er", "ir") and share(word[:-1] + "ndo", word) > 0.03 and share(word + "es", word) < 0.02

    # Many are Spanish as well: bonita, seco.
    adjectives = adverbial("pt") | {word for word in get_frequency_dict("pt", wordlist="large") if word in spanish_adjectives()}

    def classify(word):
        kind = classify_alone(word)
        return EITHER if kind == NOUN and word in adjectives and not DEMONYM.search(word) else kind

    def classify_alone(word):
        base = lemma.get(word)
        if word.endswith("mente") or is_infinitive(word):
            return OTHER
        if base and base != word and is_present(word, base):
            return OTHER
        if base and base != word and is_participle(word, base):
            return ADJECTIVE
        if base is None or base == word or word in bases and not re.search("[aeiô]r$", word):
            return OTHER if base == word and re.search(r"[aei]r$", word) and word[:-1] in lemma and lemma[word[:-1]] == word else NOUN
        return OTHER if re.search(r"[aeiô]r$", base) and finite.search(word) else NOUN

    return classify


def dutch():
    exc, index = table("nl_lemma_exc"), table("nl_lemma_index")
    sets = {pos: {w.lower() for w in [*exc.get(pos, ()), *index.get(pos, ())]} for pos in {*exc, *index}}
    nouns = sets["noun"] | {n + e for n in sets["noun"] for e in ("s", "en")}
    lookup = {word.lower(): base.lower() for word, base in table("nl_lemma_lookup").items()}
    infinitives = set(index["verb"]) | {w for w, base in lookup.items() if w == base and w.endswith("en") and w not in sets["noun"]}
    verbs = sets["verb"] | infinitives
    adjectives = sets["adj"] | {a + "e" for a in sets["adj"]} | {a + e for a in index["adj"] for e in ("er", "ere", "ste") if a + e not in ("duitser", "tiger")}
    adjectives |= {a[:-3] + a[-2] + "ze" for a in index["adj"] if re.search("(?:oo|aa|ee)s$", a)}
    adjectives |= {verb + e for verb in infinitives for e in ("d", "de")}

    def stems(verb):
        if not verb.endswith("en"):
            return
        stem = verb[:-2]
        yield stem
        if len(stem) > 2 and stem[-1] == stem[-2]:
            yield stem[:-1]
        elif len(stem) > 1 and stem[-2] in "aeou" and (len(stem) < 3 or stem[-3] not in "aeiou"):
            yield stem[:-1] + stem[-2] + stem[-1]
        for one, other in (("v", "f"), ("z", "s")):
            if stem.endswith(one):
                yield stem[:-1] + other
                if len(stem) > 2 and stem[-2] in "aeou" and stem[-3] not in "aeiou":
                    yield stem[:-2] + 2 * stem[-2] + other

    forms = set(verbs)
    for verb in infinitives:
        for stem in stems(verb):
            past = "t" if stem[-1:] in "tkfschp" or verb[-3:-2] in "sf" else "d"
            forms |= {stem, stem + "t", stem + past + "e", stem + past + "en", "ge" + stem + past}
    prefix = re.compile("(?:aan|achter|af|bij|binnen|door|in|mee|na|neer|om|onder|op|over|samen|tegen|terug|toe|uit|vast|voor|vrij|weg)(?=ge)")
    participles = verbs | forms
    persons = {p + n for p in ("afgevaardigde", "gedaagde", "gegijzelde", "genomineerde") for n in ("", "n")} | {"geert"}
    # Their participles have no ge-.
    inseparable = re.compile("(?:be|ver|ont|her|er|ge|over|onder|voor|door)")

    def is_participle(word):
        found = prefix.match(word)
        whole = word[found.end() :] if found else word
        return any(one.startswith("ge") and one in participles for one in (whole, whole[:-1] if whole.endswith("e") else whole))

    def classify(word):
        if word in persons:
            return NOUN
        # Infinitives are nouns as well (het fietsen), but hardly ever keywords.
        if word in nouns and not (word in infinitives and word not in sets["noun"] - infinitives):
            return EITHER if word in adjectives else NOUN
        if word in adjectives and word not in verbs:
            return ADJECTIVE
        if is_participle(word) and word not in nouns:
            return ADJECTIVE
        if word in forms:
            return OTHER
        if lookup.get(word, word) in infinitives - {word} and word not in nouns:
            return ADJECTIVE if inseparable.match(word) and re.search("(?:[dt]e?|en)$", word) else OTHER
        return OTHER if word in sets["det"] | sets["adp"] else NOUN

    return classify


def russian():
    from pymorphy3 import MorphAnalyzer

    morph = MorphAnalyzer(lang="ru")

    def classify(word):
        if not morph.word_is_known(word):
            return NOUN
        shares = [0.0, 0.0, 0.0]
        for parse in morph.parse(word):
            pos = parse.tag.POS
            kind = NOUN if pos == "NOUN" or pos is None else ADJECTIVE if pos in ("ADJF", "PRTF") else OTHER
            shares[kind] += parse.score
        return NOUN if shares[NOUN] >= 0.1 else ADJECTIVE if shares[ADJECTIVE] >= shares[OTHER] else OTHER

    return classify


def numbers(language):
    """Numbers in words up to a thousand, in one word."""
    for number in [*range(2, 1000), *range(2000, 10000, 1000)]:
        for part in num2words(number, lang=language).split():
            if len(part) > 2:
                yield part


class Node:
    __slots__ = ("children", "common", "rare")

    def __init__(self):
        self.children, self.common, self.rare = {}, [0] * 4, [0] * 4


def endings(classes, common):
    root = Node()
    for word, kind in classes.items():
        node = root
        for letter in [None, *reversed(word), "^"]:
            if letter is not None:
                node = node.children.setdefault(letter, Node())
            (node.common if word in common else node.rare)[kind] += 1
    found = ([], [], [], [])

    def visit(node, ending, inherited):
        counts = [a + b for a, b in zip(node.common, node.rare)]
        total = sum(counts)
        best = max(range(4), key=lambda kind: counts[kind])
        # In doubt a word is a noun.
        default = best if counts[best] >= 0.9 * total else NOUN
        agrees = sum(1 for n in node.common if n) <= 1 and (sum(node.common) == 0 or node.common[best] > 0)
        own = best if agrees and counts[best] >= AGREE * total else default
        if own != inherited and (total > 1 or sum(node.common)):
            found[own].append(ending)
        else:
            own = inherited
        if agrees and counts[own] >= AGREE * total:
            return
        for letter, child in node.children.items():
            visit(child, letter + ending, own)

    visit(root, "", NOUN)
    return found


makers = {"es": spanish, "fr": french, "it": italian, "nl": dutch, "pl": polish, "pt": portuguese, "ru": russian}
if __name__ == "__main__":
    import sys

    for language in sys.argv[1:] or makers:
        classify = makers[language]()
        frequencies = get_frequency_dict(language, wordlist="large")
        kept = {word: f for word, f in frequencies.items() if LETTERS.fullmatch(word) and len(word) > 2}
        classes = {word: classify(word) for word in kept}
        others = {*numbers(language), *getattr(classify, "more", ())}
        classes.update({word: OTHER for word in others})
        common = {word for word, f in kept.items() if f >= COMMON.get(language, 0)} | others
        lines = [" ".join(sorted(one)) for one in endings(classes, common)]
        packed = gzip.compress("\n".join(lines).encode(), 9, mtime=0)
        (out / f"{language}.txt.gz").write_bytes(packed)
        shares = [sum(1 for kind in classes.values() if kind == k) for k in range(4)]
        print(language, len(classes), "words", shares, [len(line.split()) for line in lines], "endings", len(packed), "bytes")
