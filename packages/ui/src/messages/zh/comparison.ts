import type { ComparisonMessages } from '../../comparison/messages.ts'
import { keyGroups } from './pageKeys.ts'
import { lowest, runs, spaced } from './words.ts'

export const comparisonMessages: ComparisonMessages = {
  comparison: '运行比较',
  keys: '按键',
  keyGroups,
  chartKeys: '图表',
  closeDialog: '关闭',
  judgedBy: '评判指标',
  goal: '更好是',
  goals: { min: '越低越好', max: '越高越好' },
  guessedGoal: '根据名称推测',
  curves: '曲线',
  nothingSelected: (count, metric, goal, write) =>
    spaced`未选择：显示 ${metric} ${lowest(goal)}的 ${runs(count, write)}。`,
  nothingSelectedNoValues: (count, metric, write) =>
    spaced`未选择，且尚无运行有 ${metric}：显示 ${runs(count, write)}。`,
  missingValues: (missing, total, metric, write) =>
    spaced`${runs(total, write)}中有 ${write(missing)} 个还没有 ${metric}。`,
  notFinite: (count, total, metric, write) =>
    spaced`${runs(total, write)}中有 ${write(count)} 个没有记录到有限的 ${metric}。`,
  lastOnly: (count, total, metric, write) =>
    spaced`${runs(total, write)}中有 ${write(count)} 个，数据源只给出最后的 ${metric}，它未必是最佳值。`,
  sampled: (count, total, metric, write) =>
    spaced`${runs(total, write)}中有 ${write(count)} 个的 ${metric} 来自采样；更好的值可能被遗漏。`,
  noMetrics: (names) => `没有记录任何指标：${names}。`,
  unknownSelected: (count, write) => `所选中有 ${runs(count, write)}未找到。`,
  stoppedAtStep: (name, step, total) => `${name}：停止于第 ${step} 步，共 ${total} 步。`,
  stoppedAtEpoch: (name, epoch, total) => `${name}：停止于第 ${epoch} 轮，共 ${total} 轮。`,
  reachedStep: (name, step, total) =>
    `${name}：记录到第 ${step} 步，共 ${total} 步；如何结束未知。`,
  reachedEpoch: (name, epoch, total) =>
    `${name}：记录到第 ${epoch} 轮，共 ${total} 轮；如何结束未知。`,
  diverged: (name, metric, value) => spaced`${name}：${metric} 以 ${value} 结束。`,
  failedRun: (name, reason) => `无法读取 ${name}：${reason}`,
  loadingRuns: '正在加载运行',
  loadingCurves: '正在加载曲线',
  retry: '重试',
  notices: (count, write) => `${write(count)} 条关于数据的提示`,
  noticeCount: (count, write) => `${write(count)} 次`,
  metrics: '显示的指标',
  seedsAsBands: '将种子显示为带',
  partFailed: (part) => `无法显示${part}。页面的其余部分不受影响。`,
  answerPart: '推荐',
  evidence: '证据',
  evidenceHint: '哪些差异超出偶然、运行的成本、哪些可以停止',
  causes: '超参数',
  effects: '效应',
  effectsHint: '结果与哪些参数有关',
  history: '历史',
  historyHint: '逐个运行的迄今最佳值',
  timeline: '时间线',
  timelineHint: '各轮次的指标，以及每个运行的最佳检查点',
  archiveRuledOut: (count, write) => `归档证据不支持的 ${runs(count, write)}`,
  runsPart: '运行列表',
}
