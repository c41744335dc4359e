"""The page in a real browser, opened from disk. `open_page` fails on any error in it and on any request."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pyarrow.parquet as pq
import pytest
from playwright.sync_api import Browser, Page, expect
from tests.webpage.conftest import Open
from tests.webpage.release import COMMITTED, COUNCIL, FORUM, rows, write_page

from huiyao.pipeline import publish
from huiyao.publish.checksums import parse_checksums
from huiyao.publish.webpage import parts
from huiyao.schema.tables import TABLES

CELLS = "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
LOOKS = "mark => getComputedStyle(mark).backgroundColor + getComputedStyle(mark).boxShadow"


def expect_address(page: Page, address: str) -> None:
    """Expect what stands behind # in the page's address, given as one reads it: an address changes a moment after what it shows."""
    expect(page).to_have_url(page.url.partition("#")[0] + quote(address, safe="#/?=&"))


def test_overview_counts_what_the_tables_hold(open_page: Open) -> None:
    page = open_page()
    expect(page.get_by_role("heading", level=1)).to_have_text("中文新闻中的会议")
    for table, name in {"meetings": "会议", "speakers": "发言人", "measures": "举措", "statements": "言论"}.items():
        expect(page.locator(f".tiles a[href='#/{table}']")).to_have_text(f"{len(rows(table))} {name}")
    assert page.locator(".chart div svg:visible").count() == 3


def test_downloads_lead_to_the_files_with_their_hashes(open_page: Open) -> None:
    page = open_page()
    linked = page.locator("#overview a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    files = [href for href in linked if not href.startswith(("#", "http"))]
    assert {"measures.parquet", "measures.csv", "huiyao.xlsx", "datapackage.json"} <= set(files)
    assert all((COMMITTED.parent / name).is_file() for name in files)
    told = page.locator(".hashes tbody tr").evaluate_all(CELLS)
    checked = parse_checksums((COMMITTED.parent / "SHA256SUMS").read_bytes())
    assert dict(told) == {name: hash_ for name, hash_ in checked.items() if name != "index.html"}


def test_a_chinese_word_is_found_while_it_is_typed(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type("数据", delay=20)
    expect(page.get_by_role("heading", level=1)).to_have_text("搜索：数据")
    expect_address(page, "#/search?q=数据")
    expected = sum("数据" in row["text"] for row in rows("statements"))
    expect(page.get_by_role("heading", name=f"言论 ({expected})")).to_be_visible()
    assert set(page.locator("mark.hit").all_inner_texts()) == {"数据"}
    expect(page.locator("#search")).to_be_focused()


def test_full_width_and_case_do_not_matter_and_every_word_must_be_there(open_page: Open) -> None:
    page = open_page(address="#/speakers?q=ｓ４资本")
    expect(page.locator(".results h2")).to_have_text(["S4资本"])
    page.get_by_role("link", name="举措").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("举措")
    page.locator("#filter-q").fill("数据 不会有这个词")
    expect(page.locator(".count")).to_have_text(f"0 条，共 {len(rows('measures'))} 条")


def test_filters_narrow_the_list_and_stand_in_the_address(open_page: Open) -> None:
    page = open_page(address="#/measures")
    page.locator("#filter-status").select_option("proposed")
    proposed = [row for row in rows("measures") if row["status"] == "proposed"]
    expect(page.locator(".count")).to_have_text(f"{len(proposed)} 条，共 {len(rows('measures'))} 条")
    page.locator("#filter-topic").select_option("科技创新")
    wanted = sorted(row["text"] for row in proposed if row["topic"] == "科技创新")
    expect(page.locator(".count")).to_have_text(f"{len(wanted)} 条，共 {len(rows('measures'))} 条")
    assert sorted(page.locator(".entry .what a").all_inner_texts()) == wanted
    expect_address(page, "#/measures?status=proposed&topic=科技创新")
    page.go_back()
    expect(page.locator(".count")).to_have_text(f"{len(proposed)} 条，共 {len(rows('measures'))} 条")
    page.get_by_role("link", name="清除筛选").click()
    expect_address(page, "#/measures")


def test_who_is_looked_for_by_part_of_a_name(open_page: Open) -> None:
    page = open_page(address="#/measures")
    page.locator("#filter-who").fill("龚")
    n = sum("龚" in (row["by"] or "") + (row["actor"] or "") for row in rows("measures"))
    expect(page.locator(".count")).to_have_text(f"{n} 条，共 {len(rows('measures'))} 条")
    expect_address(page, "#/measures?who=龚")


def test_the_evidence_of_a_measure_is_its_sentence_with_its_place_marked(open_page: Open) -> None:
    page = open_page(address="#/measures?who=龚正")
    entry = page.locator(".entry").first
    text = entry.locator(".what a").inner_text()
    measure = next(row for row in rows("measures") if row["text"] == text)
    entry.locator(".what a").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("blockquote")).to_have_text(measure["evidence"].strip())
    expect(dialog.locator("blockquote mark")).to_have_text(text)
    article = next(row for row in rows("articles") if row["article_id"] == measure["article_id"])
    caption = dialog.locator("figcaption").inner_text()
    assert article["headline"] in caption
    assert f"{article['source']}#{article['sequence']}" in caption
    assert f"第 {measure['start']}–{measure['end']} 字" in caption
    expect(dialog).to_contain_text(f"{round(measure['confidence'] * 100)}% 正确")
    expect_address(page, f"#/measures?who=龚正&record={measure['measure_id']}")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect_address(page, "#/measures?who=龚正")
    expect(entry.locator(".what a")).to_be_focused()


def test_the_rule_that_found_a_record_is_told_in_the_language_of_the_page(open_page: Open) -> None:
    measure = next(row for row in rows("measures") if row["rule"] == "verb, in a statement of power")
    for language, rule in {"zh": "以动词开头，有权作出决定者的言论；", "en": "verb, in a statement of power;"}.items():
        page = open_page(address=f"#/measures?lang={language}&record={measure['measure_id']}")
        expect(page.get_by_role("dialog")).to_contain_text(rule)


def test_every_measure_and_statement_has_its_own_text_on_the_page(open_page: Open) -> None:
    page = open_page()
    for table in ("measures", "statements"):
        shown = page.evaluate(f"DATA.{table}.map(row => [row.id, row.text])")
        key = f"{table[:-1]}_id"
        assert dict(shown) == {row[key]: row["text"] for row in rows(table)}
    objects = page.evaluate("DATA.measures.map(row => [row.id, row.object])")
    assert dict(objects) == {row["measure_id"]: row["object"] for row in rows("measures")}


def test_sentences_around_measures_are_those_of_the_table(open_page: Open) -> None:
    page = open_page()
    shown = dict(page.evaluate("DATA.measures.map(row => [row.id, sentenceAt(spansOf(row)[0])])"))
    joined = {id_: "".join(found[part] for part in ("before", "marked", "after")) for id_, found in shown.items()}
    assert {id_: text.strip() for id_, text in joined.items()} == {
        row["measure_id"]: row["evidence"].strip() for row in rows("measures")
    }


def test_a_meeting_leads_to_its_speakers_its_measures_and_its_other_editions(open_page: Open) -> None:
    page = open_page(address="#/meetings")
    page.locator("#filter-series").fill("全球媒体创新论坛")
    page.get_by_role("link", name="第五届全球媒体创新论坛").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("第五届全球媒体创新论坛")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    facts = page.locator(".facts").first
    expect(facts).to_contain_text("重庆")
    expect(facts).to_contain_text("2026年6月10日")
    measures = [row for row in rows("measures") if row["meeting_id"] == FORUM]
    expect(page.get_by_role("heading", name=f"举措 ({len(measures)})")).to_be_visible()
    facts.get_by_role("link", name="第二届全球媒体创新论坛").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("第二届全球媒体创新论坛")
    expect(page.locator(".facts").first.get_by_role("link", name="第五届全球媒体创新论坛")).to_be_visible()


def test_speakers_stand_by_organization_and_have_a_page_with_what_they_said(open_page: Open) -> None:
    page = open_page(address="#/speakers")
    page.locator("#filter-organization").fill("西门子")
    expect(page.locator(".results h2")).to_have_text(["西门子股份公司"])
    page.get_by_role("link", name="博乐仁").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("博乐仁")
    said = [row["text"] for row in rows("statements") if row["speaker"] == "博乐仁"]
    assert said
    for text in said:
        expect(page.get_by_role("link", name=text, exact=True)).to_be_visible()


def test_the_language_switches_and_goes_along(open_page: Open) -> None:
    page = open_page(address="#/measures?status=done")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Measures")
    assert page.evaluate("document.documentElement.lang") == "en"
    expect_address(page, "#/measures?status=done&lang=en")
    page.get_by_role("link", name="Meetings", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Meetings")
    assert page.title().startswith("Meetings – huiyao")
    page.get_by_role("link", name="Overview").click()
    expect(page.locator(".only-en svg:visible")).to_have_count(3)
    expect(page.locator(".only-zh svg:visible")).to_have_count(0)
    page.get_by_role("link", name="中文").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("中文新闻中的会议")


def test_a_reader_elsewhere_gets_english(open_page: Open) -> None:
    page = open_page(locale="de-DE")
    expect(page.get_by_role("heading", level=1)).to_have_text("Meetings in Chinese news")


def test_a_shared_address_shows_the_same(open_page: Open) -> None:
    address = f"#/meeting/{FORUM}?lang=en&record={FORUM}"
    page = open_page(address=address)
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator("#view h1")).to_have_text("第五届全球媒体创新论坛")
    expect_address(page, address)


@pytest.mark.parametrize(
    "address", ["#/meeting/m-0000000000000000", "#/nothing", "#/meeting/%E4%BC", "#/person/constructor", "#/__proto__"]
)
def test_an_address_of_nothing_says_so(open_page: Open, address: str) -> None:
    page = open_page(address=address)
    expect(page.get_by_role("heading", level=1)).to_have_text("未找到")


def test_the_whole_article_shows_all_its_records(open_page: Open, full_text: Path) -> None:
    page = open_page(full_text)
    articles = page.evaluate("DATA.articles.map(article => [article.id, article.measures.length])")
    article_id, n = max(articles, key=lambda pair: pair[1])
    text = next(
        row["text"]
        for row in pq.read_table(full_text.parent / "articles.parquet").to_pylist()
        if row["article_id"] == article_id
    )
    page = open_page(full_text, f"#/article/{article_id}")
    assert page.locator(".article p").evaluate_all("parts => parts.map(part => part.textContent)") == [text]
    assert n > 0
    measures = [
        row
        for row in pq.read_table(full_text.parent / "measures.parquet").to_pylist()
        if row["article_id"] == article_id
    ]
    marked = "".join(page.locator(".article mark.measure").all_text_contents())
    covered = {place for row in measures for place in range(row["start"], row["end"])}
    assert marked == "".join(text[place] for place in sorted(covered))
    highlighted = page.locator(".article mark.measure").first
    before = highlighted.evaluate(LOOKS)
    page.get_by_label("举措").uncheck()
    assert highlighted.evaluate(LOOKS) != before
    page.locator(".article mark.measure a").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_speaker_opens_the_sentence_that_names_him(open_page: Open, full_text: Path) -> None:
    page = open_page(full_text, f"#/meeting/{COUNCIL}")
    line = page.locator(".line").first
    name = line.locator("h3 a").inner_text()
    line.get_by_role("link", name="原文位置").click()
    expect(page.get_by_role("dialog").locator("blockquote mark").first).to_have_text(name)


def test_without_the_text_the_page_says_that_it_is_missing(open_page: Open, tmp_path: Path) -> None:
    page = open_page(
        write_page(tmp_path, {"articles": rows("articles"), "meetings": rows("meetings")}), f"#/meeting/{FORUM}"
    )
    expect(page.locator(".missing")).to_have_text("本版数据未收录该段原文，其位置见下。")
    expect(page.locator(".evidence figcaption")).to_contain_text(re.compile(r"第 [\d,]+–[\d,]+ 字"))


def test_a_release_without_records_can_be_read(open_page: Open, tmp_path: Path) -> None:
    page = open_page(write_page(tmp_path, {}))
    for view, name in {"meetings": "会议", "speakers": "发言人", "measures": "举措"}.items():
        page.locator(f"#navigation a[data-view={view}]").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        expect(page.locator(".count")).to_have_text("0 条，共 0 条")


def test_a_phone_needs_no_sideways_scrolling(open_page: Open, full_text: Path) -> None:
    for address in ("", "#/meetings", f"#/meeting/{FORUM}", "#/measures", "#/speakers"):
        page = open_page(full_text, address, viewport={"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address


def test_paper_shows_the_records_without_the_controls(open_page: Open) -> None:
    page = open_page(address="#/measures")
    page.emulate_media(media="print")
    expect(page.locator("#top")).to_be_hidden()
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator(".entry").first).to_be_visible()


def test_the_keyboard_alone_goes_from_the_overview_to_the_evidence(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    expect(page.locator("#skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.locator("#navigation a[data-view=measures]").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("举措")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.what') !== null"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_large_release_leads_from_page_to_page(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "MOST_ARTICLES", 10)
    file = write_page(tmp_path, {name: rows(name) for name in TABLES})
    page = open_page(file)
    assert page.locator("#parts a").evaluate_all("links => links.map(link => link.getAttribute('href'))") == [
        "index.html",
        "index-2.html",
    ]
    earlier = page.evaluate(
        "Object.values(PAGE.elsewhere).length && DATA.meetings.find(meeting => PAGE.elsewhere[meeting.next]).id"
    )
    page.evaluate("id => { location.hash = `#/meeting/${id}?lang=en` }", earlier)
    name = page.evaluate("id => PAGE.elsewhere[BY_ID.get(id).next][1]", earlier)
    page.locator(".facts").first.get_by_role("link", name=name).click()
    page.wait_for_url("**/index-2.html#/meeting/*lang=en")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.goto(f"{file.as_uri()}#/meeting/{page.evaluate('address.id')}")
    expect(page.get_by_role("heading", level=1)).to_have_text("未找到")
    expect(page.locator("#view p")).to_have_text("本页没有该记录，可能在本版数据的其他部分。")


def test_what_changed_is_counted_by_table(open_page: Open, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("云州召开座谈会\n云州市市长甄有才表示，将设立基金。", encoding="utf-8")
    publish(seeds, tmp_path / "datasets")
    (seeds / "b.txt").write_text("沙州召开座谈会\n沙州市市长贾有才表示，将新建码头。", encoding="utf-8")
    made = publish(seeds, tmp_path / "datasets")
    page = open_page(Path(made.release.location) / "index.html")
    changed = page.locator("section", has=page.get_by_role("heading", name="变更"))
    expect(changed).to_contain_text("1.0.0")
    assert ["文章", "1", "0", "0", "0"] in changed.locator("tbody tr").evaluate_all(CELLS)
    assert ["举措", "1", "0", "0", "0"] in changed.locator("tbody tr").evaluate_all(CELLS)


def test_lines_to_load_a_table_can_be_copied(open_page: Open) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    snippet = page.locator(".snippet", has=page.get_by_role("heading", name="pandas"))
    snippet.get_by_role("button").click()
    expect(snippet.get_by_role("button")).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == 'import pandas as pd\nmeasures = pd.read_parquet("measures.parquet")'


def test_a_page_whose_records_cannot_be_read_says_so(browser: Browser, tmp_path: Path) -> None:
    text = COMMITTED.read_text(encoding="utf-8").replace(
        'type="application/json">{"articles"', 'type="application/json">{"artic'
    )
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    page = browser.new_page(locale="en-GB")
    page.goto((tmp_path / "index.html").as_uri())
    expect(page.locator("#trouble")).to_be_visible()
    expect(page.locator("#trouble")).to_contain_text("The records cannot be read")
    expect(page.get_by_role("link", name="measures.csv")).to_be_visible()
    page.close()
