/** Names that name nobody: a slogan (政府主导，企业参与) or the words of a rule. */
export const nobody =
  /^(?:政府|企业|市场|社会|部门|单位|个人|各方|群众|专人|谁.*|(?:牵头|主办|承办|协办|责任|配合|参与|主责)(?:单位|部门)|落实部门|成员单位|基层|村民|学校|医院|机构|区域|龙头企业|高校|科研院所|行业协会)$/;

/** The document's own body, named without a place: what is said of it are its rules, not its tasks. */
export const ownBody =
  /^(?:联席会议|领导小组|委员会|指挥部|工作专班|专班|工作组|办公室|(?:联席会议|领导小组|委员会|指挥部|专班)办公室)$/;
