"""Requests over HTTP: bounded in size and time, tried again where a failure looks passing, redirects followed."""

from __future__ import annotations

import ssl
import string
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import quote

import httpcore2

from huiyao.fetch.addresses import Origin, absolute
from huiyao.fetch.body import ACCEPTED, read_body, too_large
from huiyao.fetch.connections import Connections
from huiyao.fetch.guard import Clock, Resolve, resolve
from huiyao.fetch.limits import Limits
from huiyao.fetch.outcomes import FetchError, PassingError

_REDIRECTS = (301, 302, 303, 307, 308)
_PASSING = (408, 425, 429, 500, 502, 503, 504)

Visit = Callable[[str], AbstractContextManager[None]]
"""Entered with every address that is asked: waits for the host's turn, or raises FetchError."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the body is empty unless the status is 200; names of headers are in lower case."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


class Web:
    """What one thread asks servers through; to be closed at the end."""

    def __init__(self, agent: str, named: frozenset[Origin], limits: Limits, find: Resolve = resolve) -> None:
        """Take the User-Agent, and the hosts with ports that may be private."""
        self._agent, self.limits = agent, limits
        self._clock = Clock(limits.total_seconds)
        self._connections = Connections(named, self._clock, find)

    def close(self) -> None:
        """Close all connections."""
        self._connections.close()

    def get(self, url: str, visit: Visit, headers: Mapping[str, str] | None = None) -> Answer:
        """Return the answer to an address, or to where it redirects; its status is no redirect and no passing failure.

        `headers` are sent besides our own.

        Raises:
            FetchError: there is no such answer.
        """
        for _ in range(self.limits.max_redirects + 1):
            answer = self._persist(url, visit, headers or {})
            if answer.status not in _REDIRECTS:
                return answer
            url = _target(answer)
        raise FetchError(f"It redirects more than {self.limits.max_redirects} times.")

    def _persist(self, url: str, visit: Visit, headers: Mapping[str, str]) -> Answer:
        """Ask until there is an answer or no attempt is left; the waits double, with no chance in them."""
        import tenacity

        attempts = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(PassingError),
            stop=tenacity.stop_after_attempt(self.limits.attempts),
            wait=self._wait,
            reraise=True,
        )
        return attempts(self._once, url, visit, headers)

    def _wait(self, state: object) -> float:
        """Return how many seconds to wait: the double of before, or what the server asks for where that is more."""
        number = getattr(state, "attempt_number", 1)
        error = getattr(state, "outcome", None).exception()  # type: ignore[union-attr]
        asked = error.after if isinstance(error, PassingError) else 0.0
        return min(max(self.limits.first_wait * 2.0 ** (number - 1), asked), self.limits.longest_wait)

    def _once(self, url: str, visit: Visit, headers: Mapping[str, str]) -> Answer:
        limits = self.limits
        timeout = {"connect": limits.connect_seconds, "read": limits.read_seconds, "write": limits.read_seconds}
        sent = [("User-Agent", self._agent), ("Accept", "*/*"), ("Accept-Encoding", ACCEPTED), *headers.items()]
        with visit(url), _told(limits, self._clock):
            self._clock.start()
            pool = self._connections.to(url)
            with pool.stream("GET", url, headers=sent, extensions={"timeout": timeout}) as response:
                return self._answer(url, response)

    def _answer(self, url: str, response: httpcore2.Response) -> Answer:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
        if response.status in _PASSING:
            raise self._passing(response.status, _wait(headers.get("retry-after", "")))
        if response.status != 200:
            return Answer(url, response.status, headers, b"")
        if _number(headers.get("content-length", "")) > self.limits.max_bytes:
            raise too_large(self.limits.max_bytes)
        body = read_body(response.iter_stream(), headers.get("content-encoding", ""), self.limits.max_bytes)
        return Answer(url, 200, headers, body)

    def _passing(self, status: int, wait: float) -> FetchError:
        if wait > self.limits.longest_wait:
            return FetchError(f"The server answers {status} and asks to wait for {wait:,.0f} seconds.")
        return PassingError(f"The server answers {status}.", wait)


def _target(answer: Answer) -> str:
    location = answer.headers.get("location")
    if not location:
        raise FetchError(f"The server answers {answer.status} and does not say where to.")
    try:
        return absolute(_address(location), answer.url)
    except FetchError as error:
        raise FetchError(f"It redirects elsewhere: {error}") from None


def _address(location: str) -> str:
    """Return a Location as it was meant: many servers send an address in UTF-8 that should be in ASCII."""
    raw = location.encode("latin-1")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return quote(raw, safe=string.punctuation)


def _number(value: str) -> float:
    """Return a whole number that a header gives, 0 where it gives none."""
    return float(value) if value.isascii() and value.isdigit() and len(value) < 16 else 0.0


def _wait(value: str) -> float:
    """Return the seconds that a `Retry-After` asks to wait, as a number or until a date; 0 where it says neither."""
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return _number(value)


@contextmanager
def _told(limits: Limits, clock: Clock) -> Iterator[None]:
    """Turn what goes wrong on the way into a reason."""
    try:
        yield
    except httpcore2.ConnectTimeout:
        raise PassingError(f"No connection within {limits.connect_seconds:g} seconds.") from None
    except httpcore2.TimeoutException:
        clock.left(None)
        raise PassingError(f"The server sent nothing for {limits.read_seconds:g} seconds.") from None
    except httpcore2.NetworkError as error:
        raise _broken(error) from None
    except httpcore2.ProxyError as error:
        raise PassingError(f"The proxy refuses: {error}.") from None
    except httpcore2.RemoteProtocolError:
        raise PassingError("The server broke off, or does not speak HTTP.") from None
    except httpcore2.LocalProtocolError:
        raise FetchError("The request cannot be sent: the address or a header is malformed.") from None


def _broken(error: httpcore2.NetworkError) -> FetchError:
    """Return the reason for a connection that failed; a certificate will not be better in a moment."""
    cause = error.args[0] if error.args else None
    if isinstance(cause, ssl.SSLCertVerificationError):
        return FetchError(f"The certificate is not valid: {cause.verify_message}.")
    if isinstance(cause, ssl.SSLError):
        return PassingError("No encrypted connection could be made.")
    if isinstance(error, httpcore2.ConnectError):
        return PassingError(f"No connection: {getattr(cause, 'strerror', None) or 'the host cannot be reached'}.")
    return PassingError("The connection broke.")
