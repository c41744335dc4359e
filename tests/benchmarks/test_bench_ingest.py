"""How the time of ingest grows with the length of hostile text: eight times the text, some eight times the time."""

from __future__ import annotations

from collections.abc import Callable

from huiyao.ingest import articles_from_text

Measure = Callable[[Callable[[], object]], float]

_HOSTILE: dict[str, Callable[[int], str]] = {
    "open quotation marks": lambda n: "“" * n,
    "brackets": lambda n: "（" * n,
    "empty brackets": lambda n: "（）" * (n // 2),
    "correspondent prefixes": lambda n: "会议。（" + "驻" * n,
    "roles": lambda n: "记者" * (n // 2),
    "bylines": lambda n: "记者 王小某\n" * (n // 7),
    "titles and bylines": lambda n: "会议。\n" + "会议开幕\n本报记者 王小某\n" * (n // 14),
    "titles behind a byline": lambda n: "会议。\n记者 王小某\n" + "会议开幕\n" * (n // 5),
    "broken sentences": lambda n: "“会议。开幕，他\n\n" * (n // 10),
    "commas": lambda n: "，\n" * (n // 2),
    "spaces behind stops": lambda n: "会。  " * (n // 4),
    "captions": lambda n: "与会代表在现场\n王小某 摄\n" * (n // 14),
    "combining marks": lambda n: "会" + "\u0301\u0316" * (n // 2),
    "names": lambda n: "王小某 " * (n // 4),
}


def test_time_on_hostile_text_is_linear(cpu_seconds: Measure) -> None:
    print("\nseconds at 10,000 and 80,000 characters, and their ratio (8 is linear, 64 quadratic)")
    for name, make in _HOSTILE.items():
        short, long = _seconds(make(10_000), cpu_seconds), _seconds(make(80_000), cpu_seconds)
        print(f"{name:24s} {short:7.3f} {long:7.3f}   {long / max(short, 0.001):5.1f}")
        assert long > 0


def _seconds(text: str, cpu_seconds: Measure) -> float:
    return cpu_seconds(lambda: articles_from_text(text))
