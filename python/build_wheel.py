"""Builds the wheel: the Python package, and the program with all that it needs to run. A build backend without dependencies.

    pip wheel --no-deps -w dist python            # for this machine
    python python/build_wheel.py macosx_11_0_arm64 dist

`npm ci && npm run build` come first. A wheel is for one platform because the program has one native part, jieba; that of
another platform is fetched with `npm pack`.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import platform
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import tomllib

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
#: The npm package that the wheel carries; it is the root unless the repository is a workspace.
PACKAGE = next(path for path in (ROOT / 'packages/telltale', ROOT) if (path / 'package.json').exists())
#: Where the wheel has it.
CARRIED = 'telltale/_js'
SPARK = ROOT / 'spark/telltale_spark.py'
JIEBA = 'node_modules/@node-rs/jieba'
#: Platforms of wheels, with the native part of each.
PLATFORMS = {
    'manylinux_2_17_x86_64': 'linux-x64-gnu',
    'manylinux_2_17_aarch64': 'linux-arm64-gnu',
    'musllinux_1_2_x86_64': 'linux-x64-musl',
    'musllinux_1_2_aarch64': 'linux-arm64-musl',
    'macosx_11_0_arm64': 'darwin-arm64',
    'macosx_10_13_x86_64': 'darwin-x64',
    'win_amd64': 'win32-x64-msvc',
    'win_arm64': 'win32-arm64-msvc',
}
#: What running needs not: types, source maps, and documents other than licences.
LEFT_OUT = ('.d.ts', '.d.mts', '.d.cts', '.map', '.ts', '.md', '.markdown', '.flow')

PROJECT = tomllib.loads((HERE / 'pyproject.toml').read_text('utf-8'))['project']


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """The hook of PEP 517: a wheel for this machine."""
    return build(_this_platform(), Path(wheel_directory)).name


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    """The hook of PEP 517 that spares pip a wheel built for its metadata alone."""
    info = Path(metadata_directory) / f'{PROJECT["name"]}-{PROJECT["version"]}.dist-info'
    info.mkdir()
    (info / 'METADATA').write_text(_metadata(), 'utf-8')
    return info.name


def build_sdist(sdist_directory, config_settings=None):
    """There is none: the program is built by npm, from the repository."""
    raise NotImplementedError('A source distribution cannot be built; build a wheel from the repository.')


def build(tag: str, directory: Path) -> Path:
    """Writes the wheel of a platform into a directory, and gives its path."""
    name = f'{PROJECT["name"]}-{PROJECT["version"]}'
    wheel = directory / f'{name}-py3-none-{tag}.whl'
    directory.mkdir(parents=True, exist_ok=True)
    record = []
    unfinished = wheel.with_suffix('.tmp')
    with zipfile.ZipFile(unfinished, 'w', zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        written = set()
        for place, data in _contents(tag, f'{name}.dist-info'):
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


def _contents(tag: str, info: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted((HERE / 'telltale').glob('*')):
        if path.suffix in ('.py', '.typed'):
            yield f'telltale/{path.name}', path.read_bytes()
    yield 'telltale_spark.py', SPARK.read_bytes()
    yield from _packed(PACKAGE, CARRIED)
    yield from _dependencies()
    yield from _native(PLATFORMS[tag])
    yield f'{info}/METADATA', _metadata().encode()
    yield (
        f'{info}/WHEEL',
        f'Wheel-Version: 1.0\nGenerator: telltale\nRoot-Is-Purelib: false\nTag: py3-none-{tag}\n'.encode(),
    )
    scripts = ''.join(f'{name} = {target}\n' for name, target in PROJECT['scripts'].items())
    yield f'{info}/entry_points.txt', f'[console_scripts]\n{scripts}'.encode()
    yield f'{info}/licenses/LICENSE', (ROOT / 'LICENSE').read_bytes()


def _dependencies() -> Iterator[tuple[str, bytes]]:
    """What the lock file installs for production, but for native parts."""
    lock = json.loads((ROOT / 'package-lock.json').read_text('utf-8'))['packages']
    for place, entry in sorted(lock.items()):
        folder = ROOT / place
        if not place.startswith('node_modules/') or entry.get('dev') or entry.get('peer') or entry.get('devOptional'):
            continue
        if entry.get('link'):
            if (ROOT / entry['resolved']).resolve() != PACKAGE.resolve():
                yield from _packed(ROOT / entry['resolved'], f'{CARRIED}/{place}')
        elif not place.startswith((f'{JIEBA}-', 'node_modules/@types/')) and folder.exists():
            yield from _files(folder, f'{CARRIED}/{place}')


def _native(suffix: str) -> Iterator[tuple[str, bytes]]:
    folder = ROOT / f'{JIEBA}-{suffix}'
    if folder.exists():
        yield from _files(folder, f'{CARRIED}/{JIEBA}-{suffix}')
        return
    version = json.loads((ROOT / JIEBA / 'package.json').read_text('utf-8'))['version']
    yield from _packed(f'@node-rs/jieba-{suffix}@{version}', f'{CARRIED}/{JIEBA}-{suffix}')


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
                if member.isfile() and _is_needed(inner):
                    yield f'{place}/{inner}', archive.extractfile(member).read()


def _is_needed(path: str) -> bool:
    return 'license' in path.lower() or not path.endswith(LEFT_OUT)


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


def _this_platform() -> str:
    machine = {'amd64': 'x64', 'x86_64': 'x64', 'aarch64': 'arm64', 'arm64': 'arm64'}[platform.machine().lower()]
    system = {'linux': 'linux', 'darwin': 'darwin', 'win32': 'win32'}[sys.platform]
    library = '-gnu' if platform.libc_ver()[0] == 'glibc' else '-musl'
    suffix = f'{system}-{machine}' + {'linux': library, 'darwin': '', 'win32': '-msvc'}[system]
    return next(tag for tag, native in PLATFORMS.items() if native == suffix)


if __name__ == '__main__':
    for chosen in sys.argv[1].split(','):
        print(build(chosen, Path(sys.argv[2])))
