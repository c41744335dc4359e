"""How a column and a table are declared, and the columns that several tables have.

The tables themselves are in `huiyao.schema.tables`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Type = Literal["string", "edtf", "date32", "int32", "int64", "float64", "list"]
"""Logical type of a column. `edtf` is a string in EDTF level 1; `list` is a list of strings."""

# ISO 8601-2 level 1 as far as news needs it: a day, a month, a year, an unknown year or month as X, or an interval.
_EDTF_DATE = r"(?:\d{4}|XXXX)(?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?"
EDTF_PATTERN = rf"^{_EDTF_DATE}(?:/{_EDTF_DATE})?$"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    `en` and `zh` describe it in English and Chinese; `unit` names the unit of a number; `enum` lists every value
    allowed; `references` is `table.column` of the key that every value (every member, for a list) must exist in.
    """

    name: str
    type: Type
    en: str
    zh: str
    required: bool = False
    unit: str | None = None
    enum: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    references: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order, the first of which is its key; `label` is the column that names a row to people."""

    name: str
    title_en: str
    title_zh: str
    en: str
    zh: str
    columns: tuple[Column, ...]
    label: str

    @property
    def key(self) -> str:
        """Name of the key column."""
        return self.columns[0].name

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of all columns, in order."""
        return tuple(column.name for column in self.columns)


def key(name: str, prefix: str, en: str, zh: str) -> Column:
    """Return the key of a table, made of the prefix and 16 hex digits."""
    return Column(name, "string", en, zh, required=True, pattern=rf"^{prefix}-[0-9a-f]{{16}}$")


def article_id(required: bool = True) -> Column:
    """Return the reference to the article of a record."""
    return Column(
        "article_id", "string", "Article the record was found in.", "记录所在的文章。",
        required=required, references="articles.article_id",
    )  # fmt: skip


def article_ids() -> Column:
    """Return the references to all articles that report a record."""
    return Column(
        "article_ids", "list", "Every article that reports it.", "报道它的全部文章。",
        required=True, references="articles.article_id",
    )  # fmt: skip


def evidence() -> Column:
    """Return where the name of a record stands in each article."""
    return Column(
        "evidence", "list",
        "Where its name stands, one `article_id:start-end` for each article; code points into the canonical text.",
        "名称在各篇文章中的位置，格式为 `article_id:start-end`，按规范文本的码位计。",
    )  # fmt: skip


def trust(who_en: str, who_zh: str) -> tuple[Column, Column]:
    """Return the columns that say how a record was found, and how often what is found so is right."""
    return (
        Column("rule", "string", f"Rule of extraction that found {who_en}.", f"识别{who_zh}所用的规则。", required=True),
        Column("confidence", "float64",
               f"Share of the records found by that rule that annotators confirmed{_BEST_EN if who_en == 'it first' else ''}.",
               f"经人工标注核对，该规则所得记录的正确比例{_BEST_ZH if who_en == 'it first' else ''}。",
               required=True, unit="share", minimum=0, maximum=1),
    )  # fmt: skip


_BEST_EN, _BEST_ZH = "; of several articles, the best", "；多篇文章时取最高者"


def meeting_id() -> Column:
    """Return the reference to the meeting of a record."""
    return Column(
        "meeting_id", "string", "Meeting it belongs to; null where the article reports none.",
        "所属会议；文章未报道会议时为空。", references="meetings.meeting_id",
    )  # fmt: skip


def speaker_id() -> Column:
    """Return the reference to the speaker of a record."""
    return Column(
        "speaker_id", "string", "Speaker it belongs to; null for a body, a group or the article itself.",
        "所属发言人；机构、群体或文章自身的表述为空。", references="speakers.speaker_id",
    )  # fmt: skip


def span() -> tuple[Column, Column]:
    """Return the place of `text` in its article."""
    return (
        Column("start", "int64", "Offset of the first character of `text` in the canonical article text.",
               "`text` 首字符在规范文本中的位置。", required=True, unit="code points", minimum=0),
        Column("end", "int64", "Offset just behind the last character of `text`.",
               "`text` 末字符之后的位置。", required=True, unit="code points", minimum=1),
    )  # fmt: skip


def edition(name: str, en: str, zh: str) -> Column:
    """Return a reference from one edition of a series to another."""
    return Column(name, "string", f"{en} edition of the series in this release, by ordinal, else by date.",
                  f"本版数据中该系列的{zh}一次会议，按届次，否则按日期。", references="meetings.meeting_id")  # fmt: skip


def organization_id(name: str, en: str, zh: str) -> Column:
    """Return the reference to an organization that another column names."""
    return Column(name, "string", en, zh, references="organizations.organization_id")


def person_id() -> Column:
    """Return the id of a person, which stands in several tables and is the key of none."""
    return Column("person_id", "string", "The person, over all meetings.", "人物标识，跨会议一致。",
                  required=True, pattern="^p-[0-9a-f]{16}$")  # fmt: skip
