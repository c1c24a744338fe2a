import type { VerdictEvidence } from '@runoff/core'
import type { WriteCount } from '../../format/formatters.ts'
import type {
  ConsideredScope,
  EvidenceWords,
  RecommendationMessages,
  ScopeParts,
  ScoreWords,
} from '../../recommendation/messages.ts'
import { answerMessages } from './answer.ts'
import { reasonMessages } from './reason.ts'
import { runs, spaced } from './words.ts'

const scopeTexts: Readonly<Record<ConsideredScope, typeof runs>> = {
  selected: (count, write) => `所选的 ${runs(count, write)}`,
  listed: runs,
  loaded: (count, write) => `目前已加载的 ${runs(count, write)}`,
}

function scopeText(parts: ScopeParts, write: WriteCount): string {
  const { scope, total, judged, live, notCompleted, noValue, metric } = parts
  const left = [
    live === 0 ? '' : `${write(live)} 个仍在运行`,
    notCompleted === 0 ? '' : `${write(notCompleted)} 个未完成`,
    noValue === 0 ? '' : spaced`${write(noValue)} 个没有 ${metric}`,
  ].filter((part) => part !== '')
  const of = scopeTexts[scope](total, write)
  if (left.length > 0) return `${of}中评判了 ${write(judged)} 个；未计入：${left.join('，')}。`
  return total === 1 ? `共 ${of}。` : `${of}，均已评判。`
}

const methods: Readonly<Record<VerdictEvidence['method'], string>> = {
  'tukey-kramer': '按 Tukey–Kramer 同时比较所有配对，合并方差',
  'games-howell': '按 Games–Howell 同时比较所有配对，各用自身方差',
  none: '未做检验：没有可用于检验的离散度',
}

const evidence: EvidenceWords = {
  title: '把握有多大',
  configurations: '比较对象',
  configurationCount: (configurations, count, write) =>
    `${write(configurations)} 个配置，${runs(count, write)}`,
  seeds: '随机种子',
  seedsOf: (name, seeds) => `${name}（${seeds}）`,
  seedsOfEach: (seeds) => `各 ${seeds} 个`,
  noise: '种子噪声',
  noiseOf: (sd, metric, configurations, write) =>
    `${metric} ${sd}，来自 ${write(configurations)} 个有多个种子的配置`,
  noNoise: '未知：种子太少，或结果全部相同',
  margin: '领先幅度',
  marginOf: (difference, times) => `${difference}，是其噪声的 ${times} 倍`,
  interval: '区间',
  intervalOf: (low, high, percent) => `${low} 至 ${high}（${percent}）`,
  matters: '有意义的最小差异',
  mattersOf: (difference, isDefault) => (isDefault ? `${difference}，即种子噪声` : difference),
  more: '分辨所需种子数',
  moreSeeds: (seeds, write) => `前两名各约 ${write(seeds)} 个`,
  luck: '最佳者的运气成分',
  luckOf: (configurations, sds, write) =>
    `若 ${write(configurations)} 个配置实力相当，最佳者看上去会比实际好 ${sds} 个种子标准差`,
  conditions: '不同之处',
  method: (method, percent, looks, df, write) => {
    const freedom = df === null ? '' : `，自由度 ${write(df)}`
    const asked = looks === 1 ? '' : `；共查看 ${write(looks)} 次，已在水平中校正`
    return method === 'none'
      ? `${methods.none}。`
      : `${methods[method]}，置信水平 ${percent}${freedom}${asked}。`
  },
}

const score: ScoreWords = {
  title: '得分如何计算',
  composite: '评估得分占 70%，过拟合得分占 30%。',
  bestValue: '仅评估得分。',
  evidence: '候选得分为 0，其余为落后最佳者的标准误个数；候选之中成本最低者在前，其次看均值。',
  custom: (policy) => `按本页的策略“${policy}”。`,
  ratio: (metric, goal) =>
    goal === 'min'
      ? spaced`评估得分：100 × 最低 ${metric} ÷ 该运行的值。`
      : spaced`评估得分：100 × 该运行的 ${metric} ÷ 最高值。`,
  linear: (metric) => spaced`评估得分：最佳 ${metric} 为 100，最差为 0（因为并非全部为正）。`,
  gaps: (write) =>
    `过拟合得分：评估与训练的差距低于 ${write(0.05)} 为 100，低于 ${write(0.1)} 为 80，` +
    `低于 ${write(0.2)} 为 60，否则为 30；差距为负时为 40。没有训练值时仅计评估得分。`,
  table: '得分',
  scrollRegion: '得分，可横向滚动',
  run: '运行',
  score: '得分',
  evalScore: '评估',
  overfitScore: '过拟合',
  gap: '差距',
  lastGap: '相对最后一个训练值：最佳步处的训练值未知',
  noValue: '无值',
}

export const recommendationMessages: RecommendationMessages = {
  region: '推荐',
  loading: '正在加载运行',
  answer: answerMessages,
  reason: reasonMessages,
  verdicts: {
    'clear-winner': '明确胜出',
    otherWinner: (name) => `明确胜出：${name}`,
    contenders: (count, write) => `候选（${write(count)}）`,
    unreplicated: '未重复验证',
    'not-comparable': '不可比较',
  },
  scope: scopeText,
  details: '原因与把握',
  recommended: (reasons) => (reasons === '' ? '推荐' : `推荐：${reasons}`),
  why: '原因',
  showAll: (count) => `显示全部 ${count} 项`,
  showFewer: '收起',
  evidence,
  score,
  checkpoint: {
    title: '检查点',
    run: '运行',
    id: '运行 ID',
    step: '步',
    epoch: '轮次',
    path: '路径',
    noPath: '数据源未提供',
    copy: '复制路径',
    copied: '已复制',
    copyFailed: '无法复制',
    smoothed: '平滑后的选择',
    smoothedAt: (step, value, window) => `第 ${step} 步（${value}，${window} 次评估的均值）`,
    optimism: (difference) => `单次最佳评估大约偏乐观 ${difference}`,
  },
  others: {
    title: '其他运行',
    worse: (name, difference) => `${name} 差 ${difference}`,
    better: (name, difference) => `${name} 好 ${difference}`,
    equal: (name, metric) => spaced`${name} 的 ${metric} 相同`,
    considerArchiving: (sentence) => `${sentence}（可考虑归档）`,
  },
}
