import type { CostMessages } from '../../evidence/costMessages.ts'
import type { WriteCount } from '../../format/formatters.ts'
import { lowest, runs, spaced } from './words.ts'

const without = (count: number, total: number, what: string, write: WriteCount): string =>
  `${runs(total, write)}中有 ${write(count)} 个${what}，未绘出`

export const costMessages: CostMessages = {
  title: '成本与质量',
  plotOf: (title) => `${title}图`,
  plotKeys:
    '左右方向键沿成本移动，上下方向键沿数值移动，按住 Shift 每次十个；Home 和 End 跳到成本最低和最高处；' +
    'Esc 清除。',
  axis: (unit, currency, isLog) => {
    const name =
      unit === 'gpuHours' ? 'GPU 小时' : `价格${currency === '' ? '' : `（${currency}）`}`
    return isLog ? `${name}，对数` : name
  },
  valueAxis: (metric, goal) => `${metric}，越${goal === 'min' ? '低' : '高'}越好`,
  amount: (unit, value, currency) => {
    if (unit === 'gpuHours') return `${value} GPU 小时`
    return currency === '' ? `价格 ${value}` : `${value} ${currency}`
  },
  value: (metric, value) => `${metric} ${value}`,
  cheaperBefore: (times) => `质量相同，成本低 ${times}：`,
  noneCheaper: '没有候选比最佳者成本更低：',
  cheaperAfter: (cost, value) => `，${cost}，${value}。`,
  summary: (front, total, write) =>
    `${runs(total, write)}中有 ${write(front)} 个位于帕累托前沿：没有其他运行既更便宜又更好。`,
  cheapest: ({ name, cost, value }) => `成本最低：${name}，${cost}，${value}。`,
  best: ({ name, cost, value }, goal) => `${lowest(goal)}：${name}，${cost}，${value}。`,
  cheapestAndBest: ({ name, cost, value }, goal) =>
    `成本最低且数值${lowest(goal)}：${name}，${cost}，${value}。`,
  point: ({ name, cost, value }, standing) => `${name}：${cost}，${value}；${standing}`,
  onFront: '在前沿上',
  contender: '候选',
  dominatedBy: (name) => `被 ${name} 支配`,
  dominated: '被支配',
  frontLine: '前沿',
  legend: '图例',
  run: '运行',
  standing: '地位',
  basis: { reported: '上报', duration: '由实际用时和注明的 GPU 推算' },
  basisColumn: '小时数来源',
  estimated: (count, total, write) =>
    `${runs(total, write)}中有 ${write(count)} 个的 GPU 小时数是实际用时乘以参数中注明的 GPU 数。`,
  withoutCost: (count, total, names, write) =>
    `${without(count, total, '没有成本', write)}：${names}。`,
  withoutPrice: (count, total, names, write) =>
    `${without(count, total, '没有价格', write)}：${names}。`,
  withoutValue: (count, total, metric, names, write) =>
    `${without(count, total, spaced`没有 ${metric}`, write)}：${names}。`,
  howToTell: '请在运行的参数中注明 GPU 数（例如 num_gpus），或上报其 gpuHours。',
  nothing: '暂无可按成本比较的运行。',
  noFront: '没有运行同时具有成本和数值。',
  cleared: '已清除光标',
}
