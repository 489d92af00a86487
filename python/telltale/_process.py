"""A process of the line filter that answers lines with lines, for as long as it is needed."""

from __future__ import annotations

import atexit
import logging
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future

from ._errors import TelltaleError

log = logging.getLogger('telltale')

#: Bytes sent at once, and how many such requests of one caller are under way: others get their turn in between.
_REQUEST_BYTES = 1 << 18
_UNDER_WAY = 6
#: What telltale ends with when its options or its model are wrong; another process would end likewise.
_REFUSED = 2
_SECONDS_TO_END = 5


class _Request:
    """Lines, and the answers to them."""

    def __init__(self, lines: list[bytes]) -> None:
        self.lines = lines
        self.answers: list[bytes] = []
        self.resent = False
        self.done: Future[list[bytes]] = Future()


class _Child:
    """One life of the process. Its answers come in the order of its requests."""

    def __init__(self, line: list[str]) -> None:
        # Unbuffered, so that a forked process can close its copies without writing anything. In a session of its own,
        # so that Ctrl-C reaches Python alone.
        detached = {'creationflags': 0x200} if sys.platform == 'win32' else {'start_new_session': True}
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(line, stdin=pipe, stdout=pipe, stderr=pipe, bufsize=0, **detached)  # type: ignore[call-overload]
        self.pending: deque[_Request] = deque()
        self.said: deque[str] = deque(maxlen=20)
        self.listener = threading.Thread(target=self._listen, name='telltale-stderr', daemon=True)
        self.listener.start()

    def write(self, lines: list[bytes]) -> None:
        data = memoryview(b''.join(lines))
        try:
            while data:
                data = data[self.process.stdin.write(data) :]
        except (OSError, ValueError):
            pass  # It died; its reader sees the end of its output.

    def answers(self) -> Iterator[bytes]:
        rest = b''
        while chunk := self.process.stdout.read(1 << 18):
            *lines, rest = (rest + chunk).split(b'\n')
            yield from lines

    def _listen(self) -> None:
        rest = b''
        while chunk := self.process.stderr.read(1 << 12):
            *lines, rest = (rest + chunk).split(b'\n')
            for line in lines:
                self.said.append(line.decode('utf-8', 'replace'))
                log.info('%s', self.said[-1])

    def forget(self) -> None:
        """In a forked process: it belongs to the parent."""
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()
        self.process.returncode = 0


class Filter:
    """A process that is started when there is work, and again when it dies. Any number of threads may use it."""

    def __init__(self, line: list[str]) -> None:
        self.line = line
        self.lock = threading.Lock()
        self.child: _Child | None = None

    def ask(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """The answers to lines, in order, without their newlines.

        :param lines: each with its newline
        :raises TelltaleError: REFUSED when the program refuses its options or model, PROCESS_DIED
        """
        under_way: deque[_Request] = deque()
        for lines_at_once in _requests(lines):
            request = _Request(lines_at_once)
            under_way.append(request)
            with self.lock:
                self._send(request)
            if len(under_way) == _UNDER_WAY:
                yield from under_way.popleft().done.result()
        while under_way:
            yield from under_way.popleft().done.result()

    def _send(self, request: _Request) -> None:
        child = self.child
        if child is None:
            child = self.child = _Child(self.line)
            threading.Thread(target=self._read, args=(child,), name='telltale-stdout', daemon=True).start()
        child.pending.append(request)
        child.write(request.lines)

    def _read(self, child: _Child) -> None:
        for answer in child.answers():
            request = child.pending[0]
            request.answers.append(answer)
            if len(request.answers) == len(request.lines):
                child.pending.popleft()
                request.done.set_result(request.answers)
        code = child.process.wait()
        child.listener.join()
        with self.lock:
            if self.child is child:
                self.child = None
            for stream in (child.process.stdin, child.process.stdout, child.process.stderr):
                stream.close()
            for request in child.pending:
                if code == _REFUSED:
                    message = '\n'.join(child.said).removeprefix('telltale: ')
                    request.done.set_exception(TelltaleError('REFUSED', message))
                elif request.resent:
                    said = f': {child.said[-1]}' if child.said else ''
                    message = f'The process of telltale died twice over the same texts, by {code}{said}'
                    request.done.set_exception(TelltaleError('PROCESS_DIED', message))
                else:
                    log.warning('The process of telltale ended with %s; a new one takes over.', code)
                    request.answers, request.resent = [], True
                    try:
                        self._send(request)
                    except OSError as error:
                        message = f'telltale cannot be started again: {error}'
                        request.done.set_exception(TelltaleError('PROCESS_DIED', message))

    def close(self) -> None:
        """Ends the process once it has answered."""
        with self.lock:
            child, self.child = self.child, None
            if child is None:
                return
            child.process.stdin.close()
        try:
            child.process.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            child.process.kill()
            child.process.wait()


def _requests(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    gathered: list[bytes] = []
    size = 0
    for line in lines:
        gathered.append(line)
        size += len(line)
        if size >= _REQUEST_BYTES:
            yield gathered
            gathered, size = [], 0
    if gathered:
        yield gathered


_filters: dict[tuple[str, ...], Filter] = {}
_lock = threading.Lock()


def filter_of(line: list[str]) -> Filter:
    """The process of a command line; one for the whole program."""
    with _lock:
        return _filters.setdefault(tuple(line), Filter(line))


def close() -> None:
    """Ends all processes; the next call starts what it needs. At exit this happens by itself."""
    with _lock:
        filters = list(_filters.values())
        _filters.clear()
    for one in filters:
        one.close()


def _after_fork() -> None:
    global _lock
    _lock = threading.Lock()
    for one in _filters.values():
        if one.child is not None:
            one.child.forget()
    _filters.clear()


atexit.register(close)
if hasattr(os, 'register_at_fork'):
    os.register_at_fork(after_in_child=_after_fork)
