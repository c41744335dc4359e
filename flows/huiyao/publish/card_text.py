"""The words of the page that introduces a release; what they say is the same for every release."""

from __future__ import annotations

from dataclasses import dataclass

from huiyao.schema.cells import FORMULAS_EN, FORMULAS_ZH, LISTS_EN, LISTS_ZH

TEXT_IN = "in this release, in `articles.text` 已收录，见 `articles.text`"
TEXT_OUT = "not in this release: `articles.text` is empty 未收录，`articles.text` 为空"

TABLES = """\
`index.html` is a page to read it all by. Every table is there as Parquet and as CSV, a large one also as compressed CSV
(`.csv.gz`). `DICTIONARY.md` explains every column, `CHANGES.md` and the table `changes` tell what is new since the last version, `statistics.json` how full each column
is, `datapackage.json` and `croissant.json` describe the files to programs, and `sha256sum --check SHA256SUMS` tells whether
they are whole.

`index.html` 可在浏览器中查阅全部内容。各表均有 Parquet 与 CSV 两种格式，较大的表另有压缩的 CSV（`.csv.gz`）。各列说明见 `DICTIONARY.md`，与上一版本的差异见 `CHANGES.md` 和 `changes` 表，各列填充率见
`statistics.json`，机读描述见 `datapackage.json` 与 `croissant.json`；可用 `sha256sum --check SHA256SUMS` 核对文件。
"""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A few lines that load a table: the library's `name`, the `language` as Markdown calls it, and the code."""

    name: str
    language: str
    code: str


SNIPPETS = (
    Snippet("pandas", "python", 'import pandas as pd\nmeasures = pd.read_parquet("measures.parquet")'),
    Snippet("Polars", "python", 'import polars as pl\nmeasures = pl.read_parquet("measures.parquet")'),
    Snippet(
        "Hugging Face datasets",
        "python",
        """\
import os
from datasets import load_dataset
# The folder by its whole name; any table that has rows. 须写出目录全名；任一有记录的表均可。
measures = load_dataset(os.getcwd(), "measures", split="train")""",
    ),
    Snippet(
        "DuckDB",
        "sql",
        """\
-- DuckDB
SELECT m.name, m.date, s.speaker, s.text
FROM 'statements.parquet' s JOIN 'meetings.parquet' m USING (meeting_id);""",
    ),
    Snippet("R", "r", 'measures <- arrow::read_parquet("measures.parquet")'),
)
"""How people load a table from the folder of the release."""

_LOADING = """\
## Loading · 读取

From the folder of this page 在本页所在目录下：
"""
_WORKBOOK = """
Excel: `huiyao.xlsx` has a sheet for each table; a CSV file opens by a double click.
Excel：`huiyao.xlsx` 每表一张工作表；CSV 文件可双击打开。
"""
_CSV_ONLY = """
Excel: a CSV file opens by a double click. Excel：CSV 文件可双击打开。
"""
_CELLS = f"""
CSV is UTF-8 with byte order mark. {LISTS_EN} {FORMULAS_EN} Parquet holds lists as lists and every text as it is.

CSV 为带 BOM 的 UTF-8。{LISTS_ZH}{FORMULAS_ZH}Parquet 中的列表和文本均为原样。
"""

HOW_MADE = """\
## How the records were made, and how sure they are · 记录的由来与可信度

Rules of the language found them; no language model took part, and the same articles always give the same tables. Each
record names its place in its article (`start` and `end`, or `evidence`) in code points, the `rule` that found it, and
a `confidence`: the share of what that rule found in annotated articles that was right. A record whose rule is `by
hand` comes from no rule. Who needs surer records filters by `confidence`. What failed a check of values, evidence or
references is not in the tables but in `rejects`, with the reason.

记录由语言规则抽取，不使用语言模型；同样的文章总是得到同样的数据表。每条记录给出其在文章中的位置（`start`、`end` 或
`evidence`，按码位计）、识别所用的规则 `rule`，以及可信度 `confidence`，即该规则在人工标注文章中所得记录的正确比例；`rule` 为
`by hand` 的记录不来自任何规则。需要更可靠的记录时，可按 `confidence` 筛选。未通过取值、证据或引用检查的记录不在各表中，而列于
`rejects` 并注明原因。
"""

GAPS = """\
## Known gaps · 已知局限

- Confidence tells how many records are right, not how many are missed. Of articles that nobody had looked at before, up to
  two fifths of the measures and meetings, a quarter of the speakers and a fifth of the statements were missed.
  可信度只说明已有记录的正确率，不说明遗漏：在未见过的文章中，至多五分之二的举措和会议、四分之一的发言人、五分之一的言论未被识别。
- What the rules do not know is left out rather than guessed: an empty cell means unknown, not none.
  规则无法判断的内容留空而不猜测；空值表示未知，而非没有。
- In doubt, two reports of a meeting and two mentions of a person stay apart, so one may have several ids.
  无法确定时，同一会议或同一人的多次提及不予合并，可能有多个标识。
- Dates may be known only in part (EDTF: `2024-10`, `XXXX-05-23`). 日期可能只知其一部分。
- The tables tell what articles report; whether it is so was not examined. They name persons as the articles do.
  各表反映文章的报道，未核实其内容；人名均照文章原文。
"""

LICENCE = """\
## Licence · 许可

[CC0 1.0](https://creativecommons.org/publicdomain/zero/1.0/): use it as you like. Rights that others may have in the
passages quoted from their articles are not touched. 可自由使用；他人对所引文章段落可能享有的权利不受影响。
"""


def loading(has_workbook: bool) -> str:
    """Return how to load the tables, with the workbook where there is one."""
    blocks = "".join(f"\n```{snippet.language}\n{snippet.code}\n```\n" for snippet in SNIPPETS)
    return _LOADING + blocks + (_WORKBOOK if has_workbook else _CSV_ONLY) + _CELLS
