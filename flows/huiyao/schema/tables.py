"""The tables of a release, each column declared once.

Everything else that knows a column's name, type or meaning (Arrow schemas, pandera checks, Frictionless table
schemas, Croissant record sets, the data dictionary, the loaders) is rendered from `TABLES`. Adding a column means adding one line here.
"""

from __future__ import annotations

from huiyao.schema.declarations import (
    EDTF_PATTERN,
    Column,
    Table,
    Type,
    article_id,
    article_ids,
    edition,
    evidence,
    key,
    meeting_id,
    organization_id,
    person_id,
    span,
    speaker_id,
    trust,
)

__all__ = ["CHANGES", "DATA_MAJOR", "EDTF_PATTERN", "LIST_DELIMITER", "RELEASED", "TABLES", "Column", "Table", "Type"]

LIST_DELIMITER = "|"
"""What separates the members of a list column in CSV files."""

DATA_MAJOR = 1
"""Lowest major version that a release may have; raised by hand where a column changes its meaning, which no program sees."""

ARTICLES = Table(
    "articles", "Articles", "文章",
    "One article found in the input. A source file may hold several.",
    "输入中的一篇文章；一个来源文件可含多篇。",
    (
        key("article_id", "a", "Key, made from the canonical text.", "主键，由规范文本生成。"),
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
    label="headline",
)  # fmt: skip

MEETINGS = Table(
    "meetings", "Meetings", "会议",
    "One meeting, over all articles that report it.",
    "一次会议，汇集报道它的全部文章。",
    (
        key("meeting_id", "m", "Key.", "主键。"),
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
        Column("organizer_ids", "list", "The organizations that `organizers` names.", "`organizers` 所指机构。",
               references="organizations.organization_id"),
        Column("attendance_min", "int64", "Smallest number of participants the text allows.", "与会人数下限。",
               unit="persons", minimum=1),
        Column("parent_meeting_id", "string", "Meeting of which this one is a part.", "上级会议。",
               references="meetings.meeting_id"),
        edition("previous_meeting_id", "Previous", "上"),
        edition("next_meeting_id", "Next", "下"),
        article_ids(),
        evidence(),
        *trust("it first", "该记录"),
    ),
    label="name",
)  # fmt: skip

ORGANIZATIONS = Table(
    "organizations", "Organizations", "机构",
    "One organization that speakers belong to or that organizes meetings; none for 市政府 and other names of many.",
    "发言人所属或主办会议的一个机构；“市政府”等泛称不列入。",
    (
        key("organization_id", "o", "Key.", "主键。"),
        Column("name", "string", "Fullest name that an article gives.", "文中最完整的名称。", required=True),
        Column("aliases", "list", "Other names used for the same organization.", "同一机构的其他名称。"),
        article_ids(),
    ),
    label="name",
)  # fmt: skip

SPEAKERS = Table(
    "speakers", "Speakers", "发言人",
    "One person speaking at one meeting, or in one article that reports no meeting.",
    "在一次会议（或一篇未报道会议的文章）中发言的一个人。",
    (
        key("speaker_id", "s", "Key.", "主键。"),
        person_id(),
        meeting_id(),
        Column("name", "string", "Name as the article writes it, without honorific.", "姓名，不含敬称。", required=True),
        Column("organization", "string", "Organization of the first position.", "首个职务所属机构。"),
        organization_id("organization_id", "The organization that `organization` names.", "`organization` 所指机构。"),
        Column("title", "string", "Title of the first position.", "首个职务名称。"),
        Column("positions", "list", "Every position, organization and title in one string.", "全部职务，机构与职务连写。"),
        Column("role", "string", "Whether the person presides, speaks or only attends.", "角色：主持、发言、出席。",
               required=True, enum=("chair", "speaker", "attendee")),
        Column("n_statements", "int32", "Statements of this speaker in this release.", "言论条数。",
               required=True, unit="statements", minimum=0),
        Column("n_measures", "int32", "Measures announced or proposed by this speaker in this release.", "举措条数。",
               required=True, unit="measures", minimum=0),
        article_ids(),
        evidence(),
        *trust("it first", "该记录"),
    ),
    label="name",
)  # fmt: skip

POSITIONS = Table(
    "positions", "Positions", "职务",
    "One title that one person holds in one organization.",
    "一个人在一个机构中的一项职务。",
    (
        key("position_id", "h", "Key.", "主键。"),
        person_id(),
        Column("name", "string", "Name of the person.", "姓名。", required=True),
        Column("organization", "string", "Fullest name of the organization; null where articles give the title alone.",
               "机构的最完整名称；文中只有职务名称时为空。"),
        organization_id("organization_id", "The organization that `organization` names.", "`organization` 所指机构。"),
        Column("title", "string", "Title, as articles write it.", "职务名称，照原文。", required=True),
        Column("first_seen", "date32", "Day of the first article that gives it, where known.",
               "最早述及该职务的文章的日期（已知时）。"),
        Column("last_seen", "date32", "Day of the last article that gives it, where known.",
               "最近述及该职务的文章的日期（已知时）。"),
        article_ids(),
    ),
    label="name",
)  # fmt: skip

STATEMENTS = Table(
    "statements", "Statements", "言论",
    "One run of text attributed to a speaker, a body or a group.",
    "归于发言人、机构或群体的一段表述。",
    (
        key("statement_id", "t", "Key.", "主键。"),
        article_id(),
        meeting_id(),
        speaker_id(),
        Column("speaker", "string", "Name of the speaker, 会议 for the meeting as a body, or the group's noun.",
               "发言人姓名；会议整体为“会议”；群体用原文名词。", required=True),
        Column("mode", "string", "Inside quotation marks (direct) or reported (indirect).", "直接引语或间接引语。",
               required=True, enum=("direct", "indirect")),
        Column("cue", "string", "Word that reports it, such as 表示.", "引述动词，如“表示”。"),
        Column("text", "string", "Exactly what is attributed.", "所归属的原文。", required=True),
        *span(),
        *trust("it", "该记录"),
    ),
    label="text",
)  # fmt: skip

MEASURES = Table(
    "measures", "Measures", "举措",
    "One action of policy or programme: done, planned or proposed.",
    "一项政策或项目举措：已实施、计划或建议。",
    (
        key("measure_id", "x", "Key.", "主键。"),
        article_id(),
        meeting_id(),
        speaker_id(),
        Column("by", "string", "Who announces or proposes it; null where the article itself reports it.",
               "宣布或建议者；文章自身报道时为空。"),
        Column("text", "string", "The clause with its verb and object, exactly as written.", "含动词与宾语的原文分句。",
               required=True),
        Column("status", "string", "Carried out, announced or ordered, or suggested.", "状态：已实施、计划、建议。",
               required=True, enum=("done", "planned", "proposed")),
        Column("action", "string", "The verb.", "动词。"),
        Column("object", "string", "What the verb acts on.", "宾语。"),
        Column("actor", "string", "Who acts, where the text says so.", "实施者（文中写明时）。"),
        organization_id("actor_id", "The organization that `actor` names, where it is one.", "`actor` 所指机构（如为机构）。"),
        Column("topic", "string", "Field of policy.", "政策领域。"),
        Column("named_programmes", "list", "Plans, actions, projects, laws and quoted names in the clause.",
               "所涉计划、行动、工程、条例及引号内名称。"),
        Column("quantities", "list", "Amounts in the clause, as written.", "分句中的数量，照原文。"),
        Column("deadline", "edtf", "By when, where the clause says so.", "期限（文中写明时）。", pattern=EDTF_PATTERN),
        *span(),
        Column("evidence", "string", "The whole sentence.", "所在整句。", required=True),
        *trust("it", "该记录"),
    ),
    label="text",
)  # fmt: skip

REJECTS = Table(
    "rejects", "Rejects", "剔除记录",
    "One record or source that was not published, and why.",
    "未予发布的记录或来源及其原因。",
    (
        key("reject_id", "r", "Key.", "主键。"),
        Column("source", "string", "Source it came from.", "来源。", required=True),
        # No reference: an article that is itself rejected is in no table.
        Column("article_id", "string", "Article it came from, where there is one.", "所在文章（如有）。"),
        Column("table", "string", "Table it would have been a row of; `sources` for a whole source.",
               "本应归入的表；整份来源为 `sources`。", required=True),
        Column("rule", "string", "Name of the rule that rejected it.", "剔除规则名。", required=True),
        Column("reason", "string", "Why, in one sentence.", "原因，一句话。", required=True),
        Column("record", "string", "The rejected row, as JSON.", "被剔除的行（JSON）。"),
    ),
    label="reason",
)  # fmt: skip

TABLES: dict[str, Table] = {
    table.name: table
    for table in (ARTICLES, MEETINGS, SPEAKERS, STATEMENTS, MEASURES, ORGANIZATIONS, POSITIONS, REJECTS)
}
"""Every table of records by name, in the order in which they are shown."""

CHANGES = Table(
    "changes", "Changes", "变更",
    "One difference to the release before: a record added, removed or replaced, or one changed value.",
    "与上一版本的一处差异：新增、删除、合并的记录，或一个改动的值。",
    (
        key("change_id", "c", "Key.", "主键。"),
        Column("table", "string", "Table of the record; `persons` for a `person_id`.", "记录所在的表；`person_id` 记为 `persons`。",
               required=True),
        Column("id", "string", "Key of the record; null for a change of the column itself.", "记录的主键；列本身的变更为空。"),
        Column("change", "string", "What happened; `replaced_by`: the record is now one with another, whose key is in `new`.",
               "变更类型；`replaced_by` 表示该记录并入 `new` 所给主键的记录。",
               required=True, enum=("added", "changed", "removed", "replaced_by")),
        Column("column", "string", "Column that changed; null for a whole record.", "改动的列；整条记录时为空。"),
        Column("old", "string", "Value before, as in CSV; of a record that is gone, its name or text; of a column, its type.",
               "改动前的值，写法同 CSV；记录消失时为其名称或文本；列则为其类型。"),
        Column("new", "string", "Value now, as in CSV; of a new record, its name or text; of a replaced one, its successor's key; "
               "of a column, its type.", "改动后的值，写法同 CSV；新增记录为其名称或文本；被并入时为后继记录的主键；列则为其类型。"),
    ),
    label="id",
)  # fmt: skip

RELEASED: dict[str, Table] = TABLES | {CHANGES.name: CHANGES}
"""Every table that a release has files of: the records, and what changed in them."""
