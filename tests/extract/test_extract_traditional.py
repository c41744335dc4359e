"""Articles in traditional characters: the same records as in simplified ones, quoted as the article writes them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from huiyao.extract.article import extract_article
from huiyao.extract.traditional import is_traditional, simplified
from huiyao.ingest import articles_from_text
from huiyao.schema.records import Article

TRADITIONAL = """雲州市召開港口發展論壇

本報訊 5月8日，第三屆雲州港口發展論壇在雲州舉行。論壇以「開放與合作」為主題。雲州市市長林小田在論壇上表示，將擴建港口，優化營商環境。青禾集團董事長周大山說：「我們準備好了，明年將建設研發中心。」會議指出，要加強日常監管。"""
SIMPLIFIED = """云州市召开港口发展论坛

本报讯 5月8日，第三届云州港口发展论坛在云州举行。论坛以“开放与合作”为主题。云州市市长林小田在论坛上表示，将扩建港口，优化营商环境。青禾集团董事长周大山说：“我们准备好了，明年将建设研发中心。”会议指出，要加强日常监管。"""


def read(text: str) -> Article:
    (article,) = articles_from_text(text, published="2031-05-09")
    return article


def test_the_same_records_as_in_simplified_characters() -> None:
    written, plain = extract_article(read(TRADITIONAL)), extract_article(read(SIMPLIFIED))
    for kind in ("meetings", "speakers", "statements", "measures"):
        spans = [(record.start, record.end) for record in getattr(written, kind)]
        assert spans
        assert spans == [(record.start, record.end) for record in getattr(plain, kind)]


def test_records_quote_the_article() -> None:
    article = read(TRADITIONAL)
    found = extract_article(article)
    (meeting,) = found.meetings
    assert (meeting.name, meeting.place, meeting.theme) == ("第三屆雲州港口發展論壇", "雲州", "開放與合作")
    mayor, chairman = found.speakers
    assert (mayor.name, mayor.positions, mayor.meeting) == ("林小田", ("雲州市市長",), meeting.name)
    assert (chairman.organization, chairman.title) == ("青禾集團", "董事長")
    assert [s.speaker for s in found.statements] == ["林小田", "周大山", "会议"]
    assert [(m.text, m.action, m.by) for m in found.measures] == [
        ("擴建港口", "擴建", "林小田"), ("優化營商環境", "優化", "林小田"),
        ("建設研發中心", "建設", "周大山"), ("加強日常監管", "加強", "会议"),
    ]  # fmt: skip
    quoted = [
        *((s.start, s.end, s.text) for s in found.statements),
        *((m.start, m.end, m.text) for m in found.measures),
    ]
    assert [article.text[start:end] for start, end, _ in quoted] == [text for _, _, text in quoted]
    assert all(measure.evidence in article.text for measure in found.measures)


def test_a_traditional_name_in_simplified_text_stays_as_written() -> None:
    article = read("云州市召开座谈会\n\n云州市市长張小田在会上表示，将扩建港口。")
    (speaker,) = extract_article(article).speakers
    assert speaker.name == "張小田"


def test_simplified_text_is_left_alone() -> None:
    assert not is_traditional(read(SIMPLIFIED).text)


@given(st.text(alphabet="乾淨隆著裡裏麵面後云雲「」發髮𠀀A1 ，。\n", max_size=60))
def test_offsets_stay_what_they_were(text: str) -> None:
    assert len(simplified(Article("a", "a.txt", "", 0, text, ())).text) == len(text)
