"""Annif: python annif_tags.py BACKEND LIST LEARN TEXTS

Backends have the settings of Annif's own documentation. English goes through the Snowball analyzer; Chinese, for which Annif has
no analyzer, is cut by jieba first, labels too, and goes through the simple one with tokens of any length; the cutting is not
counted as Annif's time. Without texts to learn from, every label is a text that has its tag.
"""

import logging
import os
import sys
import tempfile
from pathlib import Path

from tagged import TOP, cut_chinese, language_of, read_list, read_texts, run

BACKENDS = {
    "tfidf": "backend=tfidf",
    "mllm": "backend=mllm",
    "fasttext": "backend=fasttext\ndim=500\nlr=0.25\nepoch=30\nloss=hs\nchunksize=24",
    # Parabel; Bonsai came out the same on these sets.
    "omikuji": "backend=omikuji",
}
ANALYZERS = {"en": "snowball(english)", "zh": "simple(token_min_length=1)"}
#: As many texts as Annif's own command hands over together.
BATCH = 32

backend, list_path, learn_path, texts_path = sys.argv[1:]
language = language_of(texts_path)
cut = cut_chinese if language == "zh" else str
labels = read_list(list_path)
learn = read_texts(learn_path) or [(label, label, [label]) for label in labels]
texts = [(id_, cut(text), tags) for id_, text, tags in read_texts(texts_path)]

home = Path(tempfile.mkdtemp(prefix="annif-"))
os.environ["NLTK_DATA"] = str(home)


def train_punkt():
    """NLTK's data of sentences, which Annif would download, learned from the texts by NLTK's own trainer."""
    from nltk.tokenize.punkt import PunktTrainer, save_punkt_params

    trainer = PunktTrainer("\n\n".join(text for _, text, _ in texts))
    # Annif always asks for English.
    folder = home / "tokenizers" / "punkt_tab" / "english"
    folder.parent.mkdir(parents=True)
    save_punkt_params(trainer.get_params(), dir=str(folder))


train_punkt()

import annif  # noqa: E402
from annif.corpus import Document  # noqa: E402
from annif.corpus.types import DocumentCorpus, SubjectSet  # noqa: E402
from annif.registry import AnnifRegistry  # noqa: E402
from annif.vocab import VocabFileTSV  # noqa: E402

annif.logger.setLevel(logging.ERROR)
vocabulary = home / "tags.tsv"
uris = {label: f"tag:{number}" for number, label in enumerate(labels)}
vocabulary.write_text("".join(f"<{uri}>\t{cut(label)}\n" for label, uri in uris.items()), encoding="utf-8")
config = home / "projects.cfg"
config.write_text(
    f"[p]\nname=p\nlanguage={language}\nvocab=tags\nanalyzer={ANALYZERS[language]}\nlimit={TOP}\n{BACKENDS[backend]}\n",
    encoding="utf-8",
)
registry = AnnifRegistry(str(config), str(home), False)
registry.get_vocab("tags").load_vocabulary(VocabFileTSV(str(vocabulary), language))
project = registry.get_project("p")


class Corpus(DocumentCorpus):
    @property
    def documents(self):
        subjects = project.subjects
        for _, text, tags in learn:
            yield Document(text=cut(text), subject_set=SubjectSet([subjects.by_uri(uris[tag]) for tag in tags]))


def suggest(all_texts):
    project.initialize()
    subjects = project.subjects
    labels_of = {uri: label for label, uri in uris.items()}
    for begin in range(0, len(all_texts), BATCH):
        batch = [Document(text=text) for text in all_texts[begin : begin + BATCH]]
        for result in project.suggest(batch):
            yield [labels_of[subjects[tag.subject_id].uri] for tag in result]


# fastText leaves nine tenths of its vectors unset with one thread, and ends with "Encountered NaN": it has its own twelve.
jobs = 0 if backend == "fasttext" else 1
run(lambda: project.train(Corpus(), jobs=jobs), suggest, texts)
