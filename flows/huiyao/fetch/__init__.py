"""Feeds and pages on the web, listed in `sources.yml`, become files among the articles."""

from __future__ import annotations

from huiyao.fetch.fetching import fetch
from huiyao.fetch.limits import Limits
from huiyao.fetch.listing import Listing, Source, SourcesFileError, read_listing
from huiyao.fetch.outcomes import KINDS, Fetched, Outcome

__all__ = [
    "KINDS",
    "Fetched",
    "Limits",
    "Listing",
    "Outcome",
    "Source",
    "SourcesFileError",
    "fetch",
    "read_listing",
]
