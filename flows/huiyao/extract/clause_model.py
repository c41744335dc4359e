"""How likely a clause is an action of policy or programme: a logistic regression over its characters.

Rules know frames, and say nothing of a verb or a turn that they never saw. The model knows which characters and pairs
of characters measures are made of, and where in a sentence they stand. In whose mouth they stand is left to the rules,
which know it better: with it the model did worse on unseen articles. `clause_weights.tsv` holds
what it learned from annotated articles (see `huiyao.extract.weights`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from operator import add

from huiyao.extract.sentences import Span, clauses
from huiyao.extract.weights import Features, Weights

# What is said in a sentence before a clause, and holds for it.
_HOLDS_ON = re.compile("[要将已了应会]|建议|希望|必须|呼吁|推动")
_FARTHEST = 5
_LONGEST = 24

# Each holds one value; besides, every character and every pair of characters of a clause counts.
_SLOTS = (
    "first", "first two", "first three", "first four", "last", "last two", "last three", "length",
    "place", "holds on", "before: first", "before: first two", "before: last two", "before: stop", "behind: first",
    "behind: first two", "stop",
)  # fmt: skip

WEIGHTS = Weights("clause_weights.tsv")


def logits(text: str, sentence: Span) -> dict[Span, int]:
    """Return each clause of a sentence with the logit, in hundredths, of its being a measure."""
    return {span: WEIGHTS.logit(found) for span, found in features(text, sentence)}


def features(text: str, sentence: Span) -> Iterator[tuple[Span, Features]]:
    """Yield each clause of a sentence with what the model looks at in it."""
    plain = _plain(text)
    spans = list(clauses(text, *sentence))
    words = [plain[start:end] for start, end in spans]
    words.append(plain[spans[-1][1] + 1 : spans[-1][1] + 3] if spans else "")
    before, ending, holds = "", plain[max(0, sentence[0] - 3) : max(0, sentence[0] - 1)], ""
    for place, (start, end) in enumerate(spans):
        clause, behind, two = words[place], words[place + 1], words[place][:2]
        values = (
            two[:1], two, clause[:3], clause[:4], clause[-1:], clause[-2:], clause[-3:],
            _LENGTHS[min(end - start, _LONGEST)], _PLACES[min(place, _FARTHEST)], holds, before[:1], before[:2], ending,
            plain[start - 1], behind[:1], behind[:2], plain[end],
        )  # fmt: skip
        many: dict[str, Collection[str]] = {"character": clause, "pair": list(map(add, clause, clause[1:]))}
        yield (start, end), Features(_SLOTS, values, many)
        before, ending = clause, clause[-2:]
        if found := _HOLDS_ON.findall(clause):
            holds = found[-1]


_LENGTHS = [str(length // 3) for length in range(_LONGEST + 1)]
_PLACES = [str(place) for place in range(_FARTHEST + 1)]
# White space stands mostly for the end of a line, which ends a sentence as 。 does; so does the end of the text.
_PLAIN = {ord(digit): "0" for digit in "123456789"} | {code: "。" for code in range(0x3001) if chr(code).isspace()}


@lru_cache(maxsize=2)
def _plain(text: str) -> str:
    """Return the text with every digit as 0 and white space as 。, and one 。 more, which stands before it as well."""
    return text.translate(_PLAIN) + "。"
