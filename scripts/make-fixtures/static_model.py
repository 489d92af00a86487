"""Writes a small static model with model2vec, and the vectors it gives.

    python3 scripts/make-fixtures/static_model.py test/fixtures/model2vec

Made with model2vec 0.10.0 (PyPI), whose pairing of tokens with rows (`mapping`) and weights is the point.
"""

import json
import os
import sys

import numpy as np
from model2vec import StaticModel
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from common import TOPICS

words = ['[UNK]'] + sorted({word for topic in TOPICS.values() for word in topic})
tokenizer = Tokenizer(WordLevel({word: i for i, word in enumerate(words)}, unk_token='[UNK]'))
tokenizer.pre_tokenizer = Whitespace()
rng = np.random.default_rng(1)
for name, options in (
    ('plain', {}),
    ('mapped', dict(
        weights=rng.uniform(0.5, 2, len(words)),
        token_mapping=np.arange(len(words)) % 9,
    )),
):
    rows = 9 if options else len(words)
    vectors = rng.normal(size=(rows, 6)).astype(np.float32)
    model = StaticModel(vectors, tokenizer, config={'normalize': False}, normalize=False, **options)
    directory = os.path.join(sys.argv[1], name)
    model.save_pretrained(directory)
    for file in os.listdir(directory):
        if file not in ('model.safetensors', 'tokenizer.json', 'config.json'):
            os.remove(os.path.join(directory, file))
    with open(os.path.join(sys.argv[1], f'{name}.ref.json'), 'w', encoding='utf-8') as file:
        json.dump({word: model.encode(word).tolist() for word in words[1:]}, file, ensure_ascii=False)
        file.write('\n')
