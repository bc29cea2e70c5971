import type { PolicyDocument } from '../../../lib/policy/types';
import type { NewAnnotation, NewTask, SeenDocument } from '../../../lib/store/port';
import { emptyPolicy } from '../../lib/policies';

/** An invented plan of an invented county, as the engine would hand it to the store. */
export const policy: PolicyDocument = {
  ...emptyPolicy,
  class: 'task-policy',
  certainty: 0.97,
  kind: '实施方案',
  title: '临澜县政务服务提升实施方案',
  issuer: '临澜县人民政府办公室',
  docNumber: '临政办〔2026〕12号',
  date: '2026-03-02',
  region: '临澜县',
  addressees: ['各乡镇人民政府'],
};

export const seen: SeenDocument = {
  id: 'doc-linlan-12',
  url: 'https://www.linlan.gov.cn/zfxxgk/2026/12.html',
  fingerprint: 'f00d',
  policy,
};

export const task: NewTask = {
  documentId: seen.id,
  origin: 'measure',
  measureId: '一›（二）›3',
  path: ['一、优化窗口服务', '（二）推进一窗受理'],
  number: '3',
  title: '设立跨镇办理窗口',
  excerpt: '在各乡镇便民服务中心设立跨镇办理窗口，6月底前全部开通。',
  selectors: [
    {
      type: 'TextQuoteSelector',
      exact: '设立跨镇办理窗口',
      prefix: '便民服务中心',
      suffix: '，6月底前',
      rival: 0.35,
      landmark: { text: '推行政务服务跨镇通办', distance: 18 },
    },
    { type: 'TextPositionSelector', start: 120, end: 128 },
    {
      type: 'DutymarkStructuralSelector',
      docNumber: policy.docNumber,
      path: ['一、优化窗口服务'],
      number: '3',
      part: null,
      offset: 9,
    },
  ],
  url: seen.url,
  role: 'lead',
  certainty: 'named',
  lead: ['县行政审批局'],
  participants: ['各乡镇人民政府', '县司法局'],
  responsible: [],
  deadlineText: '6月底前',
  recurrenceText: null,
  dueDate: '2026-06-30',
  status: 'open',
  tags: ['窗口'],
  note: '',
};

export const annotation: NewAnnotation = {
  documentId: seen.id,
  quote: '6月底前全部开通',
  selectors: task.selectors,
  path: task.path,
  number: task.number,
  note: '问清楚由谁验收',
  tags: ['待核实'],
  colour: 'yellow',
  url: seen.url,
  resolution: null,
};
