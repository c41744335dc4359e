"""The page at 100, 1,000 and 5,000 articles of the sample corpus: size, time to write it, to open it and to search it.

Writing is compared with writing the Parquet files of the same release, opening with opening an empty page in the same
browser. Beyond the corpus its articles come again, seven years later.
"""

from __future__ import annotations

import gzip
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.webpage.conftest import browser_path
from tests.webpage.release import content_of

from huiyao.pipeline import build
from huiyao.publish.content import Content
from huiyao.publish.parquetfile import write_parquet_files
from huiyao.publish.webpage import write_webpage

ROUNDS = 5
MOST_BYTES, MOST_SECONDS = 5_000_000, 2.0  # what is promised of a page


def content(shared: Path, count: int, full_text: bool, folder: Path) -> Content:
    """Return the content of a release of so many articles."""
    with gzip.open(shared / "corpus" / "news-sample.jsonl.gz", "rt", encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    spread = items[:: max(len(items) // count, 1)]
    chosen = [again(item, n) for n in range(-(-count // len(spread))) for item in spread][:count]
    source = folder / "news.jsonl"
    folder.mkdir()
    source.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in chosen), encoding="utf-8")
    return content_of(build(folder, full_text=full_text)[0])


def again(item: dict[str, str], n: int) -> dict[str, str]:
    """Return the article as it is, or, n times seven years later, a little longer."""
    published, text = item["published"], item["text"]
    return item | {"published": f"{int(published[:4]) + 7 * n}{published[4:]}", "text": text + "再报。" * n}


def seconds(work: Callable[[], object]) -> float:
    """Return how long the work takes: the median of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def opened(browser: Browser, file: Path, ready: str) -> Page:
    page = browser.new_page()
    page.goto(file.as_uri())
    page.wait_for_selector(ready, state="attached")
    return page


SEARCH = """() => {
  const field = document.getElementById("search"), start = performance.now();
  field.value = "人工智能 发展";
  field.dispatchEvent(new InputEvent("input"));
  return performance.now() - start;
}"""


@pytest.mark.parametrize(("count", "full_text"), [(100, False), (1_000, False), (5_000, False), (5_000, True)])
def test_size_and_times_of_the_page(shared: Path, tmp_path: Path, count: int, full_text: bool) -> None:
    made = content(shared, count, full_text, tmp_path / "seeds")
    release = tmp_path / "release"
    release.mkdir()
    parquet = seconds(lambda: write_parquet_files(release, made))
    write = seconds(lambda: write_webpage(release, made))
    empty = tmp_path / "empty.htm"
    empty.write_text("<!doctype html><title>empty</title><p id=ready>", encoding="utf-8")
    pages = sorted(release.glob("index*.html"), key=lambda file: len(file.name))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path())
        nothing = seconds(lambda: opened(browser, empty, "#ready").close())
        page_seconds = seconds(lambda: opened(browser, pages[0], "html[data-ready]").close())
        page = opened(browser, pages[0], "html[data-ready]")
        page.evaluate("location.hash = '#/search'")
        page.wait_for_selector("#view h1")
        first, again = page.evaluate(SEARCH), page.evaluate(SEARCH)
        browser.close()
    sizes = [file.stat().st_size for file in pages]
    print(
        f"\n{made.tables['articles'].num_rows:,} articles, {made.tables['measures'].num_rows:,} measures"
        f"{', with full text' if full_text else ''}: {len(pages)} page(s), the largest {max(sizes) / 1e6:.2f} MB; "
        f"written in {write / parquet:.1f} times the time of the Parquet files ({write:.2f} s : {parquet:.2f} s); "
        f"opened in {page_seconds / nothing:.1f} times the time of an empty page ({page_seconds:.2f} s : {nothing:.2f} s); "
        f"first search {first:.0f} ms, the next {again:.0f} ms"
    )
    assert max(sizes) < MOST_BYTES
    if page_seconds > MOST_SECONDS:
        print(f"  slower than promised: {MOST_SECONDS} s")
