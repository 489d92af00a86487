"""Names and types of the options; written by options.mjs from the table of the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict, Union

class ExtractOptions(TypedDict, total=False):
    """Options of an extraction. What they mean: docs/options.md."""

    method: Literal['mixture', 'likelihood', 'tf-idf', 'text-rank']
    select: Literal['distinct', 'top', 'cover']
    top_n: int
    parts_of_speech: Sequence[str]
    kinds: Sequence[str]
    stop_words: Literal['auto', 'none']
    stop_word_list: Sequence[str]
    exclude: Sequence[str]
    min_length: int
    max_phrase_length: int
    candidates: Sequence[str]
    lang: Union[str, Sequence[str]]
    epsilon: float
    lambda_: float
    semantic_weight: float
    token_weights: Literal['frequency', 'equal']
    prior: Literal['fitted', 'without-position', 'none']
    weights: Union[str, Mapping[str, Any]]


class SuggestOptions(TypedDict, total=False):
    """Options of suggesting tags. What they mean: docs/options.md."""

    top_n: int
    min_score: float
    min_probability: float
    evidence: Sequence[str]
    select: Literal['top', 'cover']
    prefer: Literal['both', 'narrow', 'broad']
    explain: bool


class ModelOptions(TypedDict, total=False):
    """Options of the process: its model, encoder and threads. What they mean: docs/options.md."""

    model: str
    tokenizer: Literal['jieba', 'wink', 'intl', 'whitespace']
    normalization: Literal['none', 'nfkc', 'lowercase', 'nfkc-lowercase']
    locale: str
    dictionary: str
    allow_mismatch: bool
    kernel: Literal['typescript', 'wasm', 'wasm-relaxed', 'native']
    encoder: str
    threads: int
    max_text: int


class TagListOptions(TypedDict, total=False):
    """Options of how a list of tags is read. What they mean: docs/options.md."""

    tags_language: str
    learn: Sequence[str]
