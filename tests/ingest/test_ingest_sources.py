"""Folders and files: which are sources, and what each kind of file gives."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from pathlib import Path

import pytest

from huiyao.ingest import SourceError, list_sources, overrides_text, read_source

TEXT = "江海市召开会议\n\n市长林某某昨天主持召开会议，听取有关情况汇报。\n"
ROW: dict[str, object] = {
    "id": "1",
    "published": "2024-05-01",
    "publisher": "江海日报",
    "headline": "江海市召开会议",
    "text": TEXT.split("\n")[2],
}


def write(folder: Path, name: str, data: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return name


def test_sources_are_listed_sorted_without_what_is_none(tmp_path: Path) -> None:
    kept = ["b.txt", "a/c.MD", "a/README.md", "news.jsonl.gz", "page.htm", "notes.docx", "没有.html"]
    left_out = [
        "README.md",
        ".hidden.txt",
        ".git/x.txt",
        "b.txt~",
        "b.txt.bak",
        "#b.txt#",
        "huiyao.yml",
        "a/x.yaml",
        ".b.txt.swp",
    ]
    for name in kept + left_out:
        write(tmp_path, name, TEXT)
    assert list_sources(tmp_path) == sorted(kept)


def test_a_missing_root_is_one_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"There is no folder .*nowhere to read articles from\."):
        list_sources(tmp_path / "nowhere")
    with pytest.raises(SourceError):
        list_sources(tmp_path / write(tmp_path, "file.txt", TEXT))


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path, "a/b.txt", TEXT)
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert list_sources(tmp_path) == ["a/b.txt"]


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    try:
        with open(os.fsencode(tmp_path) + b"/\xff\xfe.txt", "wb") as file:
            file.write(TEXT.encode())
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    with pytest.raises(SourceError, match="please rename it"):
        list_sources(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_a_text_in_any_encoding_gives_the_same_article(tmp_path: Path, encoding: str) -> None:
    data = TEXT.replace("\n", "\r\n").encode(encoding)
    found = read_source(tmp_path, write(tmp_path, "a/x.txt", data))
    (article,) = found.articles
    assert found.rejects == ()
    assert article.text == "江海市召开会议\n市长林某某昨天主持召开会议，听取有关情况汇报。"
    assert article.source_sha256 == hashlib.sha256(data).hexdigest()
    assert (article.source, article.sources) == ("a/x.txt", ("a/x.txt#0",))


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("x.txt", b"", "empty"),
        ("x.md", b"\n \n", "empty"),
        ("x.html", b"", "empty"),
        ("x.jsonl", b"", "empty"),
        ("x.jsonl", b"\n\n", "empty"),
        ("x.jsonl.gz", gzip.compress(b""), "empty"),
        ("x.txt", b"%PDF-1.7 \x00", "binary"),
        ("x.html", b"\x89PNG\r\n\x1a\n\x00", "binary"),
        ("x.jsonl", b"PK\x03\x04\x00\x00", "binary"),
        ("x.txt", b"\xff\x80\xff\x81 \xc3\x28", "encoding"),
        ("x.jsonl", b"\xff\x80\xff\x81 \xc3\x28", "encoding"),
        ("x.txt", b"Only English here.", "no_chinese"),
        ("x.md", b"---\nheadline: x\n---\nOnly English here.", "no_chinese"),
        ("x.html", b"<html><body><p>Only English here.</p></body></html>", "no_chinese"),
        ("x.jsonl.gz", b"no gzip", "gzip"),
        ("x.docx", b"PK\x03\x04", "unsupported"),
        ("x", TEXT.encode(), "unsupported"),
        ("x.gz", gzip.compress(TEXT.encode()), "unsupported"),
    ],
)
def test_what_cannot_be_read_is_one_reject(tmp_path: Path, name: str, data: bytes, rule: str) -> None:
    found = read_source(tmp_path, write(tmp_path, name, data))
    assert found.articles == ()
    (reject,) = found.rejects
    assert (reject.source, reject.table, reject.rule) == (name, "sources", rule)
    assert reject.reason.endswith(".")


def test_a_file_that_is_gone_is_a_reject(tmp_path: Path) -> None:
    (reject,) = read_source(tmp_path, "gone.txt").rejects
    assert reject.rule == "unreadable"
    (reject,) = read_source(tmp_path, "gone.jsonl").rejects
    assert reject.rule == "unreadable"


FRONT = '---\npublished: {}\npublisher: 江海日报\nurl: "https://news.example.cn/1"\ntags: [a, b]\n---\n'


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("2024-05-01", "2024-05-01"),
        ("'2024-05-01'", "2024-05-01"),
        ("2024-05-01T09:30:00+08:00", "2024-05-01"),
        ("2024-05-01 09:30", "2024-05-01"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("XXXX-05-01", "XXXX-05-01"),
        ("", None),
        ("null", None),
    ],
)
def test_front_matter(tmp_path: Path, given: str, published: str | None) -> None:
    found = read_source(tmp_path, write(tmp_path, "x.md", FRONT.format(given) + TEXT))
    (article,) = found.articles
    assert found.rejects == ()
    assert (article.published, article.published_basis) == (published, "metadata" if published else None)
    assert (article.publisher, article.url) == ("江海日报", "https://news.example.cn/1")
    assert article.headline == "江海市召开会议"


@pytest.mark.parametrize("given", ["2024-02-30", "01/05/2024", "昨天", "[1, 2]", "2024-13"])
def test_a_date_that_is_none_is_left_out_and_said(tmp_path: Path, given: str) -> None:
    found = read_source(tmp_path, write(tmp_path, "x.md", FRONT.format(given) + TEXT))
    assert [article.published for article in found.articles] == [None]
    (reject,) = found.rejects
    assert (reject.table, reject.rule) == ("articles", "published")
    assert reject.record is None if given.startswith("[") else json.loads(reject.record or "") == {"published": given}


@pytest.mark.parametrize("front", ["---\n- a\n- b\n---\n", "---\na: [\n---\n", "---\n" + "[" * 5000 + "\n---\n"])
def test_front_matter_that_is_no_mapping_is_a_reject(tmp_path: Path, front: str) -> None:
    (reject,) = read_source(tmp_path, write(tmp_path, "x.md", front + TEXT)).rejects
    assert reject.rule == "front_matter"


def test_aliases_do_not_blow_up(tmp_path: Path) -> None:
    steps = "".join(f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(20))
    found = read_source(tmp_path, write(tmp_path, "x.md", f"---\na0: &a0 x\n{steps}published: *a20\n---\n{TEXT}"))
    assert len(found.articles) == 1
    assert [reject.rule for reject in found.rejects] == ["published"]


def test_markdown_marks(tmp_path: Path) -> None:
    text = "# 江海市**召开**会议\n\n> 市长林某某主持会议。\n\n## 建设水库\n\n**会议指出**，要抓好落实。\n\n**改造管网**\n\n* 会议闭幕。\n"
    (article,) = read_source(tmp_path, write(tmp_path, "x.md", text)).articles
    assert [(block.kind, article.text[block.start : block.end]) for block in article.blocks] == [
        ("headline", "江海市召开会议"),
        ("body", "市长林某某主持会议。"),
        ("subhead", "建设水库"),
        ("body", "会议指出，要抓好落实。"),
        ("subhead", "改造管网"),
        ("body", "会议闭幕。"),
    ]


def test_each_first_level_heading_begins_an_article(tmp_path: Path) -> None:
    text = "# 甲市召开会议\n\n会议昨天召开。\n\n# 乙市召开会议\n\n会议今天召开。\n"
    found = read_source(tmp_path, write(tmp_path, "x.md", text))
    assert [article.headline for article in found.articles] == ["甲市召开会议", "乙市召开会议"]


def json_lines(*rows: object) -> bytes:
    return b"".join(
        (row if isinstance(row, bytes) else json.dumps(row, ensure_ascii=False).encode()) + b"\n" for row in rows
    )


@pytest.mark.parametrize("name", ["x.jsonl", "x.jsonl.gz"])
def test_json_lines(tmp_path: Path, name: str) -> None:
    data = json_lines(
        ROW, b"{broken", b"", {"id": "3"}, [1], {"text": 5}, {"text": "English"}, b"[" * 9000, b'{"text": "\xff"}', ROW
    )
    found = read_source(tmp_path, write(tmp_path, name, gzip.compress(data) if name.endswith("gz") else data))
    assert [article.sequence for article in found.articles] == [0, 9]
    assert [(reject.rule, reject.table) for reject in found.rejects] == [
        (rule, "articles") for rule in ("json", "json", "json", "json", "no_chinese", "json", "encoding")
    ]
    lines = [2, 4, 5, 6, 7, 8, 9]
    assert all(f"ine {line}" in reject.reason for line, reject in zip(lines, found.rejects, strict=True))
    first = found.articles[0]
    assert (first.headline, first.published, first.publisher, first.url) == (
        ROW["headline"],
        "2024-05-01",
        "江海日报",
        None,
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "gb18030", "big5"])
def test_json_lines_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    row = ROW | {"text": "會議昨天在江海市召開，林某某出席。" if encoding == "big5" else ROW["text"]}
    row |= {"publisher": None, "headline": "江海市召開會議" if encoding == "big5" else "江海市召开会议"}
    data = (json.dumps(row, ensure_ascii=False) + "\n").encode(encoding) * (
        1 if encoding in ("utf-8-sig", "utf-16") else 2
    )
    found = read_source(tmp_path, write(tmp_path, "x.jsonl", data))
    assert found.rejects == ()
    assert {article.headline for article in found.articles} == {row["headline"]}


def test_one_json_line_is_one_article(tmp_path: Path) -> None:
    page = "甲市召开会议\n\n会议昨天召开。\n\n本报记者 王小某\n\n乙市召开会议\n\n会议今天召开。\n\n本报记者 李大某"
    found = read_source(tmp_path, write(tmp_path, "x.jsonl", json_lines({"text": page})))
    assert len(found.articles) == 1


def test_a_wrong_date_in_a_json_line_keeps_the_article(tmp_path: Path) -> None:
    found = read_source(tmp_path, write(tmp_path, "x.jsonl", json_lines(ROW | {"published": 20240501, "url": 5})))
    assert [article.published for article in found.articles] == [None]
    assert [reject.rule for reject in found.rejects] == ["published", "url"]
    assert "in line 1" in found.rejects[0].reason


@pytest.mark.parametrize("keep", [0.5, 0.9])
def test_a_truncated_archive_keeps_what_was_read(tmp_path: Path, keep: float) -> None:
    rows = [ROW | {"text": f"会议第{n}项议程是{hashlib.sha256(str(n).encode()).hexdigest()}。"} for n in range(3000)]
    data = gzip.compress(json_lines(*rows))
    found = read_source(tmp_path, write(tmp_path, "x.jsonl.gz", data[: int(len(data) * keep)]))
    assert 0 < len(found.articles) < 3000
    (reject,) = found.rejects
    assert reject.rule == "gzip"
    assert str(len(found.articles)) in reject.reason


def test_a_line_without_end_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huiyao.ingest.jsonlines._LINE_LIMIT", 1000)
    data = json_lines(ROW, b'{"text": "' + b"a" * 5000 + b'"}', ROW)
    found = read_source(tmp_path, write(tmp_path, "x.jsonl", data))
    assert [article.sequence for article in found.articles] == [0, 2]
    assert [reject.rule for reject in found.rejects] == ["encoding"]


def test_overrides_are_no_source_but_are_read(tmp_path: Path) -> None:
    assert overrides_text(tmp_path) is None
    (tmp_path / "overrides.yml").write_text("\ufeffsame_as: []\n", encoding="utf-8")
    assert overrides_text(tmp_path) == "same_as: []\n"
    assert list_sources(tmp_path) == []


def test_overrides_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "overrides.yml").write_bytes("云州".encode("gbk"))
    with pytest.raises(SourceError, match=r"overrides\.yml is not in UTF-8\.$"):
        overrides_text(tmp_path)
    (tmp_path / "overrides.yml").unlink()
    (tmp_path / "overrides.yml").mkdir()
    with pytest.raises(SourceError, match=r"overrides\.yml cannot be read: Is a directory\.$"):
        overrides_text(tmp_path)
