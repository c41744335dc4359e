"""The only way to the network: no private hosts but those the user names, no answer that takes for ever."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore2

from huiyao.fetch.addresses import Origin, origin
from huiyao.fetch.outcomes import FetchError, PassingError, PrivateError

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port to IP addresses; raises OSError where the host has none."""


def resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host as the system knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[4][0]) for address in found))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also where it wraps another (IPv4 in IPv6, 6to4, NAT64)."""
    ip: Any = ipaddress.ip_address(address.partition("%")[0])
    if ip.version == 6:
        nat64 = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in ipaddress.ip_network("64:ff9b::/96") else None
        ip = ip.ipv4_mapped or ip.sixtofour or nat64 or ip
    return bool(ip.is_global and not ip.is_multicast)


class Clock:
    """When the request under way must be over."""

    def __init__(self, seconds: float) -> None:
        """Take the seconds that a request may last."""
        self._seconds = seconds
        self._end = float("inf")

    def start(self) -> None:
        """Begin with a request."""
        self._end = time.monotonic() + self._seconds

    def left(self, timeout: float | None) -> float:
        """Return the seconds that the next step may last; raises FetchError when the time is over."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise FetchError(f"The answer was not complete after {self._seconds:g} seconds.")
        return left if timeout is None else min(left, timeout)


class Guard(httpcore2.NetworkBackend):
    """Connects to the addresses that it has checked itself, so that no second look-up can lead elsewhere."""

    def __init__(self, named: frozenset[Origin] | None, clock: Clock, find: Resolve = resolve) -> None:
        """Take hosts with ports that may be private; None where any may, as a proxy of the user's own may be."""
        self._named, self._clock, self._find = named, clock, find
        self._tcp = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of the host that answers.

        Raises:
            PrivateError: an address of the host is private. PassingError: it has none.
        """
        failure: Exception | None = None
        for address in self._checked(host, port):
            try:
                left = self._clock.left(timeout)
                stream = self._tcp.connect_tcp(address, port, left, local_address, socket_options)
                return _Timed(stream, self._clock)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = failure or error
        raise failure or PassingError(f"The host {host} has no address.")

    def _checked(self, host: str, port: int) -> Sequence[str]:
        try:
            addresses = self._find(host, port)
        except (OSError, UnicodeError):
            raise PassingError(f"The host {host} is not known.") from None
        if self._named is not None and (host, port) not in self._named and not all(map(is_public, addresses)):
            raise _private(host)
        return addresses


def check_name(url: str, named: frozenset[Origin]) -> None:
    """Refuse an address whose host says by itself that it is private: all that can be known in front of a proxy.

    Raises:
        PrivateError: so it is.
    """
    host, port = origin(url)
    try:
        private = not is_public(host)
    except ValueError:
        private = "." not in host or host.endswith((".localhost", ".local", ".internal"))
    if private and (host, port) not in named:
        raise _private(host)


def _private(host: str) -> PrivateError:
    return PrivateError(f"The host {host} is in a private network and not named in sources.yml.")


class _Timed(httpcore2.NetworkStream):
    """A stream whose every step ends with the time of the request."""

    def __init__(self, stream: httpcore2.NetworkStream, clock: Clock) -> None:
        self._stream, self._clock = stream, clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._clock.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._clock.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        left = self._clock.left(timeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, left), self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
