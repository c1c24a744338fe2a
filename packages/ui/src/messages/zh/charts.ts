import type { AxisKind, ChartMessages, PlainAxis } from '../../charts/messages.ts'
import { exportMessages } from './chartExport.ts'
import { gridMessages } from './chartGrid.ts'
import { keyList } from './chartKeys.ts'
import { markMessages } from './chartMarks.ts'
import { toolbarMessages } from './chartToolbar.ts'
import { runs } from './words.ts'

const units: Readonly<Record<PlainAxis, string>> = {
  step: '步',
  'relative-step': '步',
  epoch: '轮',
  record: '条记录',
  time: '时间',
  'relative-time': '相对时间',
}

/** Behind '没有'. */
const names: Readonly<Record<PlainAxis, string>> = {
  ...units,
  step: '步数',
  'relative-step': '步数',
  epoch: '轮次',
  record: '记录号',
}

const isMetric = (axis: AxisKind): axis is `metric:${string}` => axis.startsWith('metric:')
const titleOf = (axis: `metric:${string}`): string => axis.slice('metric:'.length)
const nameOf = (axis: AxisKind): string => (isMetric(axis) ? ` ${titleOf(axis)}` : names[axis])
const isCounted = (axis: AxisKind): axis is Exclude<PlainAxis, 'time' | 'relative-time'> =>
  !isMetric(axis) && axis !== 'time' && axis !== 'relative-time'

export const chartMessages: ChartMessages = {
  loss: '损失',
  axes: {
    step: '步',
    'relative-step': '相对步',
    epoch: '轮次',
    record: '记录',
    time: '时间（UTC）',
    'relative-time': '相对时间',
  },
  logAxis: (name) => `${name}（对数）`,
  place: (axis, value) => {
    if (axis === 'time') return value
    if (axis === 'relative-time') return `开始后 ${value}`
    return isCounted(axis) ? `第 ${value} ${units[axis]}` : `${nameOf(axis).trim()} ${value}`
  },
  dataTable: '数据表',
  dataTableOf: (title) => `${title}的数据`,
  tableRows: (shown, total) => `${shown} 行，共 ${total} 行`,
  moreRows: '显示更多行',
  tableRuns: (shown, total) => `${shown} 条线，共 ${total} 条`,
  moreRuns: '显示更多线',
  notFinite: (_count, countText) => `${countText} 个点为 NaN 或无穷大：▽ NaN，▲ ∞，▼ −∞。`,
  plotOf: (title) => `${title}图`,
  plotKeys: '方向键移动光标；按问号列出所有按键。',
  keys: '按键',
  keysOf: (title) => `${title}图中的按键`,
  closeKeys: '关闭',
  keyList,
  legendOf: (title) => `${title}中的运行`,
  legendHint: '单击隐藏或显示；双击或按住 Shift 单击则单独显示',
  andMore: (count) => `及另外 ${count} 个`,
  points: (shown, total) => `显示 ${shown} 个点，共 ${total} 个`,
  pointsSampled: (shown, total) => `显示 ${shown} 个点，共 ${total} 个，由数据源采样`,
  pointsSampledOfUnknown: (shown) => `显示 ${shown} 个点，由数据源采样，总数未知`,
  pointsSummaryOnly: '部分运行在数据源中只有摘要，没有数据点',
  noPoints: '暂无数据点',
  preparing: (done, all, write) => `正在准备：${write(done)} / ${write(all)} 条线…`,
  runsWithoutPoints: (count, total, write) =>
    `${write(total)} 个运行中有 ${write(count)} 个在此暂无数据点。`,
  allHidden: '所有运行都已隐藏',
  noPointsHere: '此范围内没有数据点',
  noFiniteValue: '此处没有有限的数值',
  logSkips: (_count, countText) => `${countText} 个点小于或等于零，无法绘制在对数轴上（▼）。`,
  logImpossible: '没有大于零的值，因此坐标轴为线性。',
  placedByEpoch: '部分运行未记录步数，因此全部按轮次排列。',
  mixedUnits: '部分运行记录了步数，部分没有，因此在此轴上无法对齐。',
  notOnAxis: (runNames, _count, axis) => `${runNames} 没有${nameOf(axis)}，未绘出。`,
  pointsNotOnAxis: (countText, _count, axis) => `${countText} 个点没有${nameOf(axis)}，未绘出。`,
  pointsNotOnLogAxis: (countText, _count, axis) =>
    `${countText} 个点没有大于零的${nameOf(axis)}，无法沿对数轴绘制。`,
  resetZoom: '重置缩放',
  zoomBack: '后退到上一缩放',
  zoomForward: '前进到下一缩放',
  followNewest: '跟随最新数据点',
  zoomedTo: (ranges) => `已缩放到${ranges.join('，')}`,
  xRange: (axis, from, to) =>
    isCounted(axis)
      ? `第 ${from} 至 ${to} ${units[axis]}`
      : `${nameOf(axis).trim()} ${from} 至 ${to}`,
  yRange: (low, high) => `值 ${low} 至 ${high}`,
  zoomedOut: '已显示全部',
  followBegun: '正在跟随最新数据点',
  followEnded: '不再跟随最新数据点',
  movedOn: '已随最新数据点移动',
  marked: '已标记起点。继续移动并按 S 可缩放到两者之间',
  markCleared: '已清除标记',
  runHidden: (name) => `已隐藏 ${name}`,
  runShown: (name) => `已显示 ${name}`,
  runAlone: (name) => `仅显示 ${name}`,
  allShown: '已显示所有运行',
  runs,
  summary: (title, count, length) => `${title}：${count}，共 ${length}。`,
  summaryAt: (title, count, place) => `${title}：${count}，位于${place}。`,
  summaryNone: (title) => `${title}：暂无数据点。`,
  summaryNotFinite: '此处没有有限的数值。',
  length: (axis, value) => {
    if (isMetric(axis)) return `${value} ${titleOf(axis)}`
    return isCounted(axis) ? `${value} ${units[axis]}` : value
  },
  lowest: ({ name, value, place }) => `最低：${name}，${value}，位于${place}。`,
  highest: ({ name, value, place }) => `最高：${name}，${value}，位于${place}。`,
  cursor: (name, value, place) => `${name}：${value}，${place}`,
  rawValue: (value) => `原始值 ${value}`,
  ofRuns: (count, write) => `n = ${write(count)}`,
  band: (low, high) => `${low} 至 ${high}`,
  pinned: '已固定',
  unpinned: '已取消固定',
  cleared: '已清除光标',
  mode: { label: '曲线', train: '训练', eval: '评估', both: '两者' },
  modeTitle: { train: '训练损失', eval: '评估损失', both: '训练与评估损失' },
  suffix: { train: '（训）', eval: '（评）' },
  suffixMeaning: { train: '（训）训练', eval: '（评）评估' },
  marks: markMessages,
  exports: exportMessages,
  toolbar: toolbarMessages,
  grid: gridMessages,
}
