"""Bytes into text: the encodings Chinese text is found in, told apart by how common the characters are they give."""

from __future__ import annotations

import codecs
from functools import cache

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"RIFF",
    b"7z\xbc\xaf",
    b"Rar!",
    b"BZh",
    b"PAR1",
)
# What documents call their encoding, and the wider one that they are really in.
_DECLARED = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-big5", "cp950"), "big5hkscs"),
}
_SAMPLE = 8_192
_ENOUGH = 0.5
# The most frequent characters of news in simplified and in traditional script.
_FREQUENT = frozenset(
    "的一在和是了有国中人大会年这为上个不我以要他时来用们生到作地于出就分对成发可主动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高"
    "自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
    "國會來時們這為個說對產種過發動經進電義實業開無關體氣條問學後與於點東車長馬風見門間報導表示議議員總統記者今年昨日香港臺灣市政府"
    "，。、：；“”（）《》！？「」『』"
)


class UnreadableError(ValueError):
    """Bytes that are no text; `rule` is `empty`, `binary` or `encoding`, the message one plain sentence."""

    def __init__(self, rule: str, reason: str) -> None:
        """Keep the rule beside the reason."""
        super().__init__(reason)
        self.rule = rule


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text in `data`; `declared` is the encoding that the document itself names, believed if it fits.

    Raises:
        UnreadableError: The data is empty, is no text, or is in no encoding that gives Chinese.
    """
    bom, encoding = _find(data, declared, whole=True)
    try:
        return data[bom:].decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            "encoding", f"The text breaks off being {encoding} at byte {error.start + bom}."
        ) from None


def sniff(head: bytes) -> tuple[int, str]:
    """Return (length of the byte-order mark, encoding) of a text from its beginning, as `decode` finds them.

    Raises:
        UnreadableError: As for `decode`.
    """
    return _find(head, None, whole=False)


def _find(data: bytes, declared: str | None, *, whole: bool) -> tuple[int, str]:
    if not data.strip():
        raise UnreadableError("empty", "The file is empty.")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return len(bom), encoding
    if data.startswith(_BINARY):
        raise UnreadableError("binary", "The file is binary, not text.")
    nul = b"\0" in data
    if not nul and _decoded(data, "utf-8", whole=whole) is not None:
        return 0, "utf-8"
    named = _DECLARED.get((declared or "").lower())
    for candidates in ((named,) if named else (), _CANDIDATES):
        scored = max(((_score(data[:_SAMPLE], name), name) for name in candidates), default=(0.0, ""))
        if scored[0] >= _ENOUGH:
            return 0, scored[1]
    if nul:
        raise UnreadableError("binary", "The file is binary, not text.")
    raise UnreadableError("encoding", "The encoding is none of UTF-8, UTF-16, GB18030 and Big5.")


def _decoded(data: bytes, encoding: str, *, whole: bool) -> str | None:
    """Return the text in the data, unless `whole` without a character cut at its end; None where it does not decode."""
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(data, final=whole)
    except UnicodeDecodeError:
        return None


def _score(data: bytes, encoding: str) -> float:
    """Return how far the data, read in the encoding, is Chinese: 1 and more for news, 0 where it does not decode.

    Frequent characters and punctuation count most, the first-level characters of the national standards some, and
    what Chinese text does not hold counts against it.
    """
    text = _decoded(data, encoding, whole=False)
    if text is None:
        return 0.0
    wide = [char for char in text if char > "\x7f"]
    frequent = sum(char in _FREQUENT for char in wide)
    usual = sum(char in _first_level() for char in wide)
    foreign = sum(_is_foreign(char) for char in text)
    if len(wide) >= 50 and frequent < len(wide) / 5:
        return 0.0  # Korean and Japanese encodings give everyday characters too, but hardly the frequent ones
    return (frequent + usual - 2 * foreign) / len(wide) if wide else 0.0


def _is_foreign(char: str) -> bool:
    """Return whether Chinese news hardly holds the character: controls, private use, scripts such as Hangul."""
    return (
        (char < " " and char not in "\t\n\r\f")
        or "\x80" <= char < "\xa0"
        or "\u0100" <= char < "\u2000"
        or "\ua000" <= char < "\uf900"
        or char == "\ufffd"
    )


@cache
def _first_level() -> frozenset[str]:
    """Return the characters of everyday use: level 1 of GB 2312 (simplified) and of Big5 (traditional)."""
    simplified = bytes(b for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for b in (row, cell))
    cells = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = bytes(b for row in range(0xA4, 0xC7) for cell in cells for b in (row, cell))
    return frozenset(simplified.decode("gb2312", "ignore") + traditional.decode("big5", "ignore"))
