import type { ReportMessages } from '../../keep/reportMessages.ts'

export const reportMessages: ReportMessages = {
  language: 'zh-Hans',
  title: '训练运行比较',
  made: (dateTime, source, version) =>
    `由 Runoff ${version} 于 ${dateTime} 根据数据源“${source}”生成。`,
  answer: '结论',
  noAnswer: '暂无可推荐的运行。',
  why: '原因',
  others: '其他运行',
  evidence: '把握有多大',
  checkpoint: '检查点',
  numbers: '数值',
  params: '超参数',
  parameter: '参数',
  value: '值',
  different: '不同的值',
  same: '相同的值',
  noParams: '这些运行没有参数。',
  charts: '曲线',
  noCharts: 'HTML 报告中还包含曲线。',
  origin: '数值的来源',
  originNote: '来自采样、摘要或仅最后一个值的最佳值，未必是运行的真实最佳值。',
  run: '运行',
  runId: '运行 ID',
  status: '状态',
  metric: '指标',
  points: '数据点',
  basis: '依据',
  bases: {
    full: '全部记录的点',
    sampled: '采样点',
    'last-only': '仅最后一个值',
    summary: '跟踪工具的摘要',
  },
  thresholds: ({ slight, moderate, severe, gap }) =>
    `与最佳者的差距超过 ${slight} 为轻微，超过 ${moderate} 为中等，超过 ${severe} 为严重；` +
    `若种子噪声已知，只计超出噪声的部分。评估与训练的差距超过 ${gap} 时标出。`,
  remarks: '关于数据的提示',
  notListed: (count) => `及另外 ${count} 个`,
}
