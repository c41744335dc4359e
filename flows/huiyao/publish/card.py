"""The page that introduces a release, `README.md`: a dataset card with front matter that the Hugging Face Hub reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from huiyao.publish import card_text as say
from huiyao.publish.about import ABOUT_EN, ABOUT_ZH, KEYWORDS, LICENCE_ID, TITLE_EN, citation
from huiyao.publish.changes_page import change_counts
from huiyao.publish.content import Content
from huiyao.publish.markdown import one_line, table
from huiyao.publish.statistics import most_frequent
from huiyao.schema.tables import RELEASED, TABLES, Column, Table
from huiyao.version import __version__

if TYPE_CHECKING:
    import pyarrow as pa

_SIZES = (
    (1_000, "n<1K"),
    (10_000, "1K<n<10K"),
    (100_000, "10K<n<100K"),
    (1_000_000, "100K<n<1M"),
    (10_000_000, "1M<n<10M"),
    (100_000_000, "10M<n<100M"),
)
"""The Hub's names for numbers of rows below a bound."""
_DEFAULT = "meetings"  # what is loaded where no table is named
_LOOKED_AT = 1_000  # rows among which the fullest is the sample
_TOLD = 5  # columns of the sample
_UNTOLD = ("source_sha256", "sources", "sequence", "url", "evidence", "record", "confidence", "start", "end")
_SURE = 0.9


def write_card(folder: Path, content: Content) -> None:
    """Write `README.md`; it names the workbook where the folder has one."""
    page = card(content, has_workbook=(folder / "huiyao.xlsx").exists())
    (folder / "README.md").write_text(page, encoding="utf-8", newline="\n")


def card(content: Content, *, has_workbook: bool = False) -> str:
    """Return the page: front matter in YAML, then what people want to know, in English and Chinese."""
    import yaml

    front = yaml.safe_dump(front_matter(content), sort_keys=False, allow_unicode=True, width=120)
    return f"---\n{front}---\n\n" + "\n".join(_sections(content, has_workbook))


def front_matter(content: Content) -> dict[str, Any]:
    """Return what the Hub reads: language, licence, and a configuration with its columns for each table.

    Tables without rows are left out, since the library `datasets` loads none.
    """
    filled = [declared for name, declared in RELEASED.items() if content.files[name].num_rows]
    return {
        "pretty_name": TITLE_EN,
        "language": ["zh"],
        "license": LICENCE_ID.lower(),
        "size_categories": [_size(sum(rows.num_rows for rows in content.tables.values()))],
        "annotations_creators": ["machine-generated"],
        "source_datasets": ["original"],
        "tags": [*(keyword.lower() for keyword in KEYWORDS), "information-extraction"],
        "configs": [_config(declared.name) for declared in filled],
        "dataset_info": [_features(declared) for declared in filled],
    }


def _size(n_rows: int) -> str:
    return next((name for bound, name in _SIZES if n_rows < bound), "n>100M")


def _config(name: str) -> dict[str, Any]:
    config = {"config_name": name, "data_files": [{"split": "train", "path": f"{name}.parquet"}]}
    return config | ({"default": True} if name == _DEFAULT else {})


def _features(declared: Table) -> dict[str, Any]:
    return {"config_name": declared.name, "features": [_feature(column) for column in declared.columns]}


def _feature(column: Column) -> dict[str, str]:
    if column.type == "list":
        return {"name": column.name, "list": "string"}
    return {"name": column.name, "dtype": "string" if column.type == "edtf" else column.type}


def _sections(content: Content, has_workbook: bool) -> Iterator[str]:
    yield f"# huiyao 会要 {content.version}\n\n{ABOUT_EN}\n{ABOUT_ZH}\n"
    yield _facts(content)
    yield "## Tables · 数据表\n\n" + _tables(content) + "\n" + say.TABLES
    yield say.loading(has_workbook)
    yield say.HOW_MADE + "\n" + _confidence(content)
    yield say.GAPS
    yield f"## Citing · 引用\n\n```bibtex\n{citation(content)}\n```\n"
    yield say.LICENCE


def _facts(content: Content) -> str:
    changed = ", ".join(f"{n:,} {kind.replace('_', ' ')}" for kind, n in change_counts(content.changes).items())
    facts = [
        ("version 版本", content.version),
        ("day 日期", content.released or "unknown 未知"),
        ("full text of the articles 文章全文", say.TEXT_IN if content.has_text else say.TEXT_OUT),
        ("last version 上一版本", content.previous or "none 无"),
        ("records changed since 变更记录", changed or "none 无"),
        ("code 程序版本", f"huiyao {__version__}"),
        ("content hash 内容散列", f"`{content.hash}`"),
    ]
    return table(("", ""), facts, "ll")


def _tables(content: Content) -> str:
    heads = ("table 表", "one row is 一行为", "rows 行数", "a row 示例")
    lines = (
        (
            f"`{name}`",
            f"{declared.en} {declared.zh}",
            content.files[name].num_rows,
            _sample(declared, content.files[name]),
        )
        for name, declared in RELEASED.items()
    )
    return table(heads, lines, "llrl")


def _sample(declared: Table, rows: pa.Table) -> str:
    """Return the first filled columns of the fullest row, without ids and what explains nothing by itself."""
    fullest = max(rows.slice(0, _LOOKED_AT).to_pylist(), key=_fullness, default={})
    names = [c.name for c in declared.columns if not c.name.endswith(("_id", "_ids")) and c.name not in _UNTOLD]
    told = [name for name in names if fullest.get(name) not in (None, [])][:_TOLD]
    return ", ".join(f"`{name}` {_told(fullest[name])}" for name in told)


def _told(value: Any) -> str:
    return one_line("; ".join(value) if isinstance(value, list) else str(value), 30)


def _fullness(row: dict[str, Any]) -> int:
    return sum(value not in (None, []) for value in row.values())


def _confidence(content: Content) -> str:
    heads = ("table 表", "rows 行数", f"confidence ≥ {_SURE}", "mean confidence 平均", "most frequent rules 最常用规则")
    lines = [
        (f"`{name}`", *_trust(content.tables[name])) for name in TABLES if "confidence" in TABLES[name].column_names
    ]
    return table(heads, lines, "lrrrl")


def _trust(rows: pa.Table) -> tuple[object, ...]:
    """Return the figures of a table's confidence: counted in whole percent, so that they are the same everywhere."""
    import pyarrow as pa
    import pyarrow.compute as pc

    shares: Any = rows["confidence"]
    percent: Any = pc.cast(pc.round(pc.multiply(shares, 100.0)), pa.int64())
    sure = pc.sum(pc.greater_equal(percent, pa.scalar(round(_SURE * 100)))).as_py() or 0
    mean = f"{pc.sum(percent).as_py() / rows.num_rows / 100:.2f}" if rows.num_rows else "–"
    return rows.num_rows, sure, mean, _rules(rows)


def _rules(rows: pa.Table) -> str:
    return ", ".join(f"{one_line(rule)} ({n:,})" for rule, n in most_frequent(rows["rule"], 3).items())
