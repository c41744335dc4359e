"""`sources.yml`: what it may hold, and the sentence for each thing that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from huiyao.fetch import Source, SourcesFileError, read_listing
from huiyao.fetch.listing import parse_listing

HEAD = "contact: https://example.org/about\nsources:\n"
WHOLE = """
contact: news@example.org
sources:
  - name: yunzhou-daily
    publisher: 云州虚构报
    feed: https://news.example.org/rss.xml
    pages: [https://news.example.org/a, https://news.example.org/a#b]
    include: ["*/politics/*"]
    exclude: "*/video/*"
    delay: 0.5
  - name: hekou
    pages: https://要闻.example.org/1
"""


def test_all_that_it_may_hold() -> None:
    listing = parse_listing(WHOLE)
    assert listing.contact == "news@example.org"
    assert listing.sources == (
        Source(
            "yunzhou-daily",
            "云州虚构报",
            "https://news.example.org/rss.xml",
            ("https://news.example.org/a",),
            ("*/politics/*",),
            ("*/video/*",),
            0.5,
        ),
        Source("hekou", pages=("https://xn--dw2as9v.example.org/1",)),
    )
    assert ("news.example.org", 443) in listing.origins


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: [", "sources.yml is no YAML, line 1."),
        ("", "sources.yml holds contact and sources, and nothing else."),
        ("[]", "sources.yml holds contact and sources, and nothing else."),
        (WHOLE + "\nagent: x", "sources.yml holds contact and sources, and nothing else."),
        ("sources: []", "sources.yml needs a contact: a web or mail address, such as https://example.org/about."),
        ('contact: "a@example.org\\r\\nX: y"\nsources: []', "sources.yml needs a contact: a web or mail address, such as https://example.org/about."),
        ("contact: a@example.org\nsources: []", "sources.yml needs a list under sources."),
        (HEAD + " - x", "Source 1 in sources.yml needs a name of a-z, 0-9 and hyphens: its folder is called so."),
        (HEAD + " - name: ../up", "Source 1 in sources.yml needs a name of a-z, 0-9 and hyphens: its folder is called so."),
        (HEAD + " - name: a", "The source a in sources.yml needs one feed, or pages, or both."),
        (HEAD + " - name: a\n   feed: [https://example.org/1, https://example.org/2]", "The source a in sources.yml needs one feed, or pages, or both."),
        (HEAD + " - name: a\n   feeds: x", "The source a in sources.yml has feeds, which is none of name, publisher, feed, pages, include, exclude, delay."),
        (HEAD + " - name: a\n   feed: 5", "The source a in sources.yml has something under feed that is no text."),
        (HEAD + " - name: a\n   feed: ftp://example.org/", "The source a in sources.yml has a wrong address: ftp://example.org/ is no address of http or https."),
        (HEAD + " - name: a\n   feed: news.xml", "The source a in sources.yml has a wrong address: news.xml is no address of http or https."),
        (HEAD + " - name: a\n   feed: http://example.org:99999/", "The source a in sources.yml has a wrong address: http://example.org:99999/ is no address."),
        (HEAD + ' - name: a\n   feed: "https://example.org/\\ud800"', "The source a in sources.yml has a wrong address: https://example.org/\ud800 is no address."),
        (HEAD + " - name: a\n   feed: https://example.org/\n   delay: -1", "The source a in sources.yml has a delay that is no number of seconds from 0 to 3600."),
        (HEAD + " - name: a\n   feed: https://example.org/\n   delay: .nan", "The source a in sources.yml has a delay that is no number of seconds from 0 to 3600."),
        (HEAD + 2 * " - name: a\n   feed: https://example.org/\n", "sources.yml has two sources of the name a."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(SourcesFileError) as error:
        parse_listing(text)
    assert str(error.value) == sentence


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourcesFileError, match=r"^There is no .*sources\.yml that lists what to fetch\.$"):
        read_listing(tmp_path)
    (tmp_path / "sources.yml").write_bytes("云州".encode("gbk"))
    with pytest.raises(SourcesFileError, match=r"sources\.yml is not in UTF-8\.$"):
        read_listing(tmp_path)


def test_the_example_in_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "seeds" / "README.md").read_text("utf-8")
    example = next(block for block in page.split("```") if "sources:" in block)
    listing = parse_listing(example.removeprefix("yaml"))
    assert [source.name for source in listing.sources] == ["yunzhou-daily", "hekou-government"]
    assert {host for host, _ in listing.origins} == {"news.example.org", "www.example.org"}
