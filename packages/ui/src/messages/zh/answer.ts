import type { WriteCount } from '../../format/formatters.ts'
import type { AnswerMessages } from '../../recommendation/answerMessages.ts'
import type { Doubt } from '../../recommendation/answerOf.ts'
import { lowest, runs, spaced } from './words.ts'

const words = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']
const countWord = (count: number, write: WriteCount): string => words[count] ?? `${write(count)} `

const doubts: Readonly<Record<Doubt, string>> = {
  'ran-once': '每个配置只运行了一次，可能只是运气',
  'too-few-seeds': '随机种子太少，无法得知偶然性的大小，可能只是运气',
  'identical-seeds': '各随机种子的结果连最后一位都相同，如同一个运行的副本，因此无从得知偶然性',
}

export const answerMessages: AnswerMessages = {
  noRun: '没有可比较的运行。',
  noneYet: (counts, metric, write) => {
    const { live, 'not-completed': stopped, 'no-value': empty } = counts
    const total = live + stopped + empty
    if (live === total) return `暂无可推荐的运行：${write(live)} 个仍在运行。`
    if (empty === total) {
      return total === 1
        ? spaced`该运行还没有 ${metric}。`
        : spaced`${write(total)} 个运行都还没有 ${metric}。`
    }
    if (stopped === total) {
      return total === 1
        ? '没有可推荐的运行：该运行未完成。'
        : `没有可推荐的运行：${write(total)} 个运行均未完成。`
    }
    const parts = [
      live === 0 ? '' : `${write(live)} 个仍在运行`,
      stopped === 0 ? '' : `${write(stopped)} 个未完成`,
      empty === 0 ? '' : spaced`${write(empty)} 个没有 ${metric}`,
    ]
    return `暂无可推荐的运行：${parts.filter((part) => part !== '').join('，')}。`
  },
  notComparable: (conflicts) => `不可比较：${conflicts}。`,
  conflict: (field, count, values, write) =>
    field === 'dataset'
      ? `${countWord(count, write)}个数据集（${values}）`
      : `${field} 不同（${values}）`,
  noPick: (policy, count, write) => `策略“${policy}”在${runs(count, write)}中未推荐任何一个。`,
  keep: (name, checkpoint) =>
    checkpoint === null ? `保留 ${name}` : `保留 ${name}（${checkpoint}）`,
  keepTied: (names) => `保留 ${names}`,
  checkpointStep: (step) => `第 ${step} 步`,
  by: {
    score: (score) => `按得分（${score}，满分 100）`,
    value: '按最佳值',
    evidence: '按证据',
    custom: (policy) => `按策略“${policy}”`,
  },
  bestValue: (metric, goal, value) => spaced`${metric} ${lowest(goal)}，为 ${value}`,
  sharedValue: (metric, goal, value) => spaced`它们的 ${metric} 并列${lowest(goal)}，为 ${value}`,
  shared: (by) => `${by}它们并列第一`,
  notBestValue: ({ by, metric, goal, value, best, bestValue, isForGap }) =>
    spaced`${by}${isForGap ? '因差距更小而' : ''}排名第一，但 ${best} 的 ${metric} ${lowest(goal)}` +
    `（${bestValue}，对比 ${value}）`,
  onlyRun: ({ keep, metric, value }) =>
    spaced`${keep}：它是唯一可评判的运行，${metric} 为 ${value}，因此没有可比较的对象。`,
  oneConfiguration: ({ keep, standing }, count, write) =>
    `${keep}：在同一配置的 ${runs(count, write)}中，${standing}。没有其他配置可比较。`,
  clearWinner: ({ keep, metric }, { mean, seeds, next }) =>
    seeds === 1
      ? `${keep}。明确胜出：${metric} ${mean}，次优 ${next}。`
      : `${keep}。明确胜出：${metric} ${mean}（${seeds} 个随机种子的均值），次优 ${next}。`,
  contenders: (count, names, write) => `${countWord(count, write)}个候选无法区分：${names}`,
  favoured: {
    score: (names) => `得分倾向于 ${names}`,
    value: (names, metric, goal) => spaced`${metric} ${lowest(goal)}的是 ${names}`,
    evidence: (names) => `${names} 排在首位`,
    custom: (names, policy) => `策略“${policy}”倾向于 ${names}`,
  },
  cheapest: (name) => `成本最低的是 ${name}`,
  seedsNeeded: (seeds, write) => `每个配置约需 ${write(seeds)} 个随机种子才能分辨。`,
  contendersAnswer: ({ contenders, favoured, cheapest, seedsNeeded }) =>
    `${contenders}；${favoured}${cheapest === null ? '' : `；${cheapest}`}。${seedsNeeded ?? ''}`,
  heldBack: {
    bound: ({ keep, standing }) =>
      `暂且${keep}：${standing}。由于部分值只是最佳值的界，无法得出更多结论。`,
    evaluations: ({ keep, standing }) =>
      `暂且${keep}：${standing}。由于评估次数越多，最佳值越可能得益于运气，无法得出更多结论。`,
  },
  ruledOut: ({ keep, by, metric }, { best, bestValue, ownValue, isMean, rivals }, write) =>
    spaced`${by}${keep}。但证据不支持它：${best} 的 ${metric} 明显更好，` +
    `${isMean ? '均值 ' : ''}${bestValue}，对比 ${ownValue}` +
    `${rivals === 0 ? '' : `；另有 ${write(rivals)} 个与之无法区分`}。`,
  unreplicated: ({ keep, standing }, doubt, isBest) =>
    isBest
      ? `暂且${keep}：${standing}，但${doubts[doubt]}。请为前两名各再运行 2 个随机种子。`
      : `暂且${keep}：${standing}。${doubts[doubt]}。请为前两名各再运行 2 个随机种子。`,
  list: (names, more, write) =>
    more === 0 ? names.join('、') : `${names.join('、')}及另外 ${write(more)} 个`,
  either: (names, more, write) =>
    more === 0
      ? `${names.slice(0, -1).join('、')}或 ${names.at(-1) ?? ''}`
      : `${names.join('、')}及另外 ${write(more)} 个中的一个`,
}
