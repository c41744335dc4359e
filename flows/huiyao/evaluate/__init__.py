"""How good extraction is on annotated articles, and where it is wrong.

The records of annotated articles are compared with what a release of the same articles would hold. Strings are compared
in NFKC and without white space; the figures are micro averages over all articles.

- meetings: paired one to one by name; their attributes on the pairs.
- speakers: by name; positions (as sets), organization and role on those whom both have.
- statements: by character and the speaker it is attributed to.
- measures: paired one to one by overlap in the text; status and who announces on the pairs.

A record that annotators dispute (`optional`) counts neither for nor against.
"""

from __future__ import annotations

from huiyao.evaluate.comparison import Comparison, Mistake, Outcome
from huiyao.evaluate.document import document
from huiyao.evaluate.entries import TABLE_NAMES
from huiyao.evaluate.evaluation import EvaluatedArticle, Evaluation, evaluate
from huiyao.evaluate.fields import AnnotationError
from huiyao.evaluate.passages import passage
from huiyao.evaluate.reliability import Bucket, counted, reliability

__all__ = [
    "TABLE_NAMES",
    "AnnotationError",
    "Bucket",
    "Comparison",
    "EvaluatedArticle",
    "Evaluation",
    "Mistake",
    "Outcome",
    "counted",
    "document",
    "evaluate",
    "passage",
    "reliability",
]
