"""jieba over short windows of text: word boundaries and dictionary tags, where a rule needs them.

jieba is initialised once per process. Its cache goes to a private folder of the user, not to the shared temporary
folder where any other user's file of that name would be read.
"""

from __future__ import annotations

import logging
import re
import tempfile
from functools import cache, lru_cache
from math import log
from pathlib import Path
from typing import Any

import platformdirs

from huiyao import lexicon


@cache
def _tokenizer() -> Any:
    """Return a tokenizer of our own: what a caller adds to jieba's global one does not change our records."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = _private_folder()
    tokenizer.initialize()
    for word in _own_words():
        if not tokenizer.FREQ.get(word):
            tokenizer.add_word(word, tokenizer.suggest_freq(word))
    return tokenizer


# Lexicon files whose words jieba may not know, and the part of speech of their words.
_OWN = {
    "action_verbs": "v", "adverbs": "d", "cues": "v", "duties": "v", "titles": "n", "meeting_nouns": "n",
    "group_nouns": "n",
}  # fmt: skip


@cache
def _own_words() -> dict[str, str]:
    """Return word to part of speech: our lexicon as jieba's user dictionary, words of one character left out."""
    return {word: tag for name, tag in _OWN.items() for word in lexicon.words(name) if len(word) > 1}


@cache
def _tags() -> dict[str, str]:
    """Return word to part of speech from jieba's dictionary (lines of word, frequency, tag), else from our lexicon.

    The countries of our lexicon are those that jieba takes for persons or verbs (卢旺达, 约旦).
    """
    with _tokenizer().get_dict_file() as lines:
        entries = (line.decode("utf-8").split() for line in lines)
        known = {entry[0]: entry[2] for entry in entries if len(entry) == 3}
    return _own_words() | known | dict.fromkeys(lexicon.words("countries"), "ns")


def _private_folder() -> str:
    """Return the user's own cache folder, or a fresh temporary one where that cannot be written."""
    folder = Path(platformdirs.user_cache_dir("huiyao"))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return tempfile.mkdtemp(prefix="huiyao-")
    return str(folder)


# What jieba looks words up in (its re_han_default); the rest it passes on: a line's end, else single characters.
_RUNS = re.compile(r"(?P<run>[\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+)|\r\n|(?s:.)")
_PLAIN = re.compile(r"[\u4e00-\u9fd5]*")
_LETTERS = re.compile(r"[a-zA-Z0-9]{2,}")


@lru_cache(maxsize=65536)
def words(window: str) -> tuple[str, ...]:
    """Return the words of a window by jieba's dictionary alone (no guessing of unknown words).

    They are those of `jieba.cut(window, HMM=False)`; only the way to them is shorter.
    """
    if _PLAIN.fullmatch(window):
        return tuple(_cut(window, _likeliest_ends(window)))
    found: list[str] = []
    for match in _RUNS.finditer(window):
        run = match["run"]
        found += _cut(run, _joined_letters(run, _likeliest_ends(run))) if run else [match.group()]
    return tuple(found)


def _cut(run: str, ends: list[int]) -> list[str]:
    found, at = [], 0
    while at < len(run):
        end = ends[at]
        found.append(run[at:end])
        at = end
    return found


def _joined_letters(run: str, ends: list[int]) -> list[int]:
    """Return the ends of words where letters and digits that the dictionary leaves single go together."""
    for letters in _LETTERS.finditer(run):
        together = 0
        for at in range(letters.end() - 1, letters.start() - 1, -1):
            if ends[at] > at + 1:
                together = 0
            else:
                ends[at] = together = together or at + 1
    return ends


def _likeliest_ends(run: str) -> list[int]:
    """Return, for each place, where the word that begins there ends on the likeliest path to the end of the run.

    Of paths equally likely the one with the longer word is taken, as jieba does. The dictionary also holds every
    beginning of a word (with frequency 0 where it is none itself), so that a miss ends the search for longer ones.
    """
    of_word, of_character = _of_word(), _of_character()
    length = start = len(run)
    ends = list(range(1, length + 1))
    likelihood = [0.0] * (length + 1)
    best = 0.0
    for character in reversed(run):
        start -= 1
        best += of_character[character]
        end = start + 2
        while end <= length and (share := of_word[run[start:end]]) is not None:
            if share and (total := share + likelihood[end]) >= best:
                best, ends[start] = total, end
            end += 1
        likelihood[start] = best
    return ends


_REMEMBERED = 1 << 18


class _OfWord(dict[str, float | None]):
    """Word to the logarithm of its share in the dictionary, 0 for what only begins words, None for what begins none.

    It remembers what was asked for: the whole dictionary is too large to stay near the processor.
    """

    def __missing__(self, word: str) -> float | None:
        if len(self) >= _REMEMBERED:
            self.clear()
        frequency = _tokenizer().FREQ.get(word)
        share = self[word] = _share(frequency) if frequency else frequency
        return share


class _OfCharacter(dict[str, float]):
    """Character to the logarithm of its share in the dictionary; what it does not hold counts as seen once."""

    def __missing__(self, character: str) -> float:
        self[character] = _share(_tokenizer().FREQ.get(character) or 1)
        return self[character]


def _share(frequency: int) -> float:
    return log(frequency) - log(_tokenizer().total)


@cache
def _of_word() -> _OfWord:
    return _OfWord()


@cache
def _of_character() -> _OfCharacter:
    return _OfCharacter()


@lru_cache(maxsize=65536)
def tag(word: str) -> str:
    """Return the part of speech that jieba's dictionary gives the word, '' where it is not in it."""
    return _tags().get(word, "")


_RARE = 25  # times in the corpus of the dictionary of words; names of countries and provinces stand there by thousands


def is_rare(word: str) -> bool:
    """Whether the dictionary knows the word from so few places that it says little against a name (苏定, 高树)."""
    return (_tokenizer().FREQ.get(word) or 0) <= _RARE


def is_common_word(word: str) -> bool:
    """Whether the dictionary holds the word as anything but a person's name."""
    known = tag(word)
    return bool(known) and not known.startswith("nr")
