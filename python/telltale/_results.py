"""What is found in a text."""

from __future__ import annotations

import html
from typing import Any


class _Scored(tuple):  # type: ignore[type-arg]
    """A pair of a string and its score, as other packages return it, with more about it as attributes."""

    _names: tuple[str, str]

    def __new__(cls, name: str, score: float, **more: Any) -> Any:
        scored = super().__new__(cls, (name, score))
        scored.__dict__.update(more)
        return scored

    def __getnewargs__(self) -> tuple[str, float]:
        return (self[0], self[1])

    def __repr__(self) -> str:
        return f'{type(self).__name__}({self[0]!r}, {self[1]:.3f})'


class Keyword(_Scored):
    """A keyword: the pair (keyword, score), so that `for word, score in keywords` works, with more as attributes.

    :ivar count: occurrences in the text and its title
    :ivar offsets: (start, end) of every occurrence in the text, so that text[start:end] spells it
    :ivar tag: parts of speech of its words, joined by spaces; '' where they are not known
    :ivar variants: other spellings in the text
    :ivar explains: other words of the text that it clearly explains; empty unless the selection is 'cover' or by `explain`
    """

    count: int  # type: ignore[assignment]
    offsets: list[tuple[int, int]]
    tag: str
    variants: list[str]
    explains: list[str]

    @property
    def keyword(self) -> str:
        """As the text spells it."""
        return self[0]  # type: ignore[no-any-return]

    @property
    def score(self) -> float:
        """In nats, higher is better; comparable within one text."""
        return self[1]  # type: ignore[no-any-return]


class Tag(_Scored):
    """A tag of a list: the pair (label, score), with more as attributes.

    :ivar id: its id in the list
    :ivar probability: how probable it is that a person would give it, 0 … 1; None where the list has not learned
    :ivar evidence: the parts of the score, by 'mention', 'meaning' and 'learned'
    :ivar forms: (form, offsets) where the text says it
    :ivar words: (word, evidence, value) of the words that speak for it; empty without the option `explain`
    """

    id: str
    probability: float | None
    evidence: dict[str, float]
    forms: list[tuple[str, list[tuple[int, int]]]]
    words: list[tuple[str, str, float]]

    @property
    def label(self) -> str:
        """What people read."""
        return self[0]  # type: ignore[no-any-return]

    @property
    def score(self) -> float:
        """In nats, higher is better."""
        return self[1]  # type: ignore[no-any-return]


class Explanation:
    """Why the keywords of a text are its keywords. In a notebook it shows itself as a table and a heat map.

    :ivar text: the text
    :ivar language: what it was taken for
    :ivar language_found: how that was told, ``reason``, and which others it may be, ``candidates``; None where it was given or
        the script tells
    :ivar notice: what to know before trusting the keywords; None where there is nothing
    :ivar keywords: best first
    :ivar tokens: (start, end) of every token of the text
    :ivar contributions: for each keyword what each token adds to its score, in nats
    :ivar base: for each keyword what no token adds
    :ivar svg: the heat map as a picture
    """

    def __init__(self, text: str, found: dict[str, Any]) -> None:
        places = _places(text)
        self.text = text
        self.language: str = found['language']
        self.language_found: dict[str, Any] | None = found.get('languageFound')
        self.notice: str | None = found.get('notice')
        self.keywords = keywords_of(text, found['keywords'])
        self.tokens = _pairs(found['explanation']['tokens'], places)
        self.contributions: list[list[float]] = found['explanation']['contributions']
        self.base: list[float] = found['explanation']['base']
        self.svg: str = found['svg']

    def __repr__(self) -> str:
        rows = [f'{k.score:10.3f}  {k.keyword}  ← {" ".join(k.explains[:8])}'.rstrip(' ←') for k in self.keywords]
        return '\n'.join(rows) or 'No keywords.'

    def _repr_html_(self) -> str:
        row = '<tr><td>{}</td><td>{:.3f}</td><td>{}</td><td>{}</td><td style="text-align:left">{}</td></tr>'
        rows = ''.join(
            row.format(html.escape(k.keyword), k.score, k.count, html.escape(k.tag), html.escape(' '.join(k.explains[:12])))
            for k in self.keywords
        )
        head = ''.join(f'<th>{name}</th>' for name in ('keyword', 'score', 'count', 'tag', 'explains'))
        return f'<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{self.svg}'


def keywords_of(text: str, found: list[dict[str, Any]]) -> list[Keyword]:
    """Keywords of what the program found."""
    places = _places(text)
    return [
        Keyword(
            one['text'],
            one['score'],
            count=one['count'],
            offsets=_pairs(one['offsets'], places),
            tag=one.get('partOfSpeech', ''),
            variants=one.get('variants', []),
            explains=one.get('explains', []),
        )
        for one in found
    ]


def tags_of(text: str, found: list[dict[str, Any]]) -> list[Tag]:
    """Tags of what the program found."""
    places = _places(text)
    return [
        Tag(
            one['label'],
            one['score'],
            id=one['id'],
            probability=one.get('probability'),
            evidence=one['evidence'],
            forms=[(form['form'], _pairs(form['offsets'], places)) for form in one['forms']],
            words=[(word['word'], word['evidence'], word['value']) for word in one.get('words', [])],
        )
        for one in found
    ]


def _places(text: str) -> list[int] | None:
    """For every UTF-16 code unit the character that it is of; None where they are the same."""
    if text.isascii() or len(text.encode('utf-16-le', 'surrogatepass')) == 2 * len(text):
        return None
    places = [at for at, character in enumerate(text) for _ in range(1 + (character > '\uffff'))]
    return [*places, len(text)]


def _pairs(offsets: list[list[int]], places: list[int] | None) -> list[tuple[int, int]]:
    if places is None:
        return [(start, end) for start, end in offsets]
    return [(places[start], places[end]) for start, end in offsets]
