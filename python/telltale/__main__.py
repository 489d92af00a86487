"""The command: `telltale` and `python -m telltale` run the program that the wheel carries."""

from __future__ import annotations

import os
import subprocess
import sys

from ._command import command
from ._errors import TelltaleError


def main() -> None:
    """Runs the program with the arguments of this one, and ends as it does."""
    try:
        line = [*command(), *sys.argv[1:]]
    except TelltaleError as error:
        sys.exit(f'telltale: {error}')
    if sys.platform == 'win32':
        sys.exit(subprocess.call(line))
    os.execv(line[0], line)


if __name__ == '__main__':
    main()
