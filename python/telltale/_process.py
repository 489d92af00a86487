"""A process of the line filter that answers lines with lines, for as long as it is needed."""

from __future__ import annotations

import atexit
import logging
import os
import re
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future
from contextvars import ContextVar
from queue import SimpleQueue

from ._errors import TelltaleError

log = logging.getLogger('telltale')

#: Bytes sent at once, and how many such requests of one caller are under way: others get their turn in between.
_REQUEST_BYTES = 1 << 18
_UNDER_WAY = 6
#: What telltale ends with when its options or its model are wrong; another process would end likewise.
_REFUSED = 2
_SECONDS_TO_END = 5
#: Set where what waits for a call that runs in a thread may be cancelled: the call then stops.
cancelled: ContextVar[threading.Event | None] = ContextVar('cancelled', default=None)


class _Request:
    """Lines, and the answers to them."""

    def __init__(self, lines: list[bytes]) -> None:
        self.lines = lines
        self.answers: list[bytes] = []
        self.resent = False
        self.wanted = True
        self.done: Future[list[bytes]] = Future()


class _Child:
    """One life of the process. Its answers come in the order of its requests."""

    def __init__(self, line: list[str]) -> None:
        # Unbuffered, so that a forked process can close its copies without writing anything. In a session of its own,
        # so that Ctrl-C reaches Python alone.
        environment = {**os.environ, 'TELLTALE_ERROR_CODES': '1'}
        detached = {'creationflags': 0x200} if sys.platform == 'win32' else {'start_new_session': True}
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(  # type: ignore[call-overload]
            line, stdin=pipe, stdout=pipe, stderr=pipe, bufsize=0, env=environment, **detached
        )
        self.outbox: SimpleQueue[_Request | None] = SimpleQueue()
        self.pending: deque[_Request] = deque()
        self.said: deque[str] = deque(maxlen=20)
        self.threads = [
            threading.Thread(target=target, name=f'telltale-{name}', daemon=True)
            for name, target in (('stdin', self._write), ('stderr', self._listen))
        ]
        for thread in self.threads:
            thread.start()

    def _write(self) -> None:
        """In a thread of its own: Ctrl-C, and what else a signal raises, would stop the caller's in the middle of a line."""
        while (request := self.outbox.get()) is not None:
            self.pending.append(request)
            data = memoryview(b''.join(request.lines))
            try:
                while data:
                    data = data[self.process.stdin.write(data) :]
            except OSError:
                pass  # It died; its reader sees the end of its output.
        self.process.stdin.close()

    def end(self) -> None:
        """Lets it end once it has answered."""
        self.outbox.put(None)

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
                # A flag of the command is an argument here.
                log.info('%s', self.said[-1].replace('set --lang', 'set lang'))

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
        self.callers = 0
        self.ended = False

    def ask(self, lines: Iterable[bytes]) -> Generator[bytes, None, None]:
        """The answers to lines, in order, without their newlines.

        :param lines: each with its newline
        :raises TelltaleError: as the program refuses its options or model, or PROCESS_DIED
        """
        under_way: deque[_Request] = deque()
        stop = cancelled.get()
        with self.lock:
            self.callers += 1
        try:
            for lines_at_once in _requests(lines):
                if stop is not None and stop.is_set():
                    return
                request = _Request(lines_at_once)
                under_way.append(request)
                with self.lock:
                    self._send(request)
                if len(under_way) == _UNDER_WAY:
                    yield from under_way[0].done.result()
                    under_way.popleft()
            while under_way:
                yield from under_way[0].done.result()
                under_way.popleft()
        finally:
            self._leave(under_way)

    def _send(self, request: _Request) -> None:
        child = self.child
        if child is None:
            child = _Child(self.line)
            threading.Thread(target=self._read, args=(child,), name='telltale-stdout', daemon=True).start()
            self.child = child
        child.outbox.put(request)

    def _leave(self, unanswered: Iterable[_Request]) -> None:
        """A caller goes, maybe before the end. A process that works for nobody else then ends at once."""
        with self.lock:
            self.callers -= 1
            for request in unanswered:
                request.wanted = False
            if self.child is not None and self.callers == 0 and not all(request.done.done() for request in unanswered):
                self.child.process.kill()
                self.child = None

    def _read(self, child: _Child) -> None:
        for answer in child.answers():
            request = child.pending[0]
            request.answers.append(answer)
            if len(request.answers) == len(request.lines):
                child.pending.popleft()
                request.done.set_result(request.answers)
        code = child.process.wait()
        with self.lock:
            if self.child is child:
                self.child = None
        child.end()
        for thread in child.threads:
            thread.join()
        child.process.stdout.close()
        child.process.stderr.close()
        with self.lock:
            for request in child.pending:
                if request.wanted and not self.ended:
                    self._ask_again(request, child, code)

    def _ask_again(self, request: _Request, child: _Child, code: int) -> None:
        if code == _REFUSED:
            request.done.set_exception(_refusal('\n'.join(child.said)))
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

    def close(self, at_exit: bool = False) -> None:
        """Ends the process once it has answered; at exit, when only daemon threads may still wait, without that."""
        with self.lock:
            child, self.child = self.child, None
            self.ended = at_exit
        if child is None:
            return
        child.end()
        if at_exit and self.callers:
            child.process.kill()
        try:
            child.process.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            child.process.kill()
            child.process.wait()


def _refusal(said: str) -> TelltaleError:
    """The error of a process that ended with it. What its parser of flags says has no code."""
    coded = re.search(r'^telltale: \[(\w+)\] (.*)', said, re.DOTALL | re.MULTILINE)
    return TelltaleError(coded[1], coded[2]) if coded else TelltaleError('INVALID_OPTION', said)


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
    _close()


def _close(at_exit: bool = False) -> None:
    with _lock:
        filters = list(_filters.values())
        _filters.clear()
    for one in filters:
        one.close(at_exit)


def _after_fork() -> None:
    global _lock
    _lock = threading.Lock()
    for one in _filters.values():
        if one.child is not None:
            one.child.forget()
    _filters.clear()


atexit.register(_close, at_exit=True)
if hasattr(os, 'register_at_fork'):
    os.register_at_fork(after_in_child=_after_fork)
