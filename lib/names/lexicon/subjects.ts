import { words } from '../../text/words';

/** Subjects by which an office is called (宣传部门, 供电单位), beside those that `terms.ts` knows by two spellings. */
export const subjects = words(`
  宣传 网信 组织 统战 政法 文广 文广旅 体育 广电 旅游 城建 执法 园林 绿化 市监 信访 邮政 电力 供电 通信 气象 地震 人防 档案 金融 粮食 能源
  公路 铁路 航空 民航 海事 水务 渔业 畜牧 农机 价格 物价 质检 外事 侨务 规划 国土 环保 安监 新闻 媒体 保险 银行 燃气 供水 供热 教科 医疗保障 检察 审判 监察 纪检监察
  自然资源 水利 农业 农业农村 商务 民政 财政 审计 司法 统计 林业 供销 房管 房产 交通 交通运输 扶贫 文物 海洋 烟草 税务 公安 口岸 投促 招商
  投资促进 科创 经发 社会事务 教育 科技 国资 港航 卫生 民族宗教 民宗 残疾人
`);
