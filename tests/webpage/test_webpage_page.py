"""What stands in the page: words, policy, charts, and one page or several."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any, get_args

import pytest
from tests.webpage.release import COMMITTED, ROOT, content_of, rows, write_page

from huiyao import lexicon
from huiyao.extract import confidence
from huiyao.extract.action import Form
from huiyao.publish.webpage import charts, page, parts
from huiyao.publish.webpage.page import words
from huiyao.schema.tables import RELEASED, TABLES

SOURCE = ROOT / "flows" / "huiyao" / "publish" / "webpage"
TABLE_ROWS = {name: rows(name) for name in TABLES}


def script() -> str:
    return "".join(path.read_text() for path in sorted(SOURCE.glob("script/*.js")))


def test_every_word_is_used_and_every_word_used_is_there() -> None:
    """Words are looked up by their key, a count by its noun, and a value of a column by a key that is put together."""
    text = (SOURCE / "page.html.jinja").read_text() + script()
    used = set(re.findall(r"""(?:word|zh|section|step)\((?:page [-+] 1, )?["']([a-z_]+)["'][,)]""", text))
    used |= set(re.findall(r'data-(?:word|label|hint)="([a-z_]+)"', text))
    used |= set(re.findall(r'(?:\? |word\()"([a-z_]+)" (?:if|else|:)', text))
    used |= set(re.findall(r'(?:else|:) "([a-z_]+)"\)', text))
    used |= {f"{noun}_{n}" for noun in re.findall(r'(?:counted|some)\("([a-z]+)"', text) for n in ("1", "n")}
    used -= {"en", "zh"}
    used |= {*RELEASED, *page.VIEWS, "persons"}
    put_together = (
        "filter_",
        "one_",
        "kind_",
        "topic_",
        "status_",
        "meeting_",
        "role_",
        "mode_",
        "rule_",
        "change_",
        "file_",
        "chart_",
    )
    assert {key for key in used if key not in words() and not key.endswith("_")} == set()
    assert {key for key in words() if key not in used and not key.startswith(put_together)} == set()


def test_every_value_that_the_tables_can_have_has_words() -> None:
    enums = {(table, column.name): column.enum for table, declared in TABLES.items() for column in declared.columns}
    for table, column in (("measures", "status"), ("speakers", "role"), ("statements", "mode")):
        assert {f"{column}_{value}" for value in enums[table, column]} <= set(words())
    assert {f"meeting_{value}" for value in enums["meetings", "status"]} <= set(words())
    assert {f"topic_{kind}" for kind in lexicon.kinds("topics").values()} <= set(words())
    assert {f"kind_{kind}" for kind in lexicon.kinds("meeting_nouns").values()} <= set(words())


def test_every_rule_has_words_part_by_part_and_keeps_its_name_in_english() -> None:
    forms = set(get_args(Form))
    parts = {part for _, rule in confidence._counts() for part in rule.split(", ")}
    named = {key.removeprefix("rule_") for key in words() if key.startswith("rule_")}
    assert forms | parts <= named
    assert all(words()[f"rule_{name}"][0] == name for name in named)


def test_both_languages_say_the_same_values() -> None:
    for key, (en, zh) in words().items():
        assert en.strip(), key
        assert zh.strip(), key
        assert sorted(re.findall(r"\{\w+\}", en)) == sorted(re.findall(r"\{\w+\}", zh)), key


def test_the_policy_lets_only_the_own_style_and_script_work() -> None:
    text = COMMITTED.read_text(encoding="utf-8")
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1])  # type: ignore[index]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag, source in (("style", "style-src"), ("script", "script-src")):
        inline = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)[1]  # type: ignore[index]
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{source} 'sha256-{digest}'" in policy
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//(?!creativecommons\.org/)""", text)
    assert not re.search(r'\son[a-z]+="', text), "no handler in an attribute"
    assert 'style="' not in text


def test_charts_count_what_the_tables_hold() -> None:
    topics, meetings, organizations = charts.charts(content_of(TABLE_ROWS).tables)
    measures = TABLE_ROWS["measures"]
    for topic in topics.names:
        for status in charts.STATUSES:
            assert topics.n(topic, status) == sum((row["topic"], row["status"]) == (topic, status) for row in measures)
    dated = [row["date"] for row in TABLE_ROWS["meetings"] if re.match(r"\d{4}-\d\d", row["date"] or "")]
    assert {year: meetings.n(year) for year in meetings.names} == {
        year: sum(day.startswith(year) for day in dated) for year in ("2023", "2024", "2025", "2026")
    }
    first = organizations.names[0]
    assert organizations.n(first) == sum(row["organization"] == first for row in TABLE_ROWS["speakers"]) > 1


@pytest.mark.parametrize(
    ("dates", "names"),
    [
        (["2024-11-03", "2025-02", "2025-02-07/2025-02-09"], ["2024-11", "2024-12", "2025-01", "2025-02"]),
        (["2024-11", "2027-11"], ["2024", "2025", "2026", "2027"]),
        (["1921-07", "2024-11", "2025-01"], [str(year) for year in range(2011, 2026)]),
        (["2024", "XXXX-05-01", None], None),
    ],
)
def test_meetings_are_counted_by_month_or_by_year(dates: list[str | None], names: list[str] | None) -> None:
    meetings = [row | {"date": day} for row, day in zip(TABLE_ROWS["meetings"], dates, strict=False)]
    found = charts.charts(content_of({"meetings": meetings}).tables)
    assert [chart.names for chart in found] == ([names] if names else [])


@pytest.mark.parametrize("key", ["chart_topics", "chart_organizations", "chart_months"])
def test_how_wide_words_are_has_no_part_in_a_chart(key: str) -> None:
    """Else the fonts of the machine that draws it had one, and its bytes were not the same everywhere."""
    parts_of = ("done", "planned") if key == "chart_topics" else ("",)

    def drawn(*names: str) -> str:
        bars = tuple(charts.Count(name, n, part) for n, name in enumerate(names, 3) for part in parts_of)
        return charts.draw(charts.Chart(key, bars, "measures", "topic"), lambda _, value: value)

    def without_words(svg: str) -> str:
        return re.sub(r">[^<>]+</text>", "></text>", svg)

    narrow, wide = ("i", "ii", "iii"), ("\u4e00" * 12, "WWWWWWWWWWWW", "\U00020000" * 9)
    assert drawn(*narrow) != drawn(*wide)
    assert without_words(drawn(*narrow)) == without_words(drawn(*wide))


def test_names_in_a_chart_are_text_and_cut_where_they_are_too_long() -> None:
    bars = (charts.Count("<b>&", 3), charts.Count("A" * 40, 2))
    svg = charts.draw(charts.Chart("chart_organizations", bars, "speakers", "organization"), lambda _, value: value)
    assert "&lt;b&gt;&amp;" in svg
    assert "AAA…" in svg
    assert "A" * 30 not in svg


def records(file: Path) -> dict[str, Any]:
    """Return what a page holds, as its script reads it."""
    kind, text = re.search(
        r'<script id="records" type="([^"]+)">(.*?)</script>', file.read_text(encoding="utf-8"), re.DOTALL
    ).groups()  # type: ignore[union-attr]
    found: dict[str, Any] = json.loads(text if kind == "application/json" else zlib.decompress(base64.b64decode(text)))
    return found


def values(packed: Any) -> list[Any]:
    return packed if isinstance(packed, list) else [packed["of"][place] for place in packed["at"]]


def test_a_large_release_has_several_pages_with_every_record_on_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "MOST_ARTICLES", 7)
    write_page(tmp_path, TABLE_ROWS)
    files = [tmp_path / page.page_name(number) for number in range(3)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index-2.html", "index-3.html", "index.html"]
    held = [records(file) for file in files]
    for table, key in (("articles", "article_id"), ("statements", "statement_id"), ("measures", "measure_id")):
        shown = [id_ for one in held for id_ in values(one[table][key])]
        assert sorted(shown) == sorted(row[key] for row in TABLE_ROWS[table])
    for table, key in (("meetings", "meeting_id"), ("speakers", "speaker_id")):
        assert {id_ for one in held for id_ in values(one[table][key])} == {row[key] for row in TABLE_ROWS[table]}
    days = [[day for day in values(one["articles"]["published"]) if day] for one in held]
    assert days[0]
    assert max(days[0]) <= min(days[1])
    told = json.loads(re.search(r'<script id="page"[^>]*>(.*?)</script>', files[0].read_text(encoding="utf-8"))[1])  # type: ignore[index]
    named = {
        value
        for name in ("previous", "next", "parent")
        for value in values(held[0]["meetings"][name])
        if isinstance(value, str)
    }
    assert named
    assert set(told["elsewhere"]) == named
    for id_, (name, _) in told["elsewhere"].items():
        assert id_ in values(records(tmp_path / name)["meetings"]["meeting_id"])


def test_a_part_that_would_be_too_big_is_cut_in_two(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = content_of(TABLE_ROWS).tables
    (whole,) = parts.parts(tables)
    monkeypatch.setattr(parts, "MOST_BYTES", len(whole.records.encode()) - 1)
    cut = parts.parts(tables)
    assert [part.n_articles for part in cut] == [9, 10]
    assert all(len(part.records.encode()) < len(whole.records.encode()) for part in cut)
    assert (whole.first, whole.last) == (date(2023, 4, 24), date(2026, 6, 12))


def test_many_records_are_compressed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    plain = records(write_page(tmp_path / "plain", TABLE_ROWS))
    monkeypatch.setattr(parts, "PLAIN_BYTES", 1000)
    packed = write_page(tmp_path / "packed", TABLE_ROWS)
    assert records(packed) == plain
    assert packed.stat().st_size < (tmp_path / "plain" / "index.html").stat().st_size
