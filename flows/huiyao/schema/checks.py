"""pandera checks rendered from the declared columns.

They run over Arrow-typed pandas frames (`pandas.ArrowDtype`), the types that a release is written with.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import pandera.pandas as pa

from huiyao.schema.arrow import arrow_schema
from huiyao.schema.tables import Column, Table


def frame_schema(table: Table) -> pa.DataFrameSchema:
    """Return the pandera schema of the table: types, required values, allowed values, patterns, minima, unique key."""
    types = arrow_schema(table)
    columns = {
        column.name: pa.Column(
            pd.ArrowDtype(types.field(column.name).type),
            checks=_checks(column),
            nullable=not column.required,
            unique=column.name == table.key,
        )
        for column in table.columns
    }
    return pa.DataFrameSchema(columns, strict=True, ordered=True, name=table.name)


def _checks(column: Column) -> list[Any]:
    checks: list[Any] = []
    if column.enum:
        checks.append(pa.Check.isin(column.enum))
    if column.pattern:
        checks.append(pa.Check.str_matches(column.pattern))
    if column.minimum is not None:
        checks.append(pa.Check.ge(column.minimum))
    if column.maximum is not None:
        checks.append(pa.Check.le(column.maximum))
    return checks
