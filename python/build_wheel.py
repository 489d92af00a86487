"""Builds the wheel: the Python package, and the program with all that it needs to run. A build backend without dependencies.

    pip wheel --no-deps -w . ./python      or      python3 python/build_wheel.py [FOLDER]

`npm ci && npm run build` come first, and Python must be 3.11 or later; the wheel itself runs on 3.9. Nothing in it is native:
one wheel runs wherever Node.js does.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

try:
    import tomllib
except ModuleNotFoundError:
    raise SystemExit(f'Building the wheel needs Python 3.11 or later, this is {sys.version.split()[0]}.') from None

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
#: The npm package that the wheel carries.
PACKAGE = ROOT / 'packages/telltale'
#: Where the wheel has it.
CARRIED = 'telltale/_js'
SPARK = ROOT / 'spark/telltale_spark.py'
#: What running needs not, beside tests: types, source maps, and documents other than licences.
TESTS = ('test/', 'tests/', 'benchmarks/', 'examples/')
LEFT_OUT = ('.d.ts', '.d.mts', '.d.cts', '.map', '.ts', '.md', '.markdown', '.flow')

PROJECT = tomllib.loads((HERE / 'pyproject.toml').read_text('utf-8'))['project']


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """The hook of PEP 517: the wheel."""
    return build(Path(wheel_directory)).name


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    """The hook of PEP 517 that spares pip a wheel built for its metadata alone."""
    info = Path(metadata_directory) / f'{PROJECT["name"]}-{PROJECT["version"]}.dist-info'
    info.mkdir()
    (info / 'METADATA').write_text(_metadata(), 'utf-8')
    return info.name


def build_sdist(sdist_directory, config_settings=None):
    """There is none: the program is built by npm, from the repository."""
    raise NotImplementedError('A source distribution cannot be built; build a wheel from the repository.')


def build(directory: Path) -> Path:
    """Writes the wheel into a directory, and gives its path."""
    if not (PACKAGE / 'dist/command/main.js').exists():
        raise SystemExit(f'{PACKAGE} is not built. Run npm ci && npm run build in {ROOT} first.')
    name = f'{PROJECT["name"]}-{PROJECT["version"]}'
    wheel = directory / f'{name}-py3-none-any.whl'
    directory.mkdir(parents=True, exist_ok=True)
    record = []
    unfinished = wheel.with_suffix('.tmp')
    with zipfile.ZipFile(unfinished, 'w', zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        written = set()
        for place, data in _contents(f'{name}.dist-info'):
            if place in written:
                continue
            written.add(place)
            # The same file from the same sources.
            archive.writestr(zipfile.ZipInfo(place, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b'=').decode()
            record.append(f'{place},sha256={digest},{len(data)}\n')
        record.append(f'{name}.dist-info/RECORD,,\n')
        archive.writestr(zipfile.ZipInfo(f'{name}.dist-info/RECORD', (2020, 1, 1, 0, 0, 0)), ''.join(record))
    os.replace(unfinished, wheel)
    return wheel


def _contents(info: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted((HERE / 'telltale').glob('*')):
        if path.suffix in ('.py', '.typed'):
            yield f'telltale/{path.name}', path.read_bytes()
    yield 'telltale_spark.py', SPARK.read_bytes()
    yield from _packed(PACKAGE, CARRIED)
    yield from _dependencies()
    yield f'{info}/METADATA', _metadata().encode()
    yield f'{info}/WHEEL', b'Wheel-Version: 1.0\nGenerator: telltale\nRoot-Is-Purelib: true\nTag: py3-none-any\n'
    scripts = ''.join(f'{name} = {target}\n' for name, target in PROJECT['scripts'].items())
    yield f'{info}/entry_points.txt', f'[console_scripts]\n{scripts}'.encode()
    yield f'{info}/licenses/LICENSE', (ROOT / 'LICENSE').read_bytes()


def _dependencies() -> Iterator[tuple[str, bytes]]:
    """What the package needs to run, at the places that the lock file gives it."""
    lock = json.loads((ROOT / 'package-lock.json').read_text('utf-8'))['packages']
    needed = set()
    waiting = [('packages/telltale', name) for name in _needs(lock, 'packages/telltale')]
    while waiting:
        asking, name = waiting.pop()
        place = _place_of(lock, name, asking)
        if place is None or place in needed:
            continue
        needed.add(place)
        waiting += [(place, name) for name in _needs(lock, place)]
    for place in sorted(needed):
        if lock[place].get('link'):
            yield from _packed(ROOT / lock[place]['resolved'], f'{CARRIED}/{place}')
        elif (ROOT / place).exists():
            yield from _files(ROOT / place, f'{CARRIED}/{place}')


def _needs(lock: dict, place: str) -> list[str]:
    entry = lock[lock[place].get('resolved', place) if lock[place].get('link') else place]
    return [*entry.get('dependencies', {}), *entry.get('optionalDependencies', {})]


def _place_of(lock: dict, name: str, asking: str) -> str | None:
    """Where Node.js finds a package that one at a place asks for; None where it is optional and not there."""
    at = asking if asking.startswith('node_modules/') else ''
    while (place := f'{at}/node_modules/{name}'.lstrip('/')) not in lock:
        if not at:
            return None
        at = at[: max(0, at.rfind('/node_modules/'))]
    return place


def _files(folder: Path, place: str) -> Iterator[tuple[str, bytes]]:
    """The files of an installed package, without packages inside it, which the lock file names by themselves."""
    for path in sorted(folder.rglob('*')):
        inner = path.relative_to(folder)
        if path.is_file() and 'node_modules' not in inner.parts and _is_needed(inner.as_posix()):
            yield f'{place}/{inner.as_posix()}', path.read_bytes()


def _packed(package: Path | str, place: str) -> Iterator[tuple[str, bytes]]:
    """The files of a package as npm publishes them."""
    npm = 'npm.cmd' if sys.platform == 'win32' else 'npm'
    with tempfile.TemporaryDirectory() as directory:
        line = [npm, 'pack', str(package), '--ignore-scripts', '--silent', '--pack-destination', directory]
        subprocess.run(line, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        (packed,) = Path(directory).iterdir()
        with tarfile.open(packed) as archive:
            for member in sorted(archive.getmembers(), key=lambda one: one.name):
                inner = member.name.split('/', 1)[1]
                # What browsers load is no part of a command.
                if member.isfile() and _is_needed(inner) and not inner.startswith('dist/browser/'):
                    yield f'{place}/{inner}', archive.extractfile(member).read()


def _is_needed(path: str) -> bool:
    return 'license' in path.lower() or (not path.startswith(TESTS) and not path.endswith(LEFT_OUT))


def _metadata() -> str:
    lines = [
        'Metadata-Version: 2.4',
        f'Name: {PROJECT["name"]}',
        f'Version: {PROJECT["version"]}',
        f'Summary: {PROJECT["description"]}',
        f'Keywords: {",".join(PROJECT["keywords"])}',
        f'License-Expression: {PROJECT["license"]}',
        'License-File: LICENSE',
        *(f'Classifier: {one}' for one in PROJECT['classifiers']),
        f'Requires-Python: {PROJECT["requires-python"]}',
        'Description-Content-Type: text/markdown',
    ]
    for extra, requirements in PROJECT['optional-dependencies'].items():
        lines.append(f'Provides-Extra: {extra}')
        lines += [f'Requires-Dist: {one} ; extra == "{extra}"' for one in requirements]
    return '\n'.join(lines) + '\n\n' + (HERE / PROJECT['readme']).read_text('utf-8')


if __name__ == '__main__':
    if len(sys.argv) > 2 or (len(sys.argv) == 2 and sys.argv[1].startswith('-')):
        sys.exit(f'{sys.argv[0]} [FOLDER]: writes the wheel to the folder, or here; got {" ".join(sys.argv[1:])}.')
    print(build(Path(sys.argv[1] if len(sys.argv) > 1 else '.')))
