"""The vectors of words by all-MiniLM-L6-v2, as word2vec's text: minilm_vectors.py WORDS.txt OUTPUT.vec"""

import pathlib
import sys

from sentence_transformers import SentenceTransformer

model = SentenceTransformer(str(pathlib.Path(__file__).parent.parent / '.rivals/all-MiniLM-L6-v2'))
words = pathlib.Path(sys.argv[1]).read_text(encoding='utf-8').split('\n')
vectors = model.encode(words, batch_size=256)
with open(sys.argv[2], 'w', encoding='utf-8') as file:
    print(*vectors.shape, file=file)
    for word, vector in zip(words, vectors):
        print(word, *(f'{value:.5f}' for value in vector), file=file)
