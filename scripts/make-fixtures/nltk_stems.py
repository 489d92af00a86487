"""Writes words with their stems by NLTK's default Porter stemmer.

    python3 scripts/make-fixtures/nltk_stems.py test/fixtures/nltk-stems.tsv

Made with NLTK 3.9.2. The words are beginnings with every suffix that a rule names, and those that have a rule of their own.
"""

import sys

from nltk.stem import PorterStemmer

BEGINNINGS = """a b y t e us tr oat fa feud hop hopp fil fall hiss fizz rat rel electr adopt revol commun plast
    control analog geo theo archaeo enjo hap sk sp fl toy syzyg tri form radic vi conform tann ag f n""".split()
SUFFIXES = """s es ies sses ss ied eed ed ing ated ating bled bling ized izing y ly ational tional enci ency anci ancy izer
    bli bly abli ably alli ally entli ently eli ely ousli ously ization ation ator alism iveness fulness ousness aliti ality
    iviti ivity biliti bility fulli fully logi logy icate ative alize iciti icity ical ful ness al ance ence er ic able ible
    ant ement ment ent ion sion tion ou ism ate iti ous ive ize e l ll lled lling""".split()
OWN = """sky skies dying lying tying news innings inning outings outing cannings canning howe proceed exceed succeed they may
    used die died dies lie lies tie ties spied spy try tried flies university universe organization important import by as is
    this was quantization realization ionization enjoyment enjoy agreed feed bled sing motoring happy caress ponies cats
    naïve café élan x's o'neill 3d mp3s""".split()

words = sorted({*OWN, *(a + b for a in BEGINNINGS for b in SUFFIXES)})
stemmer = PorterStemmer()
with open(sys.argv[1], "w", encoding="utf-8") as file:
    for word in words:
        print(word, stemmer.stem(word), sep="\t", file=file)
