"""Checksums of the files of a release."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import BinaryIO

from huiyao.publish.content import Content

CHECKSUMS = "SHA256SUMS"
_PART = 1 << 20


def sha256(path: Path) -> str:
    """Return the SHA-256 of the file's bytes in hexadecimal."""
    with path.open("rb") as file:
        return sha256_of(file)


def sha256_of(file: BinaryIO) -> str:
    """Return the SHA-256 of what is read from the open file, in hexadecimal."""
    digest = hashlib.sha256()
    while part := file.read(_PART):
        digest.update(part)
    return digest.hexdigest()


def write_checksums(folder: Path, _: Content) -> None:
    """Write `SHA256SUMS` over all other files of the folder, in the form that `sha256sum --check` reads."""
    files = sorted(path for path in folder.iterdir() if path.name != CHECKSUMS)
    lines = "".join(f"{sha256(path)}  {path.name}\n" for path in files)
    (folder / CHECKSUMS).write_text(lines, encoding="utf-8", newline="\n")


def parse_checksums(content: bytes) -> dict[str, str]:
    """Return the SHA-256 by file name; the reverse of what `write_checksums` writes."""
    lines = (line.split("  ", 1) for line in content.decode("utf-8", "replace").splitlines())
    return {parts[1]: parts[0] for parts in lines if len(parts) == 2}
