"""Pools of connections: straight to a host through the guard, or to the proxy that the environment names."""

from __future__ import annotations

import ssl
from functools import cache
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore2

from huiyao.fetch.addresses import Origin, origin
from huiyao.fetch.guard import Clock, Guard, Resolve, check_name
from huiyao.fetch.outcomes import FetchError


class Connections:
    """The connections of one thread; proxies are read from the environment (`https_proxy`, `no_proxy`) once."""

    def __init__(self, named: frozenset[Origin], clock: Clock, find: Resolve) -> None:
        """Take the hosts with ports that may be private."""
        self._named, self._clock, self._find = named, clock, find
        self._proxies = getproxies()
        self._pools: dict[str, httpcore2.ConnectionPool] = {}

    def to(self, url: str) -> httpcore2.ConnectionPool:
        """Return the pool for an address.

        Raises:
            FetchError: a proxy is asked for a private host, or is none that speaks HTTP.
        """
        proxy = self._proxy(url)
        if proxy:
            check_name(url, self._named)
        if proxy not in self._pools:
            self._pools[proxy] = self._pool(proxy)
        return self._pools[proxy]

    def close(self) -> None:
        """Close all connections."""
        for pool in self._pools.values():
            pool.close()

    def _proxy(self, url: str) -> str:
        """Return the proxy for an address, empty where there is none."""
        proxy = self._proxies.get(urlsplit(url).scheme) or self._proxies.get("all") or ""
        return "" if proxy_bypass(origin(url)[0]) else proxy

    def _pool(self, proxy: str) -> httpcore2.ConnectionPool:
        guard = Guard(None if proxy else self._named, self._clock, self._find)
        way = _proxy(proxy) if proxy else None
        return httpcore2.ConnectionPool(trusted(), way, network_backend=guard, keepalive_expiry=60)


@cache
def trusted() -> ssl.SSLContext:
    """Return the certificates of the system, or those that SSL_CERT_FILE names; made once, for it takes a while."""
    return httpcore2.default_ssl_context()


def _proxy(given: str) -> httpcore2.Proxy:
    parts = urlsplit(given if "://" in given else f"http://{given}")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError("The proxy that the environment names is no address of http or https.")
    auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return httpcore2.Proxy(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}", auth=auth)
