"""The sentences that follow what somebody is reported to have said, and may go on with it."""

from __future__ import annotations

from collections.abc import Iterator

from huiyao.extract import sentence_model
from huiyao.extract.article import named_people
from huiyao.extract.people import People
from huiyao.extract.report import Report
from huiyao.extract.sentences import Span
from huiyao.extract.statements import StatementFinder
from huiyao.extract.weights import Features
from huiyao.schema.records import Article

Follower = tuple[Report, Span, Features]
"""A report, a sentence behind it and what the model looks at in it."""


def followers(article: Article) -> Iterator[Follower]:
    """Yield the sentences of a paragraph behind each report, up to the next one, wherever rules would end it."""
    finder = _NeverEnding(article.text, named_people(article))
    for _ in finder.find(article):
        pass
    yield from finder.found


class _NeverEnding(StatementFinder):
    """Lets every statement go on, and remembers which sentences it went on with."""

    def __init__(self, text: str, people: People) -> None:
        super().__init__(text, people)
        self.found: list[Follower] = []

    def _ends_before(self, report: Report, start: int, end: int) -> bool:
        sentence, mentions = (start, end), self._people.within(start, end)
        found = sentence_model.features(self._text, sentence, report, mentions, at_press=self._at_press)
        self.found.append((report, sentence, found))
        return False
