"""jieba over short windows of text: word boundaries and dictionary tags, where a rule needs them.

jieba is initialised once per process. Its cache goes to a private folder of the user, not to the shared temporary
folder where any other user's file of that name would be read.
"""

from __future__ import annotations

import logging
import os
import tempfile
from functools import cache, lru_cache
from typing import Any


@cache
def _tokenizer() -> Any:
    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = _private_folder()
    tokenizer.initialize()
    tagger = jieba.posseg.POSTokenizer(tokenizer)
    tagger.load_word_tag(tokenizer.get_dict_file())
    return tagger


def _private_folder() -> str:
    folder = os.path.join(tempfile.gettempdir(), f"huiyao-jieba-{os.getuid() if hasattr(os, 'getuid') else 'user'}")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    return folder


@lru_cache(maxsize=65536)
def words(window: str) -> tuple[str, ...]:
    """Return the words of a window by jieba's dictionary alone (no guessing of unknown words)."""
    return tuple(_tokenizer().tokenizer.cut(window, HMM=False))


def tag(word: str) -> str:
    """Return the part of speech that jieba's dictionary gives the word, '' where it is not in it."""
    return str(_tokenizer().word_tag_tab.get(word, ""))


def is_common_word(word: str) -> bool:
    """Whether the dictionary holds the word as anything but a person's name."""
    known = tag(word)
    return bool(known) and not known.startswith("nr")
