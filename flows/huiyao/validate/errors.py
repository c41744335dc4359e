"""What stops a release."""

from __future__ import annotations


class ReleaseError(Exception):
    """A release that cannot be made or read; its message is one plain sentence for the user."""


class DriftError(ReleaseError):
    """Against the last release so much is lost that something must be wrong."""


class BusyError(ReleaseError):
    """Another run is publishing to the same place."""
