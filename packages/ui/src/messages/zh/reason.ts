import type { ReasonMessages } from '../../recommendation/reasonMessages.ts'
import { lowest, runs, spaced } from './words.ts'

export const reasonMessages: ReasonMessages = {
  bestValue: (metric, goal, value) => spaced`它的 ${metric} ${lowest(goal)}：${value}。`,
  notBestValue: ({ metric, goal, best, difference }, isForGap) =>
    spaced`它的 ${metric} 比${lowest(goal)}值（${best}）${goal === 'min' ? '高' : '低'} ${difference}；` +
    (isForGap ? '因差距更小，它的得分更高。' : '策略仍将其排在首位。'),
  gap: (gap, isAtBest) =>
    isAtBest
      ? `它在最佳步的评估与训练差距为 ${gap}。`
      : `它与最后一个训练值的差距为 ${gap}；最佳步处的差距未知。`,
  evalBelowTrain: (gap) =>
    `它的评估比训练好 ${gap}。Dropout、数据增强以及按轮次平均的训练值都会造成这种情况；` +
    '这并不意味着数据泄漏。',
  noTrainValue: (names) => `${names} 没有已知的训练值：仅按评估计分。`,
  tied: (names) => `它与 ${names} 并列。`,
  onlyRun: '它是唯一可评判的运行。',
  ruledOut: (best) => `证据不支持它：${best} 更好，且超出偶然范围。`,
  cheaperContender: (name, hours, times) =>
    `${name} 与它无法区分，而 GPU 小时数只有它的 1/${times}（${hours}）。`,
  liveRunAhead: (name, metric, value) => `${name} 仍在运行，且已领先：${metric} ${value}。`,
  liveRunSoFar: (name, metric, value) => `${name} 仍在运行：目前 ${metric} ${value}。`,
  excluded: {
    live: (count, _metric, write) => `${runs(count, write)}仍在运行，未计入。`,
    'not-completed': (count, _metric, write) => `${runs(count, write)}未完成，未计入。`,
    'no-value': (count, metric, write) => spaced`${runs(count, write)}没有 ${metric}，未计入。`,
  },
  boundSampled: (names, metric) =>
    spaced`数据源只给出了 ${names} 的采样点：真实的最佳 ${metric} 可能更好。`,
  boundLast: (names, metric) => spaced`${names} 只有最后一个 ${metric} 已知：最佳值可能更好。`,
  boundOther: (names, metric) => spaced`${names} 的 ${metric} 只是最佳值的界。`,
  unevenEvaluations: (most, fewest) =>
    `${most} 的评估次数多于 ${fewest}：评估次数越多，最佳值越可能得益于运气。`,
  unequalSteps: (steps, other, otherSteps) =>
    `它训练了 ${steps} 步，${other} 训练了 ${otherSteps} 步；后者可能只是进度落后，而非更差。`,
  identicalSeeds: '各随机种子的结果连最后一位都相同，如同一个运行的副本：无法说明偶然性。',
  unknownCondition: (field, missing, write) =>
    `${runs(missing, write)}未注明 ${field}，可能不可比较。`,
  differentModels: (models, metric) =>
    spaced`模型不同（${models}）：只有以相同方式切分文本时，它们的 ${metric} 才可比较。`,
  guessedGoal: (metric, goal) =>
    spaced`“${metric} 越${goal === 'min' ? '低' : '高'}越好”是根据名称推测的。`,
  statusUnknown: (names) => `${names} 如何结束未知；视为已完成。`,
}
