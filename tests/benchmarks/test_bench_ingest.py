"""How the time of ingest grows with the length of hostile text: eight times the text, some eight times the time."""

from __future__ import annotations

from collections.abc import Callable

from huiyao.ingest import articles_from_text

Measure = Callable[[Callable[[], object]], float]


def test_time_on_hostile_text_is_linear(hostile: Callable[[int], str], cpu_seconds: Measure) -> None:
    short, long = (_seconds(hostile(length), cpu_seconds) for length in (10_000, 80_000))
    print(
        f"\n{short:.3f} s for 10,000 characters, {long:.3f} s for 80,000: ratio {long / max(short, 0.001):.1f} (8 is linear)"
    )
    assert long > 0


def _seconds(text: str, cpu_seconds: Measure) -> float:
    return cpu_seconds(lambda: articles_from_text(text))
