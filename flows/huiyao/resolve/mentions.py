"""A meeting as one article reports it, with what its name, date and place say for comparison."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from huiyao import lexicon
from huiyao.resolve.edtf import exactness
from huiyao.resolve.naming import Naming, best, folded, naming
from huiyao.schema.records import Article, Extraction, Meeting

# A body that meets the press may do so several times a day, and so may a series of press conferences.
_BODY = re.compile(r"(?:办公室|指挥部|集团|公司|系列|主题|专题|[办部委局厅署院会组府社])$")
# A meeting within a congress that goes without the number that tells it from the next one.
_UNNUMBERED = re.compile(r"会议主席团(?:常务主席)?会议$")
_SEVERAL_DAYS = frozenset({"forum", "fair", "festival"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A meeting as one article reports it.

    `published` is the article's date (EDTF), `voices` are the names of those who speak at it there, `naming` is its
    name, or where that is bare its first alias that is not, for comparison.
    """

    article_id: str
    meeting: Meeting
    published: str | None
    voices: frozenset[str]
    naming: Naming

    @property
    def evidence(self) -> str:
        """Where its name stands."""
        return f"{self.article_id}:{self.meeting.start}-{self.meeting.end}"

    @property
    def numbers(self) -> tuple[int, ...]:
        """The ordinals of its name, and the one that the article gives without writing it into the name."""
        ordinal = self.meeting.ordinal
        return self.naming.numbers if ordinal is None or self.naming.numbers else (ordinal,)

    @property
    def edition(self) -> bool:
        """Whether its number is that of the meeting itself, not of the body that meets (十四届全国人大)."""
        return self.meeting.ordinal is not None or self.naming.plain.startswith("首")

    @property
    def date(self) -> str | None:
        """Its date, or the year that its name bears."""
        year = self.naming.year
        return self.meeting.date or (str(year) if year else None)

    @property
    def nameless(self) -> bool:
        """Whether its name could be that of another meeting on the same day: 座谈会, 云州市政府新闻发布会, “云州这十年”系列新闻发布会."""
        press = self.meeting.kind == "press" and self._named_for_its_body()
        return self.naming.bare or press or _UNNUMBERED.search(self.naming.plain) is not None

    @property
    def several_days(self) -> bool:
        """Whether meetings of its kind go on for days."""
        kind, name = self.meeting.kind, self.naming
        yearly = name.stem.endswith("大会") and name.year is not None
        congress = self.edition or yearly or name.stem.endswith("系列会议")
        return kind in _SEVERAL_DAYS or (kind == "conference" and congress)

    def _named_for_its_body(self) -> bool:
        head = self.naming.head
        bodies = {naming(body).plain for body in self.meeting.organizers}
        return head in bodies or _BODY.search(head) is not None


def mentions_of(articles: Iterable[Article], extractions: Mapping[str, Extraction]) -> Iterator[Mention]:
    """Yield every meeting of every article."""
    for article in articles:
        extraction = extractions[article.article_id]
        voices: dict[str | None, set[str]] = {}
        for speaker in extraction.speakers:
            voices.setdefault(speaker.meeting, set()).add(speaker.name)
        for meeting in extraction.meetings:
            present = frozenset(voices.get(meeting.name, ()))
            named = best((meeting.name, *meeting.aliases))
            yield Mention(article.article_id, meeting, article.published, present, named)


def age(mention: Mention) -> tuple[object, ...]:
    """Return the sort key that puts the mention of the oldest article first; total, whatever else two mentions share."""
    meeting = mention.meeting
    return mention.published or "~", mention.article_id, meeting.start, meeting.end, repr(meeting)


def most_exact_first(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions, those with the most exact date first, then by article and place in the text."""
    return tuple(sorted(mentions, key=_exactness))


def _exactness(mention: Mention) -> tuple[object, ...]:
    meeting = mention.meeting
    return -exactness(meeting.date), mention.article_id, meeting.start, meeting.end, repr(meeting)


def place_of(mentions: Sequence[Mention]) -> str | None:
    """Return the first place known, as it is compared: 京 and 钓鱼台 are 北京."""
    place = next((mention.meeting.place for mention in mentions if mention.meeting.place), None)
    return None if place is None else town(place)


def town(place: str) -> str:
    """Return the town of an abbreviation or a landmark, else the place itself.

    >>> town("京"), town("钓鱼台"), town("云州")
    ('北京', '北京', '云州')
    """
    plain = folded(place)
    return lexicon.kinds("place_abbreviations").get(plain) or _landmarks().get(plain, plain)


def places_agree(a: str | None, b: str | None) -> bool:
    """Return whether two places may be one: equal, one unknown, or one named within the other (云州, 云州港)."""
    return a is None or b is None or a in b or b in a


@cache
def _landmarks() -> dict[str, str]:
    text = resources.files(__package__ or __name__).joinpath("landmarks.tsv").read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in text.splitlines()[1:])
    return {landmark: place for landmark, _, place in rows}
