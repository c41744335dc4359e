"""Deeds: which actions of the article's own prose count, by their verbs."""

from __future__ import annotations

# In the article's own prose only these deeds count when carried out.
DEEDS = frozenset(
    "签署 签订 审议通过 发布 印发 颁布 出台 启动 揭牌 成立 设立 上线 启用 选举产生 建成 新建 完成 推出 实施 组建 开通 达成 确定 推荐 表彰 颁发 授予 捐赠 赠送 批准 修订 制定 公布 下达 破获 查处 抓获 "
    "摧毁 追回 挽回 投入 发放 拨付 安置 救治 建立 举办 开展 签约 新签约 开工 新开工 新增 引进 竣工 促成 协调 帮助 解决 承接 吸纳 组织 培训 修建 改造 修复 建设 提供 派出 打造 引进 开设 增设 支持 推动 推进 加快 加大 促进 优化 完善 健全 "
    "深化 强化 加强 扩大 构建 整治 排查 化解 取消 减免 简化 扶持 培育 资助 争取 壮大 坚持".split()
)  # fmt: skip
# What came of deeds is told in praise of them; as a plan it is an aim.
OUTCOMES = frozenset(
    "催生 激发 擦亮 点亮 填补 展示 彰显 惠及 造福 焕发 体现 谱写 书写 唱响 拉动 提振 汇聚 弘扬 传承 赋予 激励 振奋 凝聚 汲取 缅怀 开启 延续".split()
)
# How far things have come, where nobody reports on it.
STATES = frozenset("覆盖 形成 获得 拥有 呈现".split())
# What people do at meetings and on visits is told, but it is no measure.
AGENDA = frozenset(
    "听取 审议 考察 调研 慰问 欢迎 回应 分享 迎来 保持 突破 关注 参与 检查 巡视 看望 走访 举行 传达 学习 研究 汇集 讨论 宣传 观摩 接受 通报".split()
)
