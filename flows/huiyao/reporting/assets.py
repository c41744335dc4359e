"""The tables of a release as Prefect assets: each is materialized when it is published, and only then."""

from __future__ import annotations

import re
from pathlib import Path

from prefect.assets import Asset, AssetProperties, add_asset_metadata
from prefect.cache_policies import NO_CACHE
from prefect.tasks import MaterializingTask

from huiyao.closing import folder_link
from huiyao.pipeline import Summary
from huiyao.schema.tables import TABLES

_FORBIDDEN = re.compile(r"""[\s#?&%"'<>\[\]{}|\\^`]""")


def asset_key(location: str, *parts: str) -> str:
    """Return the key of what is at a folder or URL; characters that a key must not hold become underscores."""
    root = location.rstrip("/") if "://" in location else f"file://{Path(location).resolve().as_posix()}"
    return _FORBIDDEN.sub("_", "/".join([root, *parts]))


def materialize_tables(summary: Summary, seeds: str, datasets: str) -> None:
    """Tell Prefect of each table of the release: version, rows, where it is, and that it was made from `seeds`."""
    assets = {name: _asset(name, summary, datasets) for name in summary.release.counts if name in TABLES}
    sources = Asset(key=asset_key(seeds), properties=AssetProperties(name="articles, as they came"))

    def materialize() -> None:
        for name, asset in assets.items():
            metadata = {"version": summary.release.version, "rows": summary.release.counts[name]}
            add_asset_metadata(asset, metadata | {"location": summary.release.location})

    MaterializingTask(
        materialize, assets=[*assets.values()], asset_deps=[sources], name="tables", cache_policy=NO_CACHE
    )()


def _asset(name: str, summary: Summary, datasets: str) -> Asset:
    properties = AssetProperties(name=name, description=TABLES[name].en, url=folder_link(summary.release.location))
    return Asset(key=asset_key(datasets, name), properties=properties)
