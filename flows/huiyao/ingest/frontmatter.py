"""Facts about an article that stand in front of it, as YAML: in a text, or in a comment before a web page."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

_LIMIT = 65_536
_NOT_PLAIN = re.compile(r"[^ -~]|[<>]")
# The page behind the comment stays as it was fetched, in whatever encoding: so this looks at bytes.
_COMMENT = re.compile(rb"<!--[ \t]*\r?\n---[ \t]*\r?\n(.*?)(?:^|\n)---[ \t]*\r?\n-->(?:\r?\n)?", re.DOTALL)


def mapping(text: str) -> dict[str, object] | None:
    """Return the mapping, its scalars as strings; None where the text is no mapping."""
    import yaml

    try:
        # BaseLoader makes no objects: a date stays the words that were written, and is judged in one place.
        parsed = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    if parsed is None:
        return {}
    return {str(key): value for key, value in parsed.items()} if isinstance(parsed, dict) else None


def split_page(data: bytes) -> tuple[dict[str, object] | None, bytes]:
    """Return the fields in the comment at the very start of a page, and the page behind it.

    The fields are empty where there is no such comment, None where what it holds is no mapping in UTF-8.
    """
    match = _COMMENT.match(data, 0, _LIMIT)
    if not match:
        return {}, data
    try:
        return mapping(match[1].decode("utf-8")), data[match.end() :]
    except UnicodeDecodeError:
        return None, data[match.end() :]


def page_comment(fields: Mapping[str, str | None]) -> bytes:
    """Return the comment that `split_page` takes off again; fields that are None are left out.

    All of it is ASCII, whatever the encoding of the page, and no value can end the comment.
    """
    rows = (f"{name}: {_quoted(value)}\n" for name, value in fields.items() if value is not None)
    return f"<!--\n---\n{''.join(rows)}---\n-->\n".encode("ascii")


def _quoted(value: str) -> str:
    """Return a YAML string in ASCII."""
    return _NOT_PLAIN.sub(_escaped, json.dumps(value, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    # Beyond U+FFFF the escapes of YAML and of JSON differ.
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
