"""What stops a release."""

from __future__ import annotations


class ReleaseError(Exception):
    """A release that cannot be made or read; its message is one plain sentence for the user."""
