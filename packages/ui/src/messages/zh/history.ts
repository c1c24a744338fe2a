import type { HistoryMessages } from '../../history/messages.ts'
import { spaced } from './words.ts'

export const historyMessages: HistoryMessages = {
  title: (metric) => spaced`迄今最佳 ${metric}`,
  summary: ({ runs, from, to, improvements, metric, best, bestRun }, write) =>
    spaced`从 ${from} 到 ${to} 共 ${runs} 个运行。迄今最佳 ${metric} 改进了 ${write(improvements)} 次，` +
    `最近一次由 ${bestRun} 达到 ${best}。`,
  axis: '按开始时间排列的运行',
  bestSoFar: '迄今最佳',
  improved: '有改进',
  notImproved: '无改进',
  archived: '已归档',
  point: (run, date, metric, value) => `${run}，${date}：${metric} ${value}`,
  pointImproved: '迄今最佳',
  pointBehind: (best) => `迄今最佳 ${best}`,
  pointArchived: '已归档',
  leftOut: (count, write) => `${write(count)} 个运行未列入：尚未完成，或没有日期或数值`,
  empty: (metric) => spaced`还没有既有日期又有 ${metric} 的已完成运行`,
  keys: '方向键在运行之间移动，上下键在各个最佳之间移动；Enter 打开运行。',
  run: '运行',
  started: '开始时间',
  state: '状态',
}
