"""jieba over short windows of text: word boundaries and dictionary tags, where a rule needs them.

jieba is initialised once per process. Its cache goes to a private folder of the user, not to the shared temporary
folder where any other user's file of that name would be read.
"""

from __future__ import annotations

import logging
import tempfile
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import platformdirs


@cache
def _tokenizer() -> Any:
    """Return a tokenizer of our own: what a caller adds to jieba's global one does not change our records."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = _private_folder()
    tokenizer.initialize()
    return tokenizer


@cache
def _tags() -> dict[str, str]:
    """Return word to part of speech from jieba's dictionary (lines of word, frequency, tag)."""
    with _tokenizer().get_dict_file() as lines:
        entries = (line.decode("utf-8").split() for line in lines)
        return {entry[0]: entry[2] for entry in entries if len(entry) == 3}


def _private_folder() -> str:
    """Return the user's own cache folder, or a fresh temporary one where that cannot be written."""
    folder = Path(platformdirs.user_cache_dir("huiyao"))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return tempfile.mkdtemp(prefix="huiyao-")
    return str(folder)


@lru_cache(maxsize=65536)
def words(window: str) -> tuple[str, ...]:
    """Return the words of a window by jieba's dictionary alone (no guessing of unknown words)."""
    return tuple(_tokenizer().cut(window, HMM=False))


def tag(word: str) -> str:
    """Return the part of speech that jieba's dictionary gives the word, '' where it is not in it."""
    return _tags().get(word, "")


def is_common_word(word: str) -> bool:
    """Whether the dictionary holds the word as anything but a person's name."""
    known = tag(word)
    return bool(known) and not known.startswith("nr")
