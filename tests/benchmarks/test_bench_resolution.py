"""How the time and memory of resolution grow with the number of mentions: 10, 100 and 1,000 thousand."""

from __future__ import annotations

import subprocess
import sys

_RUN = """
import datetime, random, resource, sys, time
from huiyao.resolve import resolve
from huiyao.schema.records import Article, Extraction, Meeting, Speaker, stable_id

def word(n):
    return "".join(chr(0x5000 + digit) for digit in (n % 97, n // 97 % 97, n // 9409 % 97))

def made_up(n, random):
    series, day = random.randrange(n_series), random.randrange(3650)
    date = (datetime.date(2015, 1, 1) + datetime.timedelta(day)).isoformat()
    name = f"云州{word(series)}产业发展论坛"
    text = f"{name}{n}"
    article = Article(stable_id("a", text), f"{n}.txt", "0" * 64, 0, text, (), published=date)
    known = random.choice([{"date": date}, {"date": date, "place": "云州"}, {"date": date[:7]}, {"ordinal": day // 365 + 1}])
    meeting = Meeting(name, 0, len(name), series=name, kind="forum", aliases=(f"{word(series)}产坛",), **known)
    person, body = random.randrange(n_series * 3), random.randrange(20)
    title = random.choice(["区长", "副区长", "教授"])
    speaker = Speaker(f"林{word(person)}", 0, 4, f"{word(person % 500)}{'东西南'[body % 3]}区", title, (f"{word(person % 500)}{'东西南'[body % 3]}区{title}",), meeting=name)
    return article, Extraction((meeting,), (speaker,))

mentions = int(sys.argv[1])
n_series = mentions // 40
source = random.Random(7)
pairs = [made_up(n, source) for n in range(mentions // 2)]
articles = [article for article, _ in pairs]
extractions = {article.article_id: records for article, records in pairs}
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.process_time()
tables = resolve(articles, extractions)
seconds = time.process_time() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
persons = len({row["person_id"] for row in tables["speakers"]})
print(seconds, before / 1024, peak / 1024, len(tables["meetings"]), persons, len(tables["organizations"]))
"""


def test_time_is_near_linear() -> None:
    print("\nmentions, seconds of the processor, ratio to the row above, MB before and at peak, what came out")
    last = 0.0
    for mentions in (10_000, 100_000, 1_000_000):
        done = subprocess.run([sys.executable, "-c", _RUN, str(mentions)], capture_output=True, text=True, check=True)
        seconds, before, peak, *found = done.stdout.split()
        ratio = f"{float(seconds) / last:6.1f}" if last else "     –"
        meetings, persons, organizations = (f"{int(number):,}" for number in found)
        print(f"{mentions:9,d} {float(seconds):8.1f} s {ratio} {float(before):6.0f} {float(peak):6.0f} MB  "
              f"{meetings} meetings, {persons} persons, {organizations} organizations")  # fmt: skip
        last = float(seconds)
    assert last
