"""The files of a million made-up measures: time and peak memory of writing and reading them, against Arrow's own writers.

Arrow's CSV writer cannot write lists, so it is given them joined, for which no time is counted.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROWS = 1_000_000

_RUN = """
import json, resource, sys, time
from datetime import date
from pathlib import Path
import numpy as np, pyarrow as pa, pyarrow.compute as pc
from huiyao.publish.arrow import arrow_tables
from huiyao.publish.content import Content, table_hash
from huiyao.publish.csvcells import join_lists
from huiyao.schema.arrow import arrow_schema
from huiyao.schema.tables import CHANGES, TABLES

what, count, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
random = np.random.default_rng(20241013)

def pick(words, null=0.0):
    places = random.integers(0, len(words), count)
    return pa.array(words, pa.string()).take(pa.array(places, mask=random.random(count) < null))

def ids(prefix, most, null=0.0):
    return pick([f"{prefix}-{number * 2654435761 % 2**64:016x}" for number in range(most)], null)

def some(words):  # lists of none, one or two
    lengths = random.integers(0, 3, count)
    ends = np.concatenate(([0], np.cumsum(lengths)))
    members = pa.array(words).take(pa.array(random.integers(0, len(words), ends[-1])))
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), members)

def joined(*parts):
    return pc.binary_join_element_wise(*parts, "")

verbs, things = ["建设", "扩大", "支持", "完善"], [f"虚构工程第{n}期，以及示例“项目”{n % 97}" for n in range(5000)]
places, ends = [f"某{n}市" for n in range(400)], ["。", "，\\n并逐年检查", '，即"示例"', ",等等", ""]
verb, thing, place = pick(verbs), pick(things), pick(places)
start = random.integers(0, 3000, count)
columns = {
    "measure_id": pa.array([f"x-{number:016x}" for number in range(count)]),
    "article_id": ids("a", 100_000), "meeting_id": ids("m", 20_000, 0.4), "speaker_id": ids("s", 40_000, 0.5),
    "by": pick([f"示例人{n}" for n in range(3000)], 0.4), "text": joined(verb, thing, pick(ends)),
    "status": pick(["done", "planned", "proposed"]), "action": verb, "object": thing, "actor": pick(places, 0.3),
    "actor_id": ids("o", 10_000, 0.6), "topic": pick(["经济", "环境", "教育"], 0.2),
    "named_programmes": some(["“示例计划”", "甲|乙行动", "-1工程"]), "quantities": some(["3座", "100亿元", "20%"]),
    "deadline": pick(["2030", "2027-06", "2025-12-31"], 0.8), "start": start, "end": start + 20,
    "evidence": joined(place, "表示，将在今后几年里", verb, thing, "，这一整句没有任何真实内容", pick(ends)),
    "rule": pick(["planned verb", "list", "=示例"]), "confidence": random.integers(50, 100, count) / 100,
}
schema = arrow_schema(TABLES["measures"])
table = pa.Table.from_arrays([pa.array(columns[f.name]).cast(f.type) for f in schema], schema=schema)
content = Content("1.0.0", None, date(2024, 10, 16), arrow_tables({}) | {"measures": table},
                  arrow_schema(CHANGES).empty_table(), {})
plain = table
if what.startswith("arrow"):
    for place, field in enumerate(schema):
        if pa.types.is_list(field.type):
            lists = join_lists(table[field.name].combine_chunks())
            plain = plain.set_column(place, field.name, lists)

def run():
    if what == "huiyao parquet + csv":
        from huiyao.publish.csvfile import write_csv
        from huiyao.publish.parquetfile import write_parquet
        write_parquet(table, folder / "measures.parquet")
        yield "parquet"
        write_csv(table, folder / "measures.csv")
        yield "csv"
    elif what == "arrow parquet + csv":
        import pyarrow.csv, pyarrow.parquet
        pyarrow.parquet.write_table(plain, folder / "arrow.parquet")
        yield "parquet"
        pyarrow.csv.write_csv(plain, folder / "arrow.csv")
        yield "csv"
    elif what == "huiyao all files":
        from huiyao.publish import files
        for write in files.WRITERS:
            write(folder, content)
            yield write.__name__
    elif what == "huiyao read_csv":
        import huiyao
        assert huiyao.read_csv(folder / "measures.csv").shape == (count, len(schema))
        yield "read"
    elif what == "arrow read_csv":
        import pandas as pd, pyarrow.csv
        options = pyarrow.csv.ParseOptions(newlines_in_values=True)
        pyarrow.csv.read_csv(folder / "arrow.csv", parse_options=options).to_pandas(types_mapper=pd.ArrowDtype)
        yield "read"

peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
before, last, parts = peak(), time.perf_counter(), {}
for part in run():
    now = time.perf_counter()
    parts[part], last = now - last, now
print(json.dumps({"seconds": sum(parts.values()), "parts": parts, "before": before, "peak": peak()}))
"""


def test_a_million_measures(tmp_path: Path) -> None:
    seconds = {}
    for what in ("parquet + csv", "read_csv"):
        for who in ("arrow", "huiyao"):
            seconds[who] = _measured(f"{who} {what}", tmp_path)
        print(f"  ratio {seconds['huiyao'] / seconds['arrow']:.2f}")
    _measured("huiyao all files", tmp_path)
    for path in sorted(tmp_path.glob("*.*")):
        if path.stat().st_size > 1_000_000:
            print(f"  {path.name}: {path.stat().st_size / 1e6:.0f} MB")


def _measured(what: str, folder: Path) -> float:
    command = [sys.executable, "-c", _RUN, what, str(ROWS), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    parts = ", ".join(f"{part} {took:.2f} s" for part, took in found["parts"].items() if took >= 0.01)
    print(f"\n{what}: {found['seconds']:.2f} s ({parts}), peak {found['peak']:.0f} MB, {found['before']:.0f} MB before")
    seconds: float = found["seconds"]
    return seconds
