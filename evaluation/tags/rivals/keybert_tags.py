"""KeyBERT with the list as its candidates: python keybert_tags.py e5|minilm LIST LEARN TEXTS

Learns nothing; the tags are encoded beforehand. KeyBERT looks for a candidate among the word runs of the length it is told, in
small letters: it is told the longest, and gets the list in small letters. Chinese is cut by jieba first, which is not counted.
"""

import sys

import encoders
from keybert import KeyBERT
from keybert.backend import BaseEmbedder
from tagged import TOP, cut_chinese, language_of, read_list, read_texts, run

encoder, list_path, _, texts_path = sys.argv[1:]
cut = cut_chinese if language_of(texts_path) == "zh" else str
labels = {cut(label).lower(): label for label in read_list(list_path)}
embed_tags, embed_texts = encoders.load(encoder)


class Embedder(BaseEmbedder):
    def embed(self, documents, verbose=False):
        return embed_texts(list(documents))


keybert = KeyBERT(model=Embedder())
candidates = list(labels)
settings = {
    "candidates": candidates,
    "keyphrase_ngram_range": (1, max(len(candidate.split()) for candidate in candidates)),
    "stop_words": None,
}
vectors = None


def learn():
    global vectors
    vectors = embed_tags(candidates)


def suggest(texts):
    for text in texts:
        found = keybert.extract_keywords(text, **settings, word_embeddings=vectors, top_n=TOP)
        yield [labels[tag] for tag, _ in found]


run(learn, suggest, [(id_, cut(text), tags) for id_, text, tags in read_texts(texts_path)])
