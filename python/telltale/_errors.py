"""The error that this package raises."""

from __future__ import annotations

from typing import Any


class TelltaleError(Exception):
    """What went wrong, in a sentence.

    :ivar code: a code of docs/errors.md
    :ivar index: which text of a list it was, from 0; None for a single text
    :ivar results: of a list, what was found in all texts, with an error in the place of each that failed
    """

    def __init__(self, code: str, message: str, index: int | None = None) -> None:
        super().__init__(code, message)
        self.code = code
        self.index = index
        self.results: list[Any] | None = None

    def __str__(self) -> str:
        where = '' if self.index is None else f' (text {self.index + 1} of the list)'
        return f'{self.args[1]}{where}'
