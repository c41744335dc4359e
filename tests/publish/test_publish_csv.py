from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import huiyao
from huiyao.publish import ReleaseError, csvfile, guard_text, load_table, publish_release, split_list, unguard_text
from huiyao.publish.arrow import frame
from huiyao.publish.csvfile import write_csv
from huiyao.publish.parquetfile import write_parquet
from huiyao.schema.arrow import arrow_schema
from huiyao.schema.records import Tables
from huiyao.schema.tables import RELEASED, TABLES, Column, Table

FORMULA = re.compile(r"[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]")
TablesOf = Callable[[Table], st.SearchStrategy[pa.Table]]
MANY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
READERS: dict[str, Any] = {"date32": date.fromisoformat, "int32": int, "int64": int, "float64": float}


def read_cell(column: Column, cell: str) -> Any:
    if column.type == "list":
        return split_list(unguard_text(cell))
    return READERS.get(column.type, unguard_text)(cell) if cell else None


def lines_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


@pytest.mark.parametrize("name", RELEASED)
def test_what_is_read_is_what_load_gives(name: str, tables_of: TablesOf, tmp_path: Path) -> None:
    @MANY
    @given(table=tables_of(RELEASED[name]))
    def test(table: pa.Table) -> None:
        write_csv(table, tmp_path / f"{name}.csv")
        write_parquet(table, tmp_path / f"{name}.parquet")
        loaded = frame(pq.read_table(tmp_path / f"{name}.parquet").replace_schema_metadata(None))
        read = huiyao.read_csv(tmp_path / f"{name}.csv")
        pd.testing.assert_frame_equal(read, loaded, check_exact=True)
        assert pa.Table.from_pandas(read, preserve_index=False).to_pylist() == table.to_pylist()

    test()


@pytest.mark.parametrize("name", RELEASED)
def test_python_reads_the_same_and_no_cell_is_a_formula(name: str, tables_of: TablesOf, tmp_path: Path) -> None:
    columns = RELEASED[name].columns

    @MANY
    @given(table=tables_of(RELEASED[name]))
    def test(table: pa.Table) -> None:
        write_csv(table, tmp_path / "file.csv")
        header, *lines = lines_of(tmp_path / "file.csv")
        assert header == table.column_names
        back = [{c.name: read_cell(c, cell) for c, cell in zip(columns, line, strict=True)} for line in lines]
        assert back == table.to_pylist()
        for line in lines:
            for column, cell in zip(columns, line, strict=True):
                assert column.type in READERS or not FORMULA.match(cell), repr(cell)

    test()


def test_the_apostrophe_is_undone_and_no_two_texts_share_a_cell(texts: st.SearchStrategy[str]) -> None:
    @MANY
    @given(texts, texts)
    def test(one: str, other: str) -> None:
        assert unguard_text(guard_text(one)) == one
        assert (guard_text(one) == guard_text(other)) == (one == other)
        assert guard_text(one) in (one, f"'{one}")

    test()


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+2", "'=1+2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+86 10", "'+86 10"),
        ("-", "'-"),
        ("＝1", "'＝1"),
        (" =1", "' =1"),
        ("\u3000－1", "'\u3000－1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("\u200f\u2003@", "'\u200f\u2003@"),
        ("\t=1", "'\t=1"),
        ("\n甲", "'\n甲"),
        ("'=1", "''=1"),
        ("''=1", "'''=1"),
        ("' \t1", "'' \t1"),
        ("'", "'"),
        ("'甲'", "'甲'"),
        ("1=2", "1=2"),
        ("——甲", "——甲"),
        ("−5℃", "−5℃"),
        ("·=1", "·=1"),
    ],
)
def test_which_cells_get_an_apostrophe(text: str, cell: str) -> None:
    assert guard_text(text) == cell
    assert unguard_text(cell) == text


def test_the_file_byte_by_byte(tmp_path: Path) -> None:
    row = {
        "reject_id": "r",
        "source": '甲,"乙"',
        "article_id": None,
        "table": "=t",
        "rule": "a\nb",
        "reason": "'",
        "record": "1",
    }
    write_csv(pa.Table.from_pylist([row], schema=arrow_schema(TABLES["rejects"])), tmp_path / "rejects.csv")
    expected = '\ufeffreject_id,source,article_id,table,rule,reason,record\r\nr,"甲,""乙""",,\'=t,"a\nb",\',1\r\n'
    assert (tmp_path / "rejects.csv").read_bytes() == expected.encode()


def test_bytes_do_not_depend_on_the_layout_in_memory(tables_of: TablesOf, tmp_path: Path) -> None:
    @MANY
    @given(tables_of(RELEASED["meetings"]), st.integers(0, 5))
    def test(table: pa.Table, cut: int) -> None:
        write_csv(table, tmp_path / "one.csv")
        write_csv(pa.concat_tables([table.slice(0, cut), table.slice(cut)]), tmp_path / "other.csv")
        assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "other.csv").read_bytes()

    test()


def test_a_large_file_is_there_compressed_too(rows: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csvfile, "GZIP_FROM", 2_000)
    folders = [Path(publish_release(rows, tmp_path / name).location) for name in ("one", "other")]
    large = {path.name for path in folders[0].glob("*.csv") if path.stat().st_size >= 2_000}
    packed = {path.name.removesuffix(".gz") for path in folders[0].glob("*.csv.gz")}
    assert packed == large != {path.name for path in folders[0].glob("*.csv")}
    for name in large:
        content = (folders[0] / f"{name}.gz").read_bytes()
        assert gzip.decompress(content) == (folders[0] / name).read_bytes()
        assert content[3:8] == bytes(5)  # no flags, so no name; no time
        assert content == (folders[1] / f"{name}.gz").read_bytes()
        assert f"  {name}.gz\n" in (folders[0] / "SHA256SUMS").read_text(encoding="utf-8")
        table = name.removesuffix(".csv")
        pd.testing.assert_frame_equal(
            huiyao.read_csv(folders[0] / f"{name}.gz"), load_table(tmp_path / "one", table), check_exact=True
        )
    assert ".gz" not in (folders[0] / "datapackage.json").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def released(rows: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    datasets = tmp_path_factory.mktemp("datasets")
    publish_release(rows, datasets)
    return datasets


@pytest.mark.parametrize("name", RELEASED)
def test_every_table_of_a_release_is_read(released: Path, name: str) -> None:
    read = huiyao.read_csv(str(released / "latest" / f"{name}.csv"))
    pd.testing.assert_frame_equal(read, load_table(released, name), check_exact=True)


def test_columns_in_another_order_and_another_name(released: Path, tmp_path: Path) -> None:
    lines = lines_of(released / "latest" / "speakers.csv")
    with (tmp_path / "mine.txt").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([*reversed(line)] for line in lines)
    read = huiyao.read_csv(tmp_path / "mine.txt", table="speakers")
    pd.testing.assert_frame_equal(read, load_table(released, "speakers"), check_exact=True)


WRONG: list[tuple[str, str, str]] = [
    (r"\r\n(m-[0-9a-f]{16}),", r"\r\n\1,x,", "meetings.csv, line 2: there are 24 cells instead of 23."),
    ("2024-10-15,2024-10-16", "2024-02-30,", "meetings.csv, line 2, column start_date: '2024-02-30' is no day such as 2024-10-13."),
    (",3,", ",three,", "meetings.csv, line 2, column ordinal: 'three' is no whole number."),
    (",3,", ",3000000000,", "meetings.csv, line 2, column ordinal: '3000000000' is no whole number."),
    (r",held,|,upcoming,", ",,", "meetings.csv, line 2, column status: there is no value."),
    (r",1\.0\r\n", ",甲\r\n", "meetings.csv, line 2, column confidence: '甲' is no number."),
    ("start_date,", "", "meetings.csv is no table meetings: it lacks the columns start_date."),
    (r"\r\n", ",more\r\n", "meetings.csv has columns that the table meetings has not: more."),
    ("meeting_id,name,", "meeting_id,name,name,", "meetings.csv has columns that the table meetings has not: one of them twice."),
    ("(?s).*", "", "meetings.csv is no table meetings: it lacks the columns meeting_id,"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "sentence"), WRONG)
def test_a_file_that_cannot_be_read_is_said_plainly(
    released: Path, tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    text = (released / "latest" / "meetings.csv").read_bytes().decode()
    (tmp_path / "meetings.csv").write_bytes(re.sub(old, new, text, count=1).encode())
    with pytest.raises(ReleaseError, match=re.escape(sentence)):
        huiyao.read_csv(tmp_path / "meetings.csv")


def test_lines_are_counted_with_the_line_feeds_in_cells(tmp_path: Path) -> None:
    wanted: Table = TABLES["statements"]
    row: dict[str, Any] = dict.fromkeys(wanted.column_names, "a\nb\nc") | {"start": 1, "end": 2, "confidence": 1.0}
    write_csv(pa.Table.from_pylist([row, row], schema=arrow_schema(wanted)), tmp_path / "statements.csv")
    text = (tmp_path / "statements.csv").read_bytes().decode()
    cut = text.rindex(",1,2,")
    (tmp_path / "statements.csv").write_bytes((text[:cut] + ",1,two," + text[cut + 5 :]).encode())
    line = 2 + text[: text.rindex('\r\n"', 0, cut)].count("\n")
    with pytest.raises(ReleaseError, match=rf"statements.csv, line {line}, column end: 'two' is no whole number\."):
        huiyao.read_csv(tmp_path / "statements.csv")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        (
            "people.csv",
            b"",
            "There is no table people (give table= where the file has another name); there are articles,",
        ),
        ("meetings.csv", None, "There is no file"),
        ("meetings.csv", "会议".encode("gb18030"), "meetings.csv is not in UTF-8."),
        ("meetings.csv.gz", b"\x1f\x8b\x08\x00", "meetings.csv.gz cannot be read:"),
        ("meetings.csv", b"\x00\x01\x02", "meetings.csv is no table meetings: it lacks"),
    ],
)
def test_what_is_no_such_file(tmp_path: Path, name: str, content: bytes | None, sentence: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ReleaseError, match=re.escape(sentence)):
        huiyao.read_csv(tmp_path / name)


def test_a_table_that_is_asked_for_by_a_wrong_name(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=r"There is no table people; there are articles,"):
        huiyao.read_csv(tmp_path / "meetings.csv", table="people")


def test_a_cell_may_be_longer_than_python_s_limit(tmp_path: Path) -> None:
    row: dict[str, Any] = dict.fromkeys(TABLES["rejects"].column_names, "甲" * 200_000)
    table = pa.Table.from_pylist([row], schema=arrow_schema(TABLES["rejects"]))
    write_csv(table, tmp_path / "rejects.csv")
    assert huiyao.read_csv(tmp_path / "rejects.csv")["record"].tolist() == ["甲" * 200_000]
    text = (tmp_path / "rejects.csv").read_bytes().decode().rsplit(",", 1)[0]
    (tmp_path / "rejects.csv").write_bytes(f"{text}\r\n".encode())
    with pytest.raises(ReleaseError, match="line 2: there are 6 cells instead of 7"):
        huiyao.read_csv(tmp_path / "rejects.csv")
