import type { WriteCount } from '../../format/formatters.ts'
import type { EvidenceMessages, PairCounts, SignificanceMessages } from '../../evidence/messages.ts'
import { costMessages } from './cost.ts'
import { stoppingMessages } from './stopping.ts'
import { spaced } from './words.ts'

function summaryOfOne({ differs, withinNoise }: PairCounts, best: string): string {
  if (differs === 1) return `另一个配置与均值最佳的 ${best} 有差异。`
  const why = withinNoise === 1 ? '在噪声范围内' : '种子太少，无法判断'
  return `另一个配置与均值最佳的 ${best} 无法区分：${why}。`
}

function summaryOfSeveral(counts: PairCounts, best: string, write: WriteCount): string {
  const { differs, withinNoise, tooFewSeeds, total } = counts
  const claim =
    differs === 0
      ? `其他 ${write(total)} 个配置都无法与均值最佳的 ${best} 区分`
      : `其他 ${write(total)} 个配置中有 ${write(differs)} 个与均值最佳的 ${best} 有差异`
  const rest = [
    withinNoise === 0 ? '' : `${write(withinNoise)} 个在噪声范围内`,
    tooFewSeeds === 0 ? '' : `${write(tooFewSeeds)} 个种子太少，无法判断`,
  ].filter((part) => part !== '')
  return `${[claim, ...rest].join('，')}。`
}

const significanceMessages: SignificanceMessages = {
  title: '差异的把握有多大',
  pairs: '配置配对',
  configurations: '配置',
  pair: '配对',
  against: '对比',
  pairName: ({ a, b }) => `${a} 对比 ${b}`,
  seeds: (count, write) => `${write(count)} 个种子`,
  difference: (metric) => `优势（${metric}）`,
  interval: (percent) => `${percent} 区间`,
  p: '证据',
  chance: '前者更好的比例',
  ofSeedPairs: (count, write) => `共 ${write(count)} 对种子`,
  finding: '结论',
  about: {
    difference: (metric, goal) =>
      spaced`前者的平均 ${metric} 比后者${goal === 'min' ? '低' : '高'}多少；前者更差时为负。`,
    interval: '仅就这一配对而言，真实差异所在的范围；跨过零的线表示可能没有差异。',
    p: '各种子在多大程度上排除偶然；p 已按配对数校正。',
    chance: '在现有种子中，前者的一个种子优于后者的一个种子的频率。',
    chanceBest: '该配置真正是最佳的可能性。',
    mean: (percent) => `各种子的均值及其 ${percent} 区间。`,
  },
  intervalText: (low, high) => `${low} 至 ${high}`,
  intervalPicture: (value, low, high) => `${value}，区间 ${low} 至 ${high}`,
  strengths: {
    'very-strong': '非常强',
    strong: '强',
    moderate: '中等',
    weak: '弱',
    none: '几乎没有',
  },
  pText: (strength, p) => `${strength}（p ${p}）`,
  findings: {
    differs: '有差异',
    'within-noise': '在噪声范围内',
    'too-few-seeds': '种子太少，无法判断',
  },
  visibleDifference: (seeds, sds) => `${seeds} 个种子只能分辨 ${sds} 个种子标准差以上的差异。`,
  singleSeed: '只有一个种子，没有离散度可供比较',
  configuration: '配置',
  mean: (metric) => spaced`平均 ${metric}`,
  seedCount: '种子数',
  chanceBest: '成为最佳的可能性',
  best: '最佳',
  showAll: (count) => `显示全部 ${count} 个配对`,
  showWithBest: '显示与最佳的配对',
  summary: (counts, best, write) =>
    counts.total === 1 ? summaryOfOne(counts, best) : summaryOfSeveral(counts, best, write),
  noise: (sd, metric, configurations, write) =>
    spaced`单个种子的 ${metric} 波动为 ${sd}（标准差，来自 ${write(configurations)} 个有多个种子的配置）。`,
  noNoise: '没有配置运行过多个种子，因此无法衡量噪声。',
  onlyWithBest: '配置过多，只与最佳配置比较。',
  pairsAlone: (pairs, write) =>
    `区间仅针对其自身配对；证据和结论已考虑全部 ${write(pairs)} 个配对，要求更严格。`,
  stillContenders: (count, write) =>
    `推荐的要求更严格：此处有差异的 ${write(count)} 个在那里仍算作候选。`,
  onlyOne: '只有一个配置：没有可比较的对象。',
  nothing: '暂无可比较的配置。',
}

export const evidenceMessages: EvidenceMessages = {
  significance: significanceMessages,
  cost: costMessages,
  stopping: stoppingMessages,
  reasons: {
    'too-few-values': '值太少',
    'too-few-points': '点太少',
    'too-few-runs': '运行太少',
    'too-few-groups': '需要两个配置',
    'not-finite': '有值为 NaN 或无穷大',
    'no-variance': '所有值都相等',
    'unequal-lengths': '样本长度不同',
    'not-positive': '有值为零或负数',
    'not-reached': '没有运行达到目标',
    'no-params': '运行未注明参数',
    'no-cost': '没有运行注明其成本',
    'no-noise': '没有配置运行过多个种子',
    'not-comparable': '这些运行不是在相同数据上测量的',
    'schedules-differ': '它们的学习率调度不同',
    'weak-correlation': '早期值对最终值的预测力太弱',
  },
  noAnswer: (reason) => `不足以判断：${reason}。`,
  working: (percent) => `正在计算：${percent}`,
  workingAgain: (percent) => `正在重新计算：${percent}`,
  scrollRegion: (table) => `${table}，可横向滚动`,
  inspected: (column, row, value) => `${row} 的${column}：${value}`,
  noValue: '无值',
  page: (first, last, total) => `第 ${first} 至 ${last} 行，共 ${total} 行`,
  previousPage: '上一页',
  nextPage: '下一页',
}
