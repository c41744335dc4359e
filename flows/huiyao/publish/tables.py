"""The tables of a release, read back from its Parquet files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyao.publish.content import Arrow
from huiyao.publish.index import read_package
from huiyao.publish.store import Store
from huiyao.validate import ReleaseError

if TYPE_CHECKING:
    import pyarrow as pa


def read_table(store: Store, version: str, name: str) -> pa.Table:
    """Return one table of a release, with the column descriptions but without what Parquet files say of themselves.

    Raises:
        ReleaseError: the file is missing or damaged.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = store.open(version, f"{name}.parquet")
    except FileNotFoundError:
        raise ReleaseError(f"The release {version} has no file {name}.parquet.") from None
    try:
        with file:
            return pq.ParquetFile(file).read().replace_schema_metadata(None)
    except (pa.ArrowException, OSError) as error:
        raise ReleaseError(f"The file {name}.parquet of the release {version} is damaged: {error}") from None


def read_tables(store: Store, version: str) -> Arrow:
    """Return all tables of records that the release has, also those that are declared no more.

    Raises:
        ReleaseError: a file is missing or damaged.
    """
    resources = read_package(store, version)["resources"]
    names = [resource["name"] for resource in resources if "schema" in resource and resource["name"] != "changes"]
    return {name: read_table(store, version, name) for name in names}
