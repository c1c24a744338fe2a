import type { KeepMessages } from '../../keep/messages.ts'
import { reportMessages } from './report.ts'
import { runs } from './words.ts'

export const keepMessages: KeepMessages = {
  title: '保存',
  export: '导出',
  items: {
    tableCsv: '表格（CSV）',
    tableJson: '表格（JSON）',
    tableMarkdown: '表格（Markdown）',
    tableLatex: '表格（LaTeX）',
    copyMarkdown: '将表格复制为 Markdown',
    copyLatex: '将表格复制为 LaTeX',
    runsJson: '运行（JSON）',
    seriesCsv: '曲线（CSV）',
    reportHtml: '报告（HTML）',
    reportMarkdown: '报告（Markdown）',
    snapshot: '快照',
    snapshotAll: '所有列出运行的快照',
  },
  hints: {
    runsJson: '每个指标的摘要和每个参数',
    seriesCsv: '所比较运行的每个记录点',
    reportHtml: '一个文件：结论、原因、数值和图表',
    snapshotAll: runs,
  },
  copyLink: '复制链接',
  saveSnapshot: '保存快照',
  about: (count, write) =>
    `快照是一个 HTML 文件，包含所比较的 ${write(count)} 个运行的数据：可离线打开，也可在此重新打开。` +
    '链接只包含页面上的设置，不含数据。',
  nothing: '暂无可保存的运行。',
  working: (item) => `正在准备：${item}…`,
  cancel: '取消',
  cancelled: '已取消：未保存任何内容。',
  progress: '进度',
  copied: '已复制',
  linkCopied: (characters, write) =>
    `已复制。链接长 ${write(characters)} 个字符；只包含本页的设置，不含数据。`,
  linkByHand: (characters, write) =>
    `浏览器不允许复制：请从输入框中复制链接。它长 ${write(characters)} 个字符，不含数据。`,
  textByHand: '浏览器不允许复制：请从输入框中复制文本。',
  linkField: '链接',
  textField: '要复制的文本',
  saved: (fileName) => `已保存 ${fileName}`,
  savedWithout: (fileName, failures, write) =>
    `已保存 ${fileName}，但缺少 ${write(failures)} 条无法读取的序列：文件中列出了它们。`,
  failed: (item, reason) => `无法保存。${item}：${reason}`,
  files: {
    comparison: '比较',
    table: '汇总',
    runs: '运行',
    series: '曲线',
    report: '报告',
    snapshot: '快照',
  },
  columns: {
    run: 'run',
    runId: 'run_id',
    metric: 'metric',
    step: 'step',
    stepUnit: 'step_unit',
    epoch: 'epoch',
    timeMs: 'time_ms',
    value: 'value',
  },
  notWhole: ({ run, metric, points, total, basis }, write) => {
    const of = total === null ? '总数未知' : `共 ${write(total)} 个`
    return `${run}，${metric}：${write(points)} 个点，${of}（${basis}）`
  },
  missingSeries: (run, metric, reason) => `${run}，${metric}：无法读取：${reason}`,
  snapshotOf: (dateTime, count, write) =>
    `${runs(count, write)}的快照，生成于 ${dateTime}。一切都在此文件中；不会向任何地方发送数据。`,
  snapshotPolicy: '用于选择保留哪个运行的规则属于原页面，不在此文件中：此处使用默认规则。',
  snapshotFailures: (count, write) => `生成时有 ${write(count)} 条序列无法读取`,
  snapshotMore: (count, write) => `及另外 ${write(count)} 个`,
  snapshotBroken: (reason) => `无法打开此快照。${reason}`,
  snapshotNoScript: '此文件用脚本显示训练运行：请允许其运行脚本。',
  report: reportMessages,
}
