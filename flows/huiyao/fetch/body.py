"""The body of an answer, unpacked piece by piece and never beyond its bound."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable

from huiyao.fetch.outcomes import FetchError, PassingError

ACCEPTED = "gzip, identity"
_GZIP_OR_ZLIB = 47

Unpack = Callable[[bytes, int], bytes]


def read_body(pieces: Iterable[bytes], encoding: str, max_bytes: int) -> bytes:
    """Return the body; `encoding` is the Content-Encoding of the answer.

    Raises:
        FetchError: it is larger than `max_bytes`, or packed in a way that was not asked for.
        PassingError: what is packed is damaged or breaks off.
    """
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return _gathered(pieces, lambda piece, room: piece, max_bytes)
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"The answer is packed as {encoding[:40]}, which was not asked for.")
    packed = zlib.decompressobj(_GZIP_OR_ZLIB)
    try:
        body = _gathered(pieces, packed.decompress, max_bytes)
    except zlib.error:
        raise PassingError("The answer is packed, and damaged.") from None
    if not packed.eof or packed.unused_data:
        raise PassingError("The answer is packed, and breaks off or goes on behind its end.")
    return body


def _gathered(pieces: Iterable[bytes], unpack: Unpack, max_bytes: int) -> bytes:
    body = bytearray()
    for piece in pieces:
        # One byte more than may be: a piece that unpacks to gigabytes never does so here.
        body += unpack(piece, max_bytes + 1 - len(body))
        if len(body) > max_bytes:
            raise too_large(max_bytes)
    return bytes(body)


def too_large(max_bytes: int) -> FetchError:
    """Return the error for an answer that is larger than it may be."""
    return FetchError(f"The answer is larger than {max_bytes:,} bytes.")
