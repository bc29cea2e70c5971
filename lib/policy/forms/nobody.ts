/** Names that name nobody: a slogan (政府主导，企业参与) or the words of a rule. */
export const nobody =
  /^(?:政府|企业|市场|社会|部门|单位|个人|各方|群众|专人|谁.*|牵头单位|责任单位|牵头部门|配合单位|配合部门|落实部门|成员单位|基层|村民|学校|医院|机构|区域|龙头企业|高校|科研院所|行业协会)$/;
