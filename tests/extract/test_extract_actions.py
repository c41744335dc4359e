"""Actions: where a clause's action begins, with which verb, and which clauses have none."""

from __future__ import annotations

import pytest

from huiyao.extract import actions, clause_leads, phrases


@pytest.mark.parametrize(
    ("clause", "start", "verb"),
    [
        # verb and object
        ("扩大对外开放", "扩大", "扩大"),
        ("优化营商环境", "优化", "优化"),
        ("加强港口建设", "加强", "加强"),
        ("实施人才计划", "实施", "实施"),
        ("建立协调机制", "建立", "建立"),
        ("推动产业转型", "推动", "推动"),
        ("支持企业“走出去”", "支持", "支持"),
        ("提高思想站位", "提高", "提高"),
        # adverbs and modals in front are left out
        ("不断拓展国际合作的广度和深度", "拓展", "拓展"),
        ("将扩大对外开放", "扩大", "扩大"),
        ("要坚决守住安全底线", "守住", "守住"),
        ("还要进一步优化营商环境", "优化", "优化"),
        ("今后继续推动产业转型", "推动", "推动"),
        ("一是完善配套政策", "完善", "完善"),
        ("首先要完善配套政策", "完善", "完善"),
        ("并建立协调机制", "建立", "建立"),
        ("我们将建设物流中心", "建设", "建设"),
        # behind a preposition's phrase, which stays with the measure
        ("把科技创新作为首要任务", "把", "作为"),
        ("将青禾村打造成旅游名村", "将青禾", "打造"),
        (
            "将关于云州市上年发展计划执行情况与来年发展计划的决议草案、关于上年预算执行情况的决议草案提请大会审议",
            "将关于",
            "将",
        ),
        ("与海州市建立协调机制", "与", "建立"),
        ("为企业提供一站式服务", "为", "提供"),
        ("在园区加快布局研发中心", "在", "布局"),
        ("会同海州市建立协调机制", "会同", "建立"),
        ("会议通过关于修改港口条例的决定", "通过", "通过"),
        ("支持通过对话解决争端", "支持", "支持"),
        ("开展普查工作的同时要做好安全防护", "做好", "做好"),
        ("通过优惠贷款帮扶困难企业", "通过", "帮扶"),
        # for whom, with what, in what
        ("要为基层减负", "为基层", "减负"),
        ("为编制港口规划建言献策", "为编制", "建言献策"),
        ("要用优秀传统文化铸魂育人", "用优秀", "铸魂育人"),
        ("为企业提供诊断、培训等服务", "为企业", "提供"),
        ("要在服务大局上积极作为", "在服务", "积极作为"),
        # what somebody is to live up to
        ("要落实安全生产要求", "落实", "落实"),
        ("牢牢把握港口的功能定位", "把握", "把握"),
        ("从3月1日起推行预约制度", "推行", "推行"),
        ("连夜疏散周边群众", "疏散", "疏散"),
        ("要有针对性地加大政策支持", "加大", "加大"),
        ("要加强前瞻性思考", "加强", "加强"),
        ("省指挥部将云州的应急响应提升至二级", "将云州", "提升至"),
        ("通过云州市人事任免名单", "通过", "通过"),
        ("明确各县进一步优化港口布局", "优化", "优化"),
        # a paper signed by two
        ("麦田集团与云州学院签署共建产业学院协议", "与云州", "签署"),
        # work done, told of the work
        ("云港改造工程已全面完成", "云港", "完成"),
        ("总投资三亿元的五个项目现场签约", "总投资", "签约"),
        # what is to be done to a thing
        ("政策要吃透", "政策", "吃透"),
        ("种子、化肥要提前备足", "种子", "备足"),
        ("路灯月底前装到位", "路灯", "装到位"),
        ("问题厕所4月底前销号", "问题", "销号"),
        ("各村要算好时间账", "算好", "算好"),
        ("要压实各有关方面责任", "压实", "压实"),
        ("推动确定的目标任务落实见效", "推动", "推动"),
        ("该行指导企业优化账户管理", "指导", "指导"),
        ("将全面落实准入前国民待遇", "落实", "落实"),
        ("保障普查工作的顺利推进", "保障", "保障"),
        # behind a subject
        ("云州市将扩建港口", "扩建", "扩建"),
        ("云州市教育局将开展技能培训", "开展", "开展"),
        ("各部门要加强日常监管", "加强", "加强"),
        ("全市已建成三座公园", "建成", "建成"),
        # carried out
        ("建立了协调机制", "建立", "建立"),
        ("双方签署了合作协议", "签署", "签署"),
        ("会议审议通过《云州市港口条例》", "审议通过", "审议通过"),
    ],
)
def test_actions(clause: str, start: str, verb: str) -> None:
    found = actions.read(clause, 0, len(clause), follows=False)
    assert found is not None
    assert clause[found.start :].startswith(start)
    assert (found.verb, found.end) == (verb, len(clause))


@pytest.mark.parametrize(
    "clause",
    [
        "",
        "很好",
        "云州位于云江之滨",
        "形势仍然复杂",
        "这是一项重要任务",
        "优化环境是企业的期盼",
        "加强合作有利于共同发展",
        "取得了显著成绩",
        "作出了积极贡献",
        "得到各方高度评价",
        "发展面临挑战",
        "建设分为三期",
        "项目占地百亩",
        "产值同比增长两成",
        "出席会议",
        "感谢各位来宾",
        "深刻领悟精神实质",
        "牢记初心使命",
        "推动力不足",
        "建设者们干劲十足",
        "在各方支持下",
        "建设港口的过程中",
        "发展后劲足",
        "创新成果陆续涌现",
        "发展已迈入快车道",
        "云州的企业扩建港口",
        # torn out of a title or a quotation
        "推进港口建设》",
        "推进港口建设”",
    ],
)
def test_no_action(clause: str) -> None:
    assert actions.read(clause, 0, len(clause), follows=False) is None


@pytest.mark.parametrize(
    ("clause", "verb"),
    [
        ("久久为功做好植树护林工作", "做好"),
        ("驰而不息抓好堤防建设", "抓好"),
        # what stands before the verb is a subject, or no word ends there
        ("两名渔民修复堤岸", None),
        ("大桥工程完成合龙", None),
        ("久久为功的做好事", None),
    ],
)
def test_a_manner_no_list_holds(clause: str, verb: str | None) -> None:
    found = actions.read(clause, 0, len(clause), follows=True)
    assert (found and (found.verb, clause[found.start :].startswith(found.verb))) == (verb and (verb, True))
    assert actions.read(clause, 0, len(clause), follows=False) is None


@pytest.mark.parametrize(
    ("clause", "start"),
    [
        ("把握云州发展的新机遇", "把握"),
        ("把好事办实办好", "把"),
        ("凝聚共识", "凝聚"),
        ("与江州落实好共建方案", "与"),
        ("以江水为源的园区", None),
        ("以云州港为核心的物流体系支撑外贸", None),
        ("为两地合作作出了积极贡献", None),
        ("为云江治理指明方向", None),
        ("签署互助协议的国家", None),
        ("深化产业合作的决心", None),
        ("增强深化合作的决心", "增强"),
        ("对取得的进展表示满意", None),
        ("走出了云州特色的道路", None),
    ],
)
def test_words_that_look_alike(clause: str, start: str | None) -> None:
    found = actions.read(clause, 0, len(clause), follows=False)
    assert (found and clause[found.start :].startswith(start or "")) == (start and True)


@pytest.mark.parametrize(
    ("clause", "verb"),
    [
        # a subject, then when or a modal, then a verb that lists do not hold
        ("云州学院每年选派二十名学生", "选派"),
        ("市政府将一如既往支持企业发展", "支持"),
        ("市政府将驰而不息抓好堤防建设", "抓好"),
        ("青禾公司把更多新产品放到云州来", "放"),
        ("补贴标准由五百元提高到八百元", "提高"),
        ("两位院长共同为青禾实验室揭牌", "揭牌"),
        ("两位院长代表双方签约", "签约"),
        ("组委会与青禾公司等九家企业签约", "签约"),
        ("另一件是组织医生到乡镇坐诊", "组织"),
        ("02落实用地政策", "落实"),
        ("其中包括加快建设物流中心", "建设"),
        ("要遴选二十名学生", "遴选"),
        ("要树牢节约理念", "树牢"),
        ("要拧紧责任链条", "拧紧"),
        ("按每人每天二十元发放生活补助", "发放"),
        ("在云州投资42亿元", "投资"),
        ("（二）深化国企改革", "深化"),
        ("第二件是成立合作社", "成立"),
        ("各会员不得强制摊派费用", "不得"),
        ("依托云州学院增设茶学专业", "依托"),
        ("市公安局对三名嫌疑人发布通缉令", "发布"),
        ("青禾公司与海州学院签订帮扶协议", "签订"),
        ("将两地关系提升至新水平", "将"),
        ("加强与江州的合作", "加强"),
        ("走和平发展道路", "走"),
        ("首要目标是扩大对外开放", "扩大"),
    ],
)
def test_frames(clause: str, verb: str) -> None:
    found = actions.read(clause, 0, len(clause), follows=False)
    assert found is not None
    assert found.verb == verb


@pytest.mark.parametrize(
    "clause",
    [
        "要抓好五件事",
        "要把握以下原则",
        "明确指出",
        "予以回应",
        "通过视频连线方式发言",
        "给沿江居民带来新机遇",
        "加紧施工",
        "稳定发展",
        "共建园区极大促进了沿江就业",
        "保护江水成功掀开了新篇章",
        "感谢各方支持云州建设港口",
        "如果企业希望扩建厂房",
        "才能夯实发展根基",
        "建设港口不是权宜之计",
        "创建工作到了爬坡过坎的关键节点",
        "发布会由新闻办主任主持",
        "要以此次签约为新的起点",
        "始终保持强劲发展势头",
        "由云州到江州的船票",
        "云州是江州开展合作的伙伴",
        "参与签约",
        "渡口不得不增加班次",
        "推进现代化建设的磅礴力量",
        "峰会取得成功",
        "就组建公司作出重要指示",
        "与江州进行谈判",
        "发布暴雨黄色预警",
        "通过举办读书活动",
        "利用与品质提升",
        "控制、返回等环节",
        "聚焦五个重点",
        "将破坏两地贸易",
        "与会者为长者献花",
        "干部要守住",
        "各部门要抓实",
        "云州要稳住",
        "水位月底前下降",
        "为企业发展而努力奋斗",
        # how things are
        "学校承担着培养船工的重要职责",
        "专业和名额均有调整",
        "容不得半点马虎",
        "开放合作的决心不会改变",
        "发展空间越来越大",
        "创新成果竞相涌现",
        "实现利润总额三亿元",
        "新增确诊病例三例",
        "签约总金额超三亿元",
        "加入协会必须获得成员一致同意",
        "推进港口建设的必要性",
        "同海州学院战略合作签约暨揭牌仪式在云州举行",
        "携手努力",
        "通过翻译说",
        "执行情况和明年工作安排",
        "要做好“四件事”",
        "依法予以从轻处罚",
        "深刻领会开展普查的重要意义",
        "享受预约挂号、在线支付等服务",
        "对规划作了系统阐释",
        "建设港口的根本遵循和行动指南",
        "进一步深化改革的目标任务",
        "为稳定航运发挥了重要作用",
        "政府可能推行新的税制",
        "不断丰富和发展",
        "可通过官方网站报名",
        "通过挂牌、巡护等一系列做法",
        "将突破35亿元",
        "设计年吞吐量80万箱",
        # what is said, celebrated or brought to a close
        "对修订后的条例进行全面解读",
        "对船工予以亲切勉励",
        "一场歌舞把晚会推向高潮",
        "完成各项议程",
        # what is named after a study, what a forum is about
        "学习贯彻全会精神专题研讨班开班",
        "聚焦船舶制造、港口物流等热点话题",
        "成为进一步扩大开放的障碍",
        # how, and no more
        "通过减少收费",
        "通过提供低息贷款",
        "商圈通过两座廊桥",
        "船厂通过拓展合作和推进一体化",
        "企业通过技术攻关",
        "参观者通过小程序注册登录",
        "通过冷链快速销往各地",
        # what came of it, how far it reaches, what is plotted
        "云州保障了粮食安全",
        "开放港口具有重要意义",
        "覆盖98%的船工",
        "拓宽至40米",
        "这将为两地合作开辟新前景",
        "修船对航运发展至关重要",
        "海盗试图控制港口",
        "在云州的安置点锦绣社区",
        "对科技工作者提出殷切期望",
        "海州银行将明年的增长预期从0.8%下调至0.7%",
        "云州招聘会春季专场活动今天在海州启动",
    ],
)
def test_what_only_looks_like_an_action(clause: str) -> None:
    assert actions.read(clause, 0, len(clause), follows=True) is None


def test_what_must_not_be_done_is_ordered() -> None:
    clause = "不得违规评比收费"
    found = actions.read(clause, 0, len(clause), follows=True)
    assert found is not None
    assert (found.verb, found.form, found.start) == ("不得", "ban", 0)


def test_what_somebody_is_told_to_keep_is_an_action() -> None:
    clause = "要保持密切往来的良好势头"
    assert actions.read(clause, 0, len(clause), follows=False) is not None


@pytest.mark.parametrize(
    ("clause", "done", "actor"),
    [
        ("建立了协调机制", True, None),
        ("建立协调机制", False, None),
        ("云州市将扩建港口", False, "云州市"),
        ("云州市教育局将开展技能培训", False, "云州市教育局"),
        ("双方签署了合作协议", True, None),
        ("两地代表在云州港签署了合作协议", True, None),
    ],
)
def test_done_and_actor(clause: str, done: bool, actor: str | None) -> None:
    found = actions.read(clause, 0, len(clause), follows=False)
    assert found is not None
    assert (found.done, found.actor) == (done, actor)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("各方就越要加强沟通、增进互信", ["各方就越要加强沟通", "增进互信"]),
        ("要打通堵点、接通断点", ["要打通堵点", "接通断点"]),
        ("要打通堵点、难点和断点", ["要打通堵点、难点和断点"]),
        ("包括支持企业融资、加快港口建设等措施", ["包括支持企业融资", "加快港口建设等措施"]),
        ("开展支持企业融资、加快港口建设等议题研究", ["开展支持企业融资、加快港口建设等议题研究"]),
        ("为推进两地合作、促进就业贡献力量", ["为推进两地合作、促进就业贡献力量"]),
        ("要将学习与部署工作、推动落实结合起来", ["要将学习与部署工作、推动落实结合起来"]),
        ("健全体制机制、堵塞制度漏洞", ["健全体制机制", "堵塞制度漏洞"]),
        ("完善配套政策并建立协调机制", ["完善配套政策", "建立协调机制"]),
        ("提供法律、税务、劳工一站式咨询", ["提供法律、税务、劳工一站式咨询"]),
        ("坚持党建引领、加强自治有机结合", ["坚持党建引领、加强自治有机结合"]),
        ("优化环境、扩大开放、建立机制", ["优化环境", "扩大开放", "建立机制"]),
        # objects under one verb stay together
        ("支持企业布局研发中心、创新中心", ["支持企业布局研发中心、创新中心"]),
        ("推动港口、铁路、公路联通", ["推动港口、铁路、公路联通"]),
        ("建设“港口、铁路”双枢纽", ["建设“港口、铁路”双枢纽"]),
        ("优化“扩大开放、建立机制”方案", ["优化“扩大开放、建立机制”方案"]),
        ("优化「扩大开放、建立机制」方案", ["优化「扩大开放、建立机制」方案"]),
        # 并 inside a word
        ("推进企业并购重组", ["推进企业并购重组"]),
        ("优化环境是提振信心、激发活力的抓手", ["优化环境是提振信心、激发活力的抓手"]),
        ("扩大开放", ["扩大开放"]),
    ],
)
def test_parts(clause: str, expected: list[str]) -> None:
    assert [clause[a:b] for a, b in clause_leads.parts(clause, 0, len(clause))] == expected


@pytest.mark.parametrize(
    ("clause", "sets_the_scene"),
    [
        ("围绕港口建设", True),
        ("依托云江水道", True),
        ("要聚焦重点领域", False),
        ("针对突出问题", True),
        ("对这类产品", True),
        ("通过减少收费", True),
        ("对接港口规划", False),
        ("通过优惠贷款支持企业扩建", False),
        ("通过关于修改条例的决定", False),
        ("扩大对外开放", False),
        ("云州位于云江之滨", False),
    ],
)
def test_adverbial(clause: str, sets_the_scene: bool) -> None:
    at = clause_leads.lead_ends(clause, 0, len(clause))[0]
    assert phrases.is_adverbial(clause, at, len(clause)) is sets_the_scene


@pytest.mark.parametrize(
    ("clause", "purpose"),
    [
        ("为进一步加强港口管理", True),
        ("为从源头上防范风险隐患", True),
        ("为加强港口管理提供保障", False),
        ("为编制港口规划建言献策", False),
        ("为企业提供一站式服务", False),
        ("为帮助企业拓展市场", True),
        ("为推动企业发展提供支撑", False),
        ("加强港口管理", False),
    ],
)
def test_purpose(clause: str, purpose: bool) -> None:
    assert phrases.is_purpose(clause, 0, len(clause)) is purpose


@pytest.mark.parametrize(
    ("clause", "ends"),
    [
        ("扩大开放", {0}),
        ("要扩大开放", {0, 1}),
        ("加快建设港口", {0, 2}),
        ("还要进一步扩大开放", {0, 2, 5}),
        ("一是要不断扩大开放", {0, 3, 5}),
    ],
)
def test_lead_ends(clause: str, ends: set[int]) -> None:
    found = clause_leads.lead_ends(clause, 0, len(clause))
    assert found == sorted(found, reverse=True)
    assert ends <= set(found)
    assert max(found) == max(ends)
