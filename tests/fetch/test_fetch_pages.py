"""Pages from run to run: what is written, what stays byte for byte, and what is asked of the server."""

from __future__ import annotations

import json
import shutil
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from huiyao.fetch import Fetched
from huiyao.fetch.addresses import absolute, file_name
from huiyao.ingest import list_sources, read_source
from huiyao.pipeline import Work, build, publish

from .conftest import QUICK, Folder, Site, article, reply, rss

AGE = "Fri, 17 May 2024 09:30:00 GMT"
DATED = "<link>/1.html</link><pubDate>Fri, 17 May 2024 20:00:00 GMT</pubDate>"


def kinds(fetched: Fetched) -> list[str]:
    return [outcome.kind for outcome in fetched.outcomes]


def feed(site: Site, *items: str) -> dict[str, str]:
    site.pages["/feed.xml"] = reply(rss(*items), kind="application/rss+xml")
    return {"feed": f"{site.url}/feed.xml", "publisher": "云州虚构报"}


def test_a_feed_becomes_files_that_a_release_is_made_from(site: Site, folder: Folder) -> None:
    site.pages |= {"/1.html": reply(article(1)), "/2.html": reply(article(2).encode("gb18030"))}
    folder.list(feed(site, DATED, "2.html", "/1.html#again"))
    fetched = folder.fetch()
    assert fetched.counts == {"new": 2, "changed": 0, "unchanged": 0, "refused": 0, "failed": 0}
    paths = [f"yunzhou/{file_name(f'{site.url}/{n}.html')}" for n in (1, 2)]
    assert [outcome.path for outcome in fetched.outcomes] == paths
    assert list_sources(folder.seeds) == sorted(paths)
    assert folder.files()[paths[1]].endswith(article(2).encode("gb18030"))
    (read,) = read_source(folder.seeds, paths[0]).articles
    assert (read.url, read.publisher) == (f"{site.url}/1.html", "云州虚构报")
    assert (read.published, read.published_basis) == ("2024-05-18", "metadata")
    tables, n_sources = build(folder.seeds)
    assert (n_sources, len(tables["articles"]), tables["rejects"]) == (2, 2, [])


def test_a_second_run_asks_only_whether_something_changed(site: Site, folder: Folder) -> None:
    told = {"If-None-Match": '"1"', "If-Modified-Since": AGE}
    folder.list(feed(site, "/1.html"))
    site.pages["/feed.xml"] = reply(rss("/1.html"), kind="text/xml", ETag='"1"', Last_Modified=AGE)
    site.pages["/1.html"] = reply(article(), ETag='"1"', Last_Modified=AGE)
    folder.fetch()
    before = folder.files()
    site.asked.clear()
    site.pages |= dict.fromkeys(("/feed.xml", "/1.html"), reply(b"", 304))
    for _ in range(2):
        assert kinds(folder.fetch()) == ["unchanged"]
    asked = [(path, headers) for path, headers in site.asked if path != "/robots.txt"]
    assert [path for path, _ in asked] == ["/feed.xml", "/1.html"] * 2
    assert all({name: headers[name] for name in told} == told for _, headers in asked)
    assert folder.files() == before


def test_what_is_gone_from_disk_is_fetched_anew(site: Site, folder: Folder) -> None:
    site.pages["/1.html"] = reply(article(), ETag='"1"')
    folder.list(feed(site, "/1.html"))
    folder.fetch()
    before = folder.files()
    shutil.rmtree(folder.seeds / "yunzhou")
    assert kinds(folder.fetch()) == ["new"]
    shutil.rmtree(folder.store)
    assert kinds(folder.fetch()) == ["unchanged"]
    assert folder.files() == before
    assert all(headers["If-None-Match"] is None for _, headers in site.asked)


def test_a_damaged_memory_is_none(site: Site, folder: Folder) -> None:
    site.pages["/1.html"] = reply(article(), ETag='"1"')
    folder.list(feed(site, "/1.html"))
    folder.fetch()
    (known,) = folder.store.rglob("yunzhou.json")
    for damaged in ("", "[]", '{"entries": [5], "seen": {}}', '{"entries": [], "seen": {"a": 5}}'):
        known.write_text(damaged, "utf-8")
        assert kinds(folder.fetch()) == ["unchanged"]


def test_what_changes_around_the_article_changes_nothing(site: Site, folder: Folder) -> None:
    site.pages["/1.html"] = reply(article())
    folder.list(feed(site, DATED))
    folder.fetch()
    before = folder.files()
    site.pages["/1.html"] = reply(
        article().replace("首页", "首页 您是第1024位访客").replace("<head>", "<head><!-- t -->")
    )
    assert kinds(folder.fetch()) == ["unchanged"]
    folder.list(feed(site, DATED.replace("17 May", "19 May")))
    assert kinds(folder.fetch()) == ["unchanged"]
    assert folder.files() == before


def test_a_page_that_changed_takes_the_place_of_its_file(site: Site, folder: Folder) -> None:
    site.pages["/1.html"] = reply(article())
    folder.list(feed(site, DATED))
    (path,) = (outcome.path for outcome in folder.fetch().outcomes)
    site.pages["/1.html"] = reply(article(extra="与会者一致表示同意。"))
    assert kinds(folder.fetch()) == ["changed"]
    (read,) = read_source(folder.seeds, str(path)).articles
    assert "与会者一致表示同意。" in read.text
    assert read.published == "2024-05-18"
    assert [*folder.files()] == [path]
    site.pages["/1.html"] = reply(article(head='<meta name="PubDate" content="2024-05-16">'))
    assert kinds(folder.fetch()) == ["changed"]
    assert read_source(folder.seeds, str(path)).articles[0].published == "2024-05-16"


def test_the_listing_changes_what_stands_in_front_without_a_download(site: Site, folder: Folder) -> None:
    site.pages["/1.html"] = reply(article(), ETag='"1"')
    folder.list({"pages": [f"{site.url}/1.html"]})
    (path,) = (outcome.path for outcome in folder.fetch().outcomes)
    site.pages["/1.html"] = reply(b"", 304)
    folder.list({"pages": [f"{site.url}/1.html"], "publisher": "河口虚构报"})
    assert kinds(folder.fetch()) == ["changed"]
    assert read_source(folder.seeds, str(path)).articles[0].publisher == "河口虚构报"


@pytest.mark.parametrize("status", [200, 404, 500])
def test_what_is_on_disk_outlives_a_page_that_is_gone(site: Site, folder: Folder, status: int) -> None:
    site.pages["/1.html"] = reply(article())
    folder.list(feed(site, "/1.html"))
    folder.fetch()
    before = folder.files()
    site.pages["/1.html"] = reply("<html><body><p>Please log in.</p></body></html>", status)
    (outcome,) = folder.fetch().outcomes
    assert (outcome.kind, outcome.path) == ("failed", next(iter(before)))
    assert folder.files() == before


def test_a_feed_that_fails_is_told_and_forgotten_nothing(site: Site, folder: Folder) -> None:
    site.pages["/1.html"] = reply(article(), ETag='"1"')
    folder.list(feed(site, "/1.html"))
    folder.fetch()
    good = site.pages["/feed.xml"]
    site.pages["/feed.xml"] = reply("<html><body>维护中</body></html>")
    (outcome,) = folder.fetch().outcomes
    assert (outcome.kind, outcome.url) == ("failed", f"{site.url}/feed.xml")
    site.pages["/feed.xml"] = good
    folder.fetch()
    assert site.asked[-1][1]["If-None-Match"] == '"1"'


def test_what_is_listed_no_more_is_forgotten_but_stays_on_disk(site: Site, folder: Folder) -> None:
    site.pages |= {f"/{n}.html": reply(article(n), ETag='"1"') for n in (1, 2)}
    folder.list(feed(site, "/1.html", "/2.html"))
    folder.fetch()
    folder.list(feed(site, "/2.html"))
    folder.fetch()
    (known,) = folder.store.rglob("yunzhou.json")
    assert sorted(json.loads(known.read_text("utf-8"))["seen"]) == [f"{site.url}/2.html", f"{site.url}/feed.xml"]
    assert len(folder.files()) == 2


def test_a_damaged_feed_gives_its_entries_and_is_told(site: Site, folder: Folder) -> None:
    site.pages["/1.html"] = reply(article())
    folder.list(feed(site, "/1.html"))
    site.pages["/feed.xml"] = reply(rss("/1.html").replace("</channel>", "<b></channel>"), ETag='"1"')
    fetched = folder.fetch()
    assert kinds(fetched) == ["failed", "new"]
    assert str(fetched.outcomes[0].reason).startswith("The feed is damaged (mismatched tag")
    assert kinds(folder.fetch()) == ["failed", "unchanged"]
    assert all(headers["If-None-Match"] is None for path, headers in site.asked if path == "/feed.xml")


def test_patterns_choose_what_of_a_feed_is_fetched(site: Site, folder: Folder) -> None:
    site.pages |= {f"/{name}": reply(article()) for name in ("news/1", "news/video/2", "sport/3")}
    entry = feed(site, "/news/1", "/news/video/2", "/sport/3")
    folder.list(entry | {"include": ["*/news/*"], "exclude": ["*/video/*"], "pages": [f"{site.url}/sport/3"]})
    folder.fetch()
    assert sorted(set(site.paths())) == ["/feed.xml", "/news/1", "/robots.txt", "/sport/3"]


def test_a_page_cannot_say_where_it_comes_from(site: Site, folder: Folder) -> None:
    lie = '<!--\n---\npublisher: "国家虚构社"\npublished: 1999-01-01\n---\n-->\n'
    site.pages["/1.html"] = reply(lie + article())
    folder.list({"pages": [f"{site.url}/1.html"], "publisher": "云州虚构报"})
    (path,) = (outcome.path for outcome in folder.fetch().outcomes)
    (read,) = read_source(folder.seeds, str(path)).articles
    assert (read.publisher, read.published) == ("云州虚构报", None)
    assert kinds(folder.fetch()) == ["unchanged"]


def test_rejects_of_the_last_run_are_kept_in_the_store(site: Site, folder: Folder) -> None:
    folder.list({"pages": [f"{site.url}/1.html"]})
    folder.fetch()
    (path,) = folder.store.rglob("rejects.jsonl")
    assert json.loads(path.read_text("utf-8")) == {
        "source": "yunzhou",
        "url": f"{site.url}/1.html",
        "kind": "failed",
        "path": None,
        "reason": "The server answers 404.",
    }
    site.pages["/1.html"] = reply(article())
    folder.fetch()
    assert path.read_text("utf-8") == ""


def test_a_run_that_is_stopped_leaves_no_half_file(site: Site, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/1.html"] = reply(article())
    folder.list(feed(site, "/1.html"))

    def broken(old: Path, new: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", broken)
    with pytest.raises(OSError, match="No space left"):
        folder.fetch(replace(QUICK, threads=1))
    assert [path.name for path in folder.seeds.rglob("*.*")] == ["sources.yml"]


def test_after_an_error_no_source_goes_on(site: Site, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.1)
        reply(b"", 404)(handler)

    def broken(old: Path, new: Path) -> None:
        monkeypatch.undo()
        raise OSError(28, "No space left on device")

    site.pages |= {"/1": reply(article())} | {f"/slow/{n}": slow for n in range(9)}
    folder.list(
        {"name": "first", "pages": [f"{site.url}/1"]},
        {"name": "second", "pages": [f"{site.url}/slow/{n}" for n in range(9)]},
    )
    monkeypatch.setattr("os.replace", broken)
    with pytest.raises(OSError, match="No space left"):
        folder.fetch()
    assert "/slow/8" not in site.paths()


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://news.example.org/2024/05/17/Meeting_Opens.shtml", "meeting-opens"),
        ("https://news.example.org/../../etc/passwd", "passwd"),
        ("https://news.example.org/..%2f..%2fetc%2fpasswd", "passwd"),
        ("https://news.example.org/a\\..\\b.html", "a-b"),
        ("https://news.example.org/con", "con"),
        ("https://news.example.org/云州.html", ""),
        ("https://news.example.org/" + "x" * 500, "x" * 40),
        ("https://news.example.org", ""),
    ],
)
def test_names_of_files_are_safe(url: str, name: str) -> None:
    folder, _, file = file_name(absolute(url)).partition("/")
    stem, _, digest = file.removesuffix(".html").rpartition("-")
    assert stem == name
    assert (len(digest), folder) == (16, digest[:2])


def test_names_of_files_follow_from_the_address() -> None:
    # Changing this renames every file that was ever fetched.
    assert file_name("https://news.example.org/1.html") == "dc/1-dc87d1dff613e27e.html"


def test_a_run_fetches_before_it_reads(
    folder: Folder, site: Site, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    site.pages |= {"/1.html": reply(article(1))}
    folder.list({"pages": [f"{site.url}/1.html", f"{site.url}/2.html"]})
    work = Work(store=str(folder.store), fetch=True)
    caplog.set_level("INFO", "huiyao")
    made = publish(folder.seeds, tmp_path / "datasets", work=work)
    assert made.counts["articles"] == 1
    assert "Fetched: 1 new, 0 changed, 0 unchanged, 0 refused, 1 failed." in caplog.text
    assert "2.html: The server answers 404." in caplog.text
    assert not publish(folder.seeds, tmp_path / "datasets", work=work).release.published
