"""The tables of a release, each column declared once.

Everything else that knows a column's name, type or meaning (Arrow schemas, pandera checks, Frictionless table
schemas, the data dictionary, the loaders) is rendered from `TABLES`. Adding a column means adding one line here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Type = Literal["string", "edtf", "date32", "int32", "int64", "float64", "list"]
"""Logical type of a column. `edtf` is a string in EDTF level 1; `list` is a list of strings."""

LIST_DELIMITER = "|"
"""What separates the members of a list column in CSV files."""

DATA_MAJOR = 1
"""Major version of the data contract: it changes only when a column goes, changes type or changes meaning."""

# ISO 8601-2 level 1 as far as news needs it: a day, a month, a year, an unknown year or month as X, or an interval.
_EDTF_DATE = r"(?:\d{4}|XXXX)(?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?"
EDTF_PATTERN = rf"^{_EDTF_DATE}(?:/{_EDTF_DATE})?$"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    `en` and `zh` describe it in English and Chinese; `unit` names the unit of a number; `enum` lists every value
    allowed; `references` is `table.column` of the key that every value (every member, for a list) must exist in.
    """

    name: str
    type: Type
    en: str
    zh: str
    required: bool = False
    unit: str | None = None
    enum: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    references: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order, the first of which is its key."""

    name: str
    title_en: str
    title_zh: str
    en: str
    zh: str
    columns: tuple[Column, ...]

    @property
    def key(self) -> str:
        """Name of the key column."""
        return self.columns[0].name

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of all columns, in order."""
        return tuple(column.name for column in self.columns)


def _key(name: str, prefix: str, en: str, zh: str) -> Column:
    return Column(name, "string", en, zh, required=True, pattern=rf"^{prefix}-[0-9a-f]{{16}}$")


def _article_id(required: bool = True) -> Column:
    return Column(
        "article_id", "string", "Article the record was found in.", "记录所在的文章。",
        required=required, references="articles.article_id",
    )  # fmt: skip


def _article_ids() -> Column:
    return Column(
        "article_ids", "list", "Every article that reports it.", "报道它的全部文章。",
        required=True, references="articles.article_id",
    )  # fmt: skip


def _evidence() -> Column:
    return Column(
        "evidence", "list",
        "Where its name stands, one `article_id:start-end` for each article; code points into the canonical text.",
        "名称在各篇文章中的位置，格式为 `article_id:start-end`，按规范文本的码位计。",
    )  # fmt: skip


def _trust(who_en: str, who_zh: str) -> tuple[Column, Column]:
    """Return the columns that say how a record was found, and how often what is found so is right."""
    return (
        Column("rule", "string", f"Rule of extraction that found {who_en}.", f"识别{who_zh}所用的规则。", required=True),
        Column("confidence", "float64",
               f"Share of the records found by that rule that annotators confirmed{_BEST_EN if who_en == 'it first' else ''}.",
               f"经人工标注核对，该规则所得记录的正确比例{_BEST_ZH if who_en == 'it first' else ''}。",
               required=True, unit="share", minimum=0, maximum=1),
    )  # fmt: skip


_BEST_EN, _BEST_ZH = "; of several articles, the best", "；多篇文章时取最高者"


def _meeting_id() -> Column:
    return Column(
        "meeting_id", "string", "Meeting it belongs to; null where the article reports none.",
        "所属会议；文章未报道会议时为空。", references="meetings.meeting_id",
    )  # fmt: skip


def _speaker_id() -> Column:
    return Column(
        "speaker_id", "string", "Speaker it belongs to; null for a body, a group or the article itself.",
        "所属发言人；机构、群体或文章自身的表述为空。", references="speakers.speaker_id",
    )  # fmt: skip


def _span() -> tuple[Column, Column]:
    return (
        Column("start", "int64", "Offset of the first character of `text` in the canonical article text.",
               "`text` 首字符在规范文本中的位置。", required=True, unit="code points", minimum=0),
        Column("end", "int64", "Offset just behind the last character of `text`.",
               "`text` 末字符之后的位置。", required=True, unit="code points", minimum=1),
    )  # fmt: skip


ARTICLES = Table(
    "articles", "Articles", "文章",
    "One article found in the input. A source file may hold several.",
    "输入中的一篇文章；一个来源文件可含多篇。",
    (
        _key("article_id", "a", "Key, made from the canonical text.", "主键，由规范文本生成。"),
        Column("source", "string", "Path or URL as ingested, relative to the input root.",
               "来源路径（相对输入目录）或网址。", required=True),
        Column("source_sha256", "string", "SHA-256 of the source's bytes.", "来源文件字节的 SHA-256。",
               required=True, pattern="^[0-9a-f]{64}$"),
        Column("sequence", "int32", "Place of the article within its source, from 0.", "文章在来源中的序号，从 0 起。",
               required=True, minimum=0),
        Column("sources", "list", "Every `source#sequence` that holds this same text.", "含有相同文本的全部 `来源#序号`。",
               required=True),
        Column("headline", "string", "Main headline.", "主标题。"),
        Column("kicker", "string", "Line above the headline.", "引题（肩题）。"),
        Column("subheadline", "string", "Line below the headline.", "副标题。"),
        Column("bylines", "list", "Reporters and correspondents named as authors.", "署名记者、通讯员。"),
        Column("publisher", "string", "Publisher, as the source's metadata gives it.", "发布者，取自来源元数据。"),
        Column("url", "string", "Web address, as the source's metadata gives it.", "网址，取自来源元数据。"),
        Column("published", "edtf", "Date of publication, as exactly as it is known.", "发布日期，精确到已知的程度。",
               pattern=EDTF_PATTERN),
        Column("published_on", "date32", "Date of publication where the day is known.", "发布日期（已知到日时）。"),
        Column("published_basis", "string", "What fixes `published`: the source's metadata or the text itself.",
               "发布日期的依据：元数据或文本。", enum=("metadata", "text")),
        Column("n_chars", "int32", "Length of the canonical text.", "规范文本长度。",
               required=True, unit="code points", minimum=1),
        Column("text", "string", "Canonical text; null unless full text was asked for.",
               "规范文本；仅在要求全文时给出。"),
    ),
)  # fmt: skip

MEETINGS = Table(
    "meetings", "Meetings", "会议",
    "One meeting, over all articles that report it.",
    "一次会议，汇集报道它的全部文章。",
    (
        _key("meeting_id", "m", "Key.", "主键。"),
        Column("name", "string", "Fullest name.", "最完整的名称。", required=True),
        Column("aliases", "list", "Other names used for the same meeting.", "文中使用的其他名称。"),
        Column("series", "string", "Name without ordinal and year: what the editions have in common.",
               "系列名称，即去掉届次和年份的名称。"),
        Column("ordinal", "int32", "Number of the edition (第N次, 第N届).", "届次。", minimum=1),
        Column("kind", "string", "Kind of event, by its noun.", "会议类型，按其名词。"),
        Column("theme", "string", "Official theme.", "主题。"),
        Column("date", "edtf", "When it is held, as exactly as it is known.", "会议日期，精确到已知的程度。",
               pattern=EDTF_PATTERN),
        Column("start_date", "date32", "First day, where known.", "首日（已知时）。"),
        Column("end_date", "date32", "Last day, where known.", "末日（已知时）。"),
        Column("place", "string", "Town or region, as a plain name.", "举办地。"),
        Column("venue", "string", "Building or site.", "会场。"),
        Column("status", "string", "Whether it has taken place (or is under way) or is to come.",
               "状态：已举行（或进行中）、将举行。", required=True, enum=("held", "upcoming")),
        Column("organizers", "list", "Bodies that hold, host or organize it.", "主办、承办单位。"),
        Column("attendance_min", "int64", "Smallest number of participants the text allows.", "与会人数下限。",
               unit="persons", minimum=1),
        Column("parent_meeting_id", "string", "Meeting of which this one is a part.", "上级会议。",
               references="meetings.meeting_id"),
        _article_ids(),
        _evidence(),
        *_trust("it first", "该记录"),
    ),
)  # fmt: skip

SPEAKERS = Table(
    "speakers", "Speakers", "发言人",
    "One person speaking at one meeting, or in one article that reports no meeting.",
    "在一次会议（或一篇未报道会议的文章）中发言的一个人。",
    (
        _key("speaker_id", "s", "Key.", "主键。"),
        Column("person_id", "string", "The person, over all meetings.", "人物标识，跨会议一致。",
               required=True, pattern="^p-[0-9a-f]{16}$"),
        _meeting_id(),
        Column("name", "string", "Name as the article writes it, without honorific.", "姓名，不含敬称。", required=True),
        Column("organization", "string", "Organization of the first position.", "首个职务所属机构。"),
        Column("title", "string", "Title of the first position.", "首个职务名称。"),
        Column("positions", "list", "Every position, organization and title in one string.", "全部职务，机构与职务连写。"),
        Column("role", "string", "Whether the person presides, speaks or only attends.", "角色：主持、发言、出席。",
               required=True, enum=("chair", "speaker", "attendee")),
        Column("n_statements", "int32", "Statements of this speaker in this release.", "言论条数。",
               required=True, unit="statements", minimum=0),
        Column("n_measures", "int32", "Measures announced or proposed by this speaker in this release.", "举措条数。",
               required=True, unit="measures", minimum=0),
        _article_ids(),
        _evidence(),
        *_trust("it first", "该记录"),
    ),
)  # fmt: skip

STATEMENTS = Table(
    "statements", "Statements", "言论",
    "One run of text attributed to a speaker, a body or a group.",
    "归于发言人、机构或群体的一段表述。",
    (
        _key("statement_id", "t", "Key.", "主键。"),
        _article_id(),
        _meeting_id(),
        _speaker_id(),
        Column("speaker", "string", "Name of the speaker, 会议 for the meeting as a body, or the group's noun.",
               "发言人姓名；会议整体为“会议”；群体用原文名词。", required=True),
        Column("mode", "string", "Inside quotation marks (direct) or reported (indirect).", "直接引语或间接引语。",
               required=True, enum=("direct", "indirect")),
        Column("cue", "string", "Word that reports it, such as 表示.", "引述动词，如“表示”。"),
        Column("text", "string", "Exactly what is attributed.", "所归属的原文。", required=True),
        *_span(),
        *_trust("it", "该记录"),
    ),
)  # fmt: skip

MEASURES = Table(
    "measures", "Measures", "举措",
    "One action of policy or programme: done, planned or proposed.",
    "一项政策或项目举措：已实施、计划或建议。",
    (
        _key("measure_id", "x", "Key.", "主键。"),
        _article_id(),
        _meeting_id(),
        _speaker_id(),
        Column("by", "string", "Who announces or proposes it; null where the article itself reports it.",
               "宣布或建议者；文章自身报道时为空。"),
        Column("text", "string", "The clause with its verb and object, exactly as written.", "含动词与宾语的原文分句。",
               required=True),
        Column("status", "string", "Carried out, announced or ordered, or suggested.", "状态：已实施、计划、建议。",
               required=True, enum=("done", "planned", "proposed")),
        Column("action", "string", "The verb.", "动词。"),
        Column("object", "string", "What the verb acts on.", "宾语。"),
        Column("actor", "string", "Who acts, where the text says so.", "实施者（文中写明时）。"),
        Column("topic", "string", "Field of policy.", "政策领域。"),
        Column("named_programmes", "list", "Plans, actions, projects, laws and quoted names in the clause.",
               "所涉计划、行动、工程、条例及引号内名称。"),
        Column("quantities", "list", "Amounts in the clause, as written.", "分句中的数量，照原文。"),
        Column("deadline", "edtf", "By when, where the clause says so.", "期限（文中写明时）。", pattern=EDTF_PATTERN),
        *_span(),
        Column("evidence", "string", "The whole sentence.", "所在整句。", required=True),
        *_trust("it", "该记录"),
    ),
)  # fmt: skip

REJECTS = Table(
    "rejects", "Rejects", "剔除记录",
    "One record or source that was not published, and why.",
    "未予发布的记录或来源及其原因。",
    (
        _key("reject_id", "r", "Key.", "主键。"),
        Column("source", "string", "Source it came from.", "来源。", required=True),
        # No reference: an article that is itself rejected is in no table.
        Column("article_id", "string", "Article it came from, where there is one.", "所在文章（如有）。"),
        Column("table", "string", "Table it would have been a row of; `sources` for a whole source.",
               "本应归入的表；整份来源为 `sources`。", required=True),
        Column("rule", "string", "Name of the rule that rejected it.", "剔除规则名。", required=True),
        Column("reason", "string", "Why, in one sentence.", "原因，一句话。", required=True),
        Column("record", "string", "The rejected row, as JSON.", "被剔除的行（JSON）。"),
    ),
)  # fmt: skip

TABLES: dict[str, Table] = {
    table.name: table for table in (ARTICLES, MEETINGS, SPEAKERS, STATEMENTS, MEASURES, REJECTS)
}
"""Every table of a release by name, in the order in which they are shown."""
