r"""What stands in the cells of a CSV file: members of lists joined, and text that no spreadsheet runs as a formula.

A spreadsheet takes a cell for a formula where it begins with `=`, `+`, `-` or `@`, in East Asian settings also with their
full-width forms, and some strip white space first, so a tab or line break in front counts too (OWASP, CSV Injection,
https://owasp.org/www-community/attacks/CSV_Injection). Quotation marks do not help: they are gone before the cell is read.
So a text cell that begins so gets one apostrophe in front, and so does one that begins with apostrophes and then so: what
is read back loses one apostrophe exactly where one was added. Numbers and days are written by us alone and stay bare.
"""

from __future__ import annotations

import re
from typing import Any

from huiyao.schema.tables import LIST_DELIMITER

# The delimiter in a member, and the backslash that escapes it, are written as JSON writes them, so that a reader who
# only splits gets the right number of members.
_ESCAPES = {"\\": "\\u005c", LIST_DELIMITER: f"\\u{ord(LIST_DELIMITER):04x}"}

# Means the same to Python and to Arrow (RE2): apostrophes, then what is blank or has no width, then what starts a formula.
_BLANK = " \u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff"
_FORMULA = f"'*[{_BLANK}]*[-=+@－＝＋＠\t\r\n]"
_STARTS = b"' -=+@\t\r\n\xc2\xe1\xe2\xe3\xef"  # the bytes in UTF-8 that such a text can begin with
_RUN, _GUARDED = f"^{_FORMULA}", f"^'{_FORMULA}"


def plain_cell(value: Any) -> Any:
    """Return what stands for the value in a cell: of a list its members joined, of all else the value itself."""
    return join_list(value) if isinstance(value, list) else value


def join_list(members: list[str]) -> str:
    r"""Return the cell of a list column: members joined by `|`; in a member `|` is `\u007c` and a backslash `\u005c`."""
    return LIST_DELIMITER.join(_escaped(member) for member in members)


def split_list(cell: str) -> list[str]:
    """Return the members of a list column's cell: the reverse of `join_list`."""
    return [_unescaped(member) for member in cell.split(LIST_DELIMITER)] if cell else []


def guard_text(text: str) -> str:
    """Return the text as a CSV cell: with an apostrophe in front where a spreadsheet would run it."""
    return f"'{text}" if re.search(_RUN, text) else text


def unguard_text(cell: str) -> str:
    """Return the text of a CSV cell: the reverse of `guard_text`."""
    return cell[1:] if re.search(_GUARDED, cell) else cell


def guard(texts: Any) -> Any:
    """Return `guard_text` of every text of an Arrow array; null stays null."""
    import pyarrow.compute as pc

    def guarded(some: Any) -> Any:
        return where(some, pc.match_substring_regex(some, _RUN), lambda run: pc.binary_join_element_wise("'", run, ""))

    return where(texts, _beginning(texts, _STARTS), guarded)


def unguard(cells: Any) -> Any:
    """Return `unguard_text` of every cell of an Arrow array; null stays null."""
    import pyarrow.compute as pc

    def bare(some: Any) -> Any:
        return where(some, pc.match_substring_regex(some, _GUARDED), lambda cut: pc.utf8_slice_codeunits(cut, 1))

    return where(cells, _beginning(cells, b"'"), bare)


def join_lists(lists: Any) -> Any:
    """Return `join_list` of every list of an Arrow array; of an empty one null."""
    import pyarrow as pa
    import pyarrow.compute as pc

    members = pc.list_flatten(lists)
    for character, escape in _ESCAPES.items():
        members = _replaced(members, character, escape)
    lengths: Any = pc.fill_null(pc.list_value_length(lists), 0)
    joined = pc.binary_join(pa.ListArray.from_arrays(_offsets(lengths), members), LIST_DELIMITER)
    return pc.if_else(pc.equal(lengths, pa.scalar(0, lengths.type)), pa.scalar(None, pa.string()), joined)


def split_lists(cells: Any) -> Any:
    """Return `split_list` of every cell of an Arrow array; of null an empty list."""
    import pyarrow as pa
    import pyarrow.compute as pc

    parts = pc.split_pattern(cells, LIST_DELIMITER)
    members = pc.list_flatten(parts)
    for character, escape in reversed(_ESCAPES.items()):
        members = _replaced(members, escape, character)
    return pa.ListArray.from_arrays(_offsets(pc.fill_null(pc.list_value_length(parts), 0)), members)


def where(texts: Any, mask: Any, change: Any) -> Any:
    """Return the texts of an Arrow array with `change` applied to those that the mask names; work goes to no other."""
    import pyarrow.compute as pc

    mask = pc.fill_null(mask, False)
    if not pc.any(mask).as_py():
        return texts
    return pc.replace_with_mask(texts, mask, change(texts.filter(mask)))


def layout(texts: Any) -> tuple[Any, Any]:
    """Return where in memory each text of an Arrow array begins and the last one ends, and the bytes there, in NumPy."""
    import numpy as np
    import pyarrow as pa

    _, offsets, data = texts.buffers()
    if not len(texts):
        return np.zeros(1, np.int64), np.zeros(0, np.uint8)
    wide = np.int64 if pa.types.is_large_string(texts.type) else np.int32
    bounds = np.frombuffer(offsets, wide)[texts.offset : texts.offset + len(texts) + 1]
    return bounds, np.frombuffer(data or b"", np.uint8)


def holding(texts: Any, characters: bytes) -> Any:
    """Return a mask of the texts that hold one of these ASCII characters; several times as fast as a pattern."""
    import numpy as np
    import pyarrow as pa

    bounds, data = layout(texts)
    part = data[bounds[0] : bounds[-1]]
    found = np.zeros(len(part), bool)
    for character in characters:
        found |= part == character
    mask = np.zeros(len(texts), bool)
    mask[np.searchsorted(bounds, np.flatnonzero(found) + bounds[0], side="right") - 1] = True
    return pa.array(mask)


def _beginning(texts: Any, starts: bytes) -> Any:
    """Return a mask of the texts whose first byte is one of these."""
    import numpy as np
    import pyarrow as pa

    bounds, data = layout(texts)
    mask = bounds[1:] > bounds[:-1]
    mask[mask] = np.isin(data[bounds[:-1][mask]], np.frombuffer(starts, np.uint8))
    return pa.array(mask)


def _replaced(texts: Any, old: str, new: str) -> Any:
    import pyarrow.compute as pc

    return where(texts, pc.match_substring(texts, old), lambda some: pc.replace_substring(some, old, new))


def _offsets(lengths: Any) -> Any:
    """Return where each list begins, and where the last one ends."""
    import numpy as np
    import pyarrow as pa

    return pa.array(np.concatenate(([0], np.cumsum(lengths.to_numpy(zero_copy_only=False)))), pa.int32())


def _escaped(member: str) -> str:
    for character, escape in _ESCAPES.items():  # the backslash first
        member = member.replace(character, escape)
    return member


def _unescaped(member: str) -> str:
    for character, escape in reversed(_ESCAPES.items()):  # the backslash last
        member = member.replace(escape, character)
    return member
