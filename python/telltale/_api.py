"""Keywords, tags and explanations of texts."""

from __future__ import annotations

import asyncio
import atexit
import difflib
import json
import os
import re
import shutil
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Callable, Literal, Union, get_type_hints, overload

from ._command import command
from ._errors import TelltaleError
from ._options import ExtractOptions, ModelOptions, SuggestOptions, TagListOptions
from ._process import cancelled, close, filter_of
from ._results import Explanation, Keyword, Tag, keywords_of, tags_of

__all__ = ['aexplain', 'aextract_keywords', 'atag', 'close', 'explain', 'extract_keywords', 'tag']

if TYPE_CHECKING:
    from typing_extensions import Unpack

    class _Extract(ExtractOptions, ModelOptions):
        pass

    class _Tag(SuggestOptions, TagListOptions, ModelOptions):
        pass


#: A list of tags: a file, or the tags as labels or as records with label, id, synonyms, description and parent.
TagList = Union[str, 'os.PathLike[str]', Sequence[Union[str, Mapping[str, Any]]]]
OnError = Literal['raise', 'return']

#: Options of the process that are one string.
_STRINGS = {name for group in (ModelOptions, TagListOptions) for name, hint in get_type_hints(group).items() if hint is str}
#: From this many texts on, a second process works on them with all cores, so that single texts need not wait for them.
_MANY = 64


@overload
def extract_keywords(  # type: ignore[overload-overlap]  # a str is itself an iterable of str
    text: str, *, title: str | None = None, **options: Unpack[_Extract]
) -> list[Keyword]: ...
@overload
def extract_keywords(
    text: Iterable[str | None],
    *,
    title: Iterable[str | None] | None = None,
    on_error: OnError = 'raise',
    **options: Unpack[_Extract],
) -> list[list[Keyword]]: ...
def extract_keywords(text: Any, *, title: Any = None, on_error: OnError = 'raise', **options: Any) -> Any:
    """The keywords of a text, best first; of a list of texts a list of such lists, in order.

    :param text: one or many; None, a missing text, gives None
    :param title: of the text, or of each of many, where it is not its first line
    :param on_error: what to do when one of many texts fails: 'raise' the first error when all are done, with what was
        found in the others as its `results`, or 'return' each error in its place
    :param options: those of `telltale extract`, e.g. top_n=5, method='tf-idf', model='mine.safetensors', threads=4
    :raises TelltaleError: with a code of docs/errors.md, NODE_NOT_FOUND or PROCESS_DIED
    :raises TypeError: for an unknown option, a value of the wrong type, or a text that is not a string; with
        on_error='return' a number among the texts has an error in its place
    """
    of_texts, of_process = _divided('extract_keywords', options, ExtractOptions, ModelOptions)
    return _answers('extract', text, title, of_texts, of_process, on_error, keywords_of)


@overload
def tag(  # type: ignore[overload-overlap]  # a str is itself an iterable of str
    text: str, tags: TagList, *, title: str | None = None, **options: Unpack[_Tag]
) -> list[Tag]: ...
@overload
def tag(
    text: Iterable[str | None],
    tags: TagList,
    *,
    title: Iterable[str | None] | None = None,
    on_error: OnError = 'raise',
    **options: Unpack[_Tag],
) -> list[list[Tag]]: ...
def tag(text: Any, tags: TagList, *, title: Any = None, on_error: OnError = 'raise', **options: Any) -> Any:
    """The tags of a text from a list of your own, best first; otherwise as :func:`extract_keywords`.

    :param tags: a file that `telltale tag --tags` takes, or the tags: labels, or dictionaries with label, id, synonyms,
        description, parent
    :param options: those of `telltale tag`, e.g. top_n=5, learn=['tagged.jsonl'], min_score=0
    """
    of_texts, of_process = _divided('tag', options, SuggestOptions, TagListOptions, ModelOptions)
    of_process['tags'] = os.fspath(tags) if isinstance(tags, (str, os.PathLike)) else _tag_file(_listed(tags))
    return _answers('tag', text, title, of_texts, of_process, on_error, tags_of)


@overload
def explain(  # type: ignore[overload-overlap]  # a str is itself an iterable of str
    text: str, *, title: str | None = None, **options: Unpack[_Extract]
) -> Explanation: ...
@overload
def explain(
    text: Iterable[str],
    *,
    title: Iterable[str | None] | None = None,
    on_error: OnError = 'raise',
    **options: Unpack[_Extract],
) -> list[Explanation]: ...
def explain(text: Any, *, title: Any = None, on_error: OnError = 'raise', **options: Any) -> Any:
    """Why the keywords of a text are its keywords: shows itself as a table and a heat map in a notebook; None of an empty
    text. Otherwise as :func:`extract_keywords`.
    """
    of_texts, of_process = _divided('explain', options, ExtractOptions, ModelOptions)
    of_process.pop('threads', None)
    return _answers('explain', text, title, of_texts, of_process, on_error, Explanation)


async def aextract_keywords(text: Any, **options: Any) -> Any:
    """:func:`extract_keywords` to be awaited."""
    return await _awaited(extract_keywords, text, **options)


async def atag(text: Any, tags: TagList, **options: Any) -> Any:
    """:func:`tag` to be awaited."""
    return await _awaited(tag, text, tags, **options)


async def aexplain(text: Any, **options: Any) -> Any:
    """:func:`explain` to be awaited."""
    return await _awaited(explain, text, **options)


async def _awaited(function: Any, *args: Any, **options: Any) -> Any:
    stop = threading.Event()
    token = cancelled.set(stop)
    try:
        return await asyncio.to_thread(function, *args, **options)
    except asyncio.CancelledError:
        stop.set()
        raise
    finally:
        cancelled.reset(token)


def _divided(function: str, options: dict[str, Any], *groups: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Options of the texts, as the first group names them, and those of the process."""
    known = [name for group in groups for name in group.__annotations__]
    for name in options:
        if name not in known:
            close_names = difflib.get_close_matches(name, known, 1)
            hint = f'Did you mean {close_names[0]!r}?' if close_names else f'There are: {", ".join(sorted(known))}.'
            raise TypeError(f'{function}() has no option {name!r}. {hint}')
    given = {name: value for name, value in options.items() if value is not None}
    first = groups[0].__annotations__
    of_texts = {name: _plain(value) for name, value in given.items() if name in first}
    of_process = {name: value for name, value in given.items() if name not in first}
    for name, value in of_process.items():
        if name in _STRINGS and not isinstance(value, (str, os.PathLike)):
            expected = 'the path of a file' if name == 'dictionary' else 'a string or a path'
            raise TypeError(f'{name} must be {expected}, got {value!r}.')
    # A file of weights is an option of the process: what a record says must not name files.
    weights = of_texts.get('weights')
    if isinstance(weights, os.PathLike) or (isinstance(weights, str) and (os.path.exists(weights) or not weights.isalpha())):
        of_process['weights'] = of_texts.pop('weights')
    return of_texts, of_process


def _plain(value: Any) -> Any:
    """Sets, tuples and NumPy's numbers as JSON has them."""
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, (str, bytes, Mapping)):
        return value
    if hasattr(value, 'item') and getattr(value, 'ndim', 1) == 0:
        return value.item()
    return list(value) if isinstance(value, Iterable) else value


def _json(value: Any, given: Any) -> str:
    try:
        return json.dumps(value, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise TypeError(f'Expected strings, numbers, lists and dictionaries of these, got {given!r}: {error}.') from None


def _check_list(value: Any, expected: str) -> None:
    """What has several of what is asked for, one after the other: no table, which would give the names of its columns."""
    wrong = isinstance(value, (bytes, bytearray, memoryview, Mapping)) or not isinstance(value, Iterable)
    if wrong or getattr(value, 'ndim', 1) != 1:
        hint = " Name a column of it, as in table['text']." if hasattr(value, 'columns') else ''
        raise TypeError(f'Expected {expected}, got {type(value).__name__}.{hint}')


def _is_missing(value: Any) -> bool:
    """None, and what pandas and NumPy have in its place."""
    return value is None or (isinstance(value, float) and value != value) or type(value).__name__ == 'NAType'


def _answers(
    kind: str,
    text: Any,
    title: Any,
    of_texts: dict[str, Any],
    of_process: dict[str, Any],
    on_error: str,
    found_of: Callable[[str, Any], Any],
) -> Any:
    if on_error not in ('raise', 'return'):
        raise ValueError(f"on_error must be 'raise' or 'return', got {on_error!r}.")
    if isinstance(text, str):
        return _found(kind, [text], [title], of_texts, of_process, 'single', found_of)[0]
    _check_list(text, 'a text or a list of texts')
    texts = [None if _is_missing(one) else one for one in text]
    if title is None:
        titles: list[Any] = [None] * len(texts)
    elif isinstance(title, str):
        raise TypeError('Many texts have a title each: expected a list of titles, got a string.')
    else:
        _check_list(title, 'a list of titles')
        titles = [None if _is_missing(one) else one for one in title]
        if len(titles) != len(texts):
            raise ValueError(f'There are {len(texts)} texts and {len(titles)} titles; each text needs one, or None.')
    return _found(kind, texts, titles, of_texts, of_process, on_error, found_of)


def _found(
    kind: str,
    texts: list[Any],
    titles: list[Any],
    of_texts: dict[str, Any],
    of_process: dict[str, Any],
    on_error: str,
    found_of: Callable[[str, Any], Any],
) -> list[Any]:
    wrong: dict[int, TelltaleError] = {}
    for what, values in (('text', texts), ('title', titles)):
        for at, value in enumerate(values):
            if value is None or isinstance(value, str):
                continue
            message = f'Expected a {what} or None, got {type(value).__name__}'
            if on_error != 'return':
                place = f'(text {at + 1} of the list)'
                raise TypeError(f"{message} {place}. With on_error='return' it has its error in its place.")
            wrong.setdefault(at, TelltaleError('INVALID_TEXT', f'{message}.', at))
    texts = [None if at in wrong else text for at, text in enumerate(texts)]
    titles = [None if at in wrong else title for at, title in enumerate(titles)]
    line = [
        *command(),
        kind,
        '--io',
        'tsv',
        '--field',
        '1',
        '--title-field',
        '2',
        '--options-field',
        '3',
        # max_text says how long a text may be.
        '--max-line-bytes',
        str(1 << 28),
        *_flags(of_process),
    ]
    if kind != 'explain' and 'threads' not in of_process and len(texts) >= _MANY:
        line += ['--threads', str(os.cpu_count() or 1)]
    options = _field(_json({_camel(name): value for name, value in of_texts.items()}, of_texts))
    results: list[Any] = []
    first: TelltaleError | None = None
    with closing(filter_of(line).ask(_lines(texts, titles, options))) as answers:
        for text, answer in zip(texts, answers):
            result = answer[answer.rfind(b'\t') + 1 :]
            found = None if result == b'\\N' else json.loads(result)
            if isinstance(found, dict) and 'error' in found:
                error = TelltaleError(found['error']['code'], _of_a_text(found['error']['message'], of_texts))
                if error.code == 'INVALID_OPTION':
                    raise error
                if on_error != 'single':
                    error.index = len(results)
                first = first or error
                results.append(error)
            elif found is None and text is not None and kind != 'explain':
                results.append(found_of(text, []))
            elif found is None or (kind == 'explain' and not found):
                results.append(None)
            else:
                results.append(found_of(text, found))
    for at, error in wrong.items():
        results[at] = error
    if first is not None and on_error != 'return':
        if on_error == 'raise':
            first.results = results
        raise first
    return results


def _of_a_text(message: str, options: Iterable[str]) -> str:
    """The message of a line as that of a text, for lines are counted over the life of the process; with the options named
    as they are in Python: top_n, not topN or --top-n.
    """
    message = re.sub(r'^Line \d+ has (a text of )?', 'The text has ', message)
    message = re.sub(r'^Line \d+: ', '', message)
    message = re.sub(r'--[a-z-]+', lambda flag: flag[0][2:].replace('-', '_'), message)
    for name in options:
        message = re.sub(rf'\b{_camel(name)}\b', name, message)
    return message


def _lines(texts: list[Any], titles: list[Any], options: bytes) -> Iterator[bytes]:
    for text, title in zip(texts, titles):
        # Nothing is found in an empty text, as jieba and KeyBERT have it; to the filter it is an error.
        asked = text if text is None or text.strip() else None
        yield b'%b\t%b\t%b\n' % (_field(asked), _field(title), options)


def _field(text: str | None) -> bytes:
    """A text as a field of a tab-separated line. Half a surrogate pair, which UTF-8 has not, becomes a question mark."""
    if text is None:
        return b'\\N'
    if '\\' in text:
        text = text.replace('\\', '\\\\')
    for character, escaped in (('\t', '\\t'), ('\n', '\\n'), ('\r', '\\r')):
        if character in text:
            text = text.replace(character, escaped)
    return text.encode('utf-8', 'replace')


def _camel(name: str) -> str:
    first, *others = name.split('_')
    return first + ''.join(word.capitalize() for word in others)


def _flags(options: dict[str, Any]) -> list[str]:
    flags: list[str] = []
    for name, value in options.items():
        flag = f'--{name.replace("_", "-")}'
        if value is True:
            flags.append(flag)
        elif value is not False:
            values = [value] if isinstance(value, (str, os.PathLike)) or not isinstance(value, Iterable) else value
            # Joined with =, so that a value may begin with a dash.
            flags += [f'{flag}={os.fspath(one) if isinstance(one, os.PathLike) else one}' for one in values]
    return flags


@cache
def _folder() -> str:
    """For the life of this process; one that is forked has another."""
    folder, owner = tempfile.mkdtemp(prefix='telltale-'), os.getpid()
    atexit.register(lambda: shutil.rmtree(folder, ignore_errors=True) if os.getpid() == owner else None)
    return folder


def _listed(tags: Any) -> str:
    """Tags that are given as they are, not as a file, as JSON."""
    _check_list(tags, 'the file of a list of tags, or a list of tags')
    listed = list(tags)
    if not listed:
        raise ValueError('There are no tags. Give labels, or dictionaries with label.')
    for tag in listed:
        label = tag.get('label') if isinstance(tag, Mapping) else tag
        if not isinstance(label, str) or not label.strip():
            raise ValueError(
                f'A tag is {tag!r}. Expected a label, or a dictionary with label, id, synonyms, description, parent.'
            )
    return _json(listed, tags)


@lru_cache(maxsize=64)
def _tag_file(tags: str) -> str:
    """The file of a list of tags, the same for the same list."""
    records = [{'label': one} if isinstance(one, str) else one for one in json.loads(tags)]
    handle, path = tempfile.mkstemp(suffix='.jsonl', dir=_folder())
    with os.fdopen(handle, 'w', encoding='utf-8') as file:
        file.writelines(json.dumps(record) + '\n' for record in records)
    return path


if hasattr(os, 'register_at_fork'):
    os.register_at_fork(after_in_child=_folder.cache_clear)
    os.register_at_fork(after_in_child=_tag_file.cache_clear)
