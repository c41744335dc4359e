"""robots.txt (RFC 9309): what its host lets us fetch, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyao.fetch.addresses import root
from huiyao.fetch.outcomes import FetchError, PrivateError, RefusedError
from huiyao.fetch.web import Visit, Web

if TYPE_CHECKING:
    from protego import Protego

TOKEN = "huiyao"
"""The name that robots.txt knows us by."""
_LONGEST = 500 * 1024
"""How many bytes of a robots.txt count, as the RFC asks at least."""


class Robots:
    """The rules of each host, asked once a run.

    A host without the file allows everything; one that cannot answer for it forbids everything.
    """

    def __init__(self, web: Web, visit: Visit) -> None:
        """Take what asks, and what is entered for each request."""
        self._web, self._visit = web, visit
        self._rules: dict[str, Protego | FetchError] = {}

    def check(self, url: str) -> None:
        """Do nothing where the address may be fetched.

        Raises:
            RefusedError: robots.txt forbids it. FetchError: what it says is not known.
        """
        rules = self._of(url)
        if isinstance(rules, FetchError):
            raise rules
        if not rules.can_fetch(url, TOKEN):
            raise RefusedError(f"{root(url)}/robots.txt forbids it.")

    def delay(self, url: str) -> float:
        """Return how many seconds the host wants between two requests, 0 where it does not say; asks nothing."""
        rules = self._rules.get(root(url))
        return 0.0 if rules is None or isinstance(rules, FetchError) else rules.crawl_delay(TOKEN) or 0.0

    def _of(self, url: str) -> Protego | FetchError:
        host = root(url)
        if host not in self._rules:
            try:
                self._rules[host] = self._read(host)
            except PrivateError as error:
                self._rules[host] = error
            except FetchError as error:
                self._rules[host] = FetchError(f"{host}/robots.txt cannot be read, so all is forbidden: {error}")
        return self._rules[host]

    def _read(self, host: str) -> Protego:
        from protego import Protego

        answer = self._web.get(f"{host}/robots.txt", self._visit)
        if answer.status >= 500:
            raise FetchError(f"The server answers {answer.status}.")
        return Protego.parse(answer.body[:_LONGEST].decode("utf-8", "replace"))
