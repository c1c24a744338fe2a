import type { WriteCount } from '../../format/formatters.ts'
import type {
  BackTestCounts,
  GateWords,
  StoppingMessages,
} from '../../evidence/stoppingMessages.ts'
import { spaced } from './words.ts'

const wouldStop = ({ stoppedBest, trials }: BackTestCounts, write: WriteCount): string =>
  `该规则在 ${write(trials)} 次试验中有 ${write(stoppedBest)} 次会停掉最终的最佳运行`
const comparable = ({ pastRuns, needed }: GateWords, write: WriteCount): string =>
  `需要 ${write(needed)} 个已完成的可比运行，现有 ${write(pastRuns)} 个`

export const stoppingMessages: StoppingMessages = {
  title: '实时运行',
  listOf: '对实时运行的建议',
  couldBeStopped: '可以停止',
  keepGoing: '继续运行',
  noAdvice: '无建议',
  worseFor: (pastRuns, evaluations, write) =>
    `已连续 ${write(evaluations)} 次评估差于 ${write(pastRuns)} 个过往运行的中位数。`,
  backTest: (counts, write) => `在过往运行中，${wouldStop(counts, write)}。`,
  scheduleUnknown: '没有运行注明其学习率调度：长度相同的运行视为调度相同。',
  neverTested: '过往运行太少，无法检验该规则。',
  saved: (percent) => `它本可节省全部步数的 ${percent}。`,
  worseYet: (pastRuns, evaluations, write) =>
    `已连续 ${write(evaluations)} 次评估差于 ${write(pastRuns)} 个过往运行的中位数，时间太短，无法判断。`,
  holdsUp: (pastRuns, write) => `不差于 ${write(pastRuns)} 个过往运行的中位数。`,
  standing: (value, median, step, metric) =>
    spaced`目前最佳 ${metric} 为 ${value}，第 ${step} 步的中位数为 ${median}。`,
  gates: {
    'too-few-runs': (gate, write) => `${comparable(gate, write)}。`,
    'weak-correlation': ({ tau, tauLow, backTest }, write) => {
      if (backTest !== null) return `在过往运行中，${wouldStop(backTest, write)}，过于频繁。`
      const numbers =
        tau === null || tauLow === null ? '' : `（肯德尔 τ 为 ${tau}，下限 ${tauLow}）`
      return `在过往运行中，早期值对最终值的预测力太弱${numbers}。`
    },
    'schedules-differ': (gate, write) =>
      `过往运行的学习率调度或长度不同：${comparable(gate, write)}。`,
    'not-comparable': () => '过往运行不是在相同数据上测量的。',
    'too-few-points': () => '评估次数还太少。',
  },
  otherReason: (reason) => `${reason}。`,
  pending: '暂无建议',
  summary: (stop, total, write) => `${write(total)} 个实时运行中有 ${write(stop)} 个可以停止。`,
  summaryNone: (total, withoutAdvice, write) =>
    `该规则不会停止 ${write(total)} 个实时运行中的任何一个` +
    (withoutAdvice === 0 ? '。' : `；其中 ${write(withoutAdvice)} 个没有建议。`),
  adviceOnly: '仅为建议：不会自动停止任何运行。',
  noLiveRuns: '没有实时运行。',
  working: '正在与过往运行比较…',
  showAll: (count) => `显示全部 ${count} 个实时运行`,
}
