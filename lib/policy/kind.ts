/** Kinds of document, most particular first. */
const kinds =
  /(分工方案|任务分工表|任务分工|实施方案|工作方案|行动方案|专项方案|改革方案|总体方案|工作安排|重点任务|工作要点|行动计划|工作计划|三年行动|实施意见|若干意见|指导意见|实施细则|管理办法|暂行办法|实施办法|管理规定|若干措施|若干举措|政策举措|任务分解表|责任分解表|责任分解|责任分工|整改台账|工作台账|台账|责任表|任务表|实施步骤|工作步骤|议定事项|交办事项|督办事项|推进表|进度表|工期表|排期表|时间表|一览表|任务分解|分解表|重点工作任务|重点工作|若干政策|政策措施|职责清单|任务清单|责任清单|政府工作报告|工作报告|工作简报|应急预案|发展规划|规划|纲要|条例|规定|决定|方案|意见|办法|细则|措施|政策|清单|计划|安排|要点|会议纪要|纪要|交办单|督办单|转办单|分办单|办理单|派工单|任务卡|任务书|整改函|提示函|督[办查]通知[单书]|交办通知[单书]|成员单位职责|职责任务|督办函|交办函|任务单|责任书|责任状|督办通知|交办通知|通报|批复|复函|通告|公告|公报|报告|简报|预案|指引|指南|令|函|通知|工作任务|工作分工|职责分工|分工)(?:[（(【〔][^）)】〕]*[）)】〕])*$/;

/** What a document calls itself: 分工方案, 工作安排; null where its title ends in none of the genre's words. */
export function kindOf(title: string | null, attachmentTitle: string | null): string | null {
  for (const name of [attachmentTitle, title]) {
    const m = name && kinds.exec(name.replace(/[》」”]+$/, '').replace(/工作的报告$/, '工作报告'));
    if (m) return m[1]!;
  }
  return null;
}
