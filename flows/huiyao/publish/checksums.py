"""Checksums of the files of a release."""

from __future__ import annotations

import hashlib
from pathlib import Path

from huiyao.publish.content import Content

CHECKSUMS = "SHA256SUMS"


def sha256(path: Path) -> str:
    """Return the SHA-256 of the file's bytes in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_checksums(folder: Path, _: Content) -> None:
    """Write `SHA256SUMS` over all other files of the folder, in the form that `sha256sum --check` reads."""
    files = sorted(path for path in folder.iterdir() if path.name != CHECKSUMS)
    lines = "".join(f"{sha256(path)}  {path.name}\n" for path in files)
    (folder / CHECKSUMS).write_text(lines, encoding="utf-8", newline="\n")
