import type { Band } from '@runoff/core'
import type { GroupSizes, ToolbarMessages } from '../../charts/toolbar/messages.ts'

const sizeText = ({ least, most }: GroupSizes): string =>
  least === most ? `${most} 个运行` : `${least} 至 ${most} 个运行`

const bandTexts: Readonly<Record<Band, string>> = {
  ci95: '95% 置信带',
  se: '一个标准误的带',
  sd: '一个标准差的带',
  minMax: '从最低到最高的带',
}

export const toolbarMessages: ToolbarMessages = {
  label: '图表设置',
  xAxis: 'X 轴',
  xScale: 'X 轴刻度',
  yScale: 'Y 轴刻度',
  yRange: '离群值',
  smoothing: '平滑',
  groups: '分组',
  noGroups: '关',
  center: '线',
  band: '带',
  members: '显示单个运行',
  scales: { linear: '线性', log: '对数', symlog: '对称对数' },
  ranges: { full: '全部范围', percentile: '第 1 至第 99 百分位' },
  kinds: {
    none: '无',
    ema: 'TensorBoard EMA（指数移动平均）',
    timeWeightedEma: '时间加权 EMA',
    gaussian: '高斯',
    runningAverage: '滑动平均',
  },
  parameters: { weight: '权重', sigma: 'σ（点数）', window: '窗口（点数）' },
  centers: { mean: '均值', median: '中位数' },
  bands: { ci95: '95% 置信', se: '标准误', sd: '标准差', minMax: '最低至最高' },
  smoothingName: (kind, parameter, value) => {
    if (parameter === 'weight') return `${kind}，权重 ${value}`
    return parameter === 'sigma' ? `${kind}，σ ${value} 点` : `${kind}，窗口 ${value} 点`
  },
  smoothed: (name, hasRawBehind) => `已平滑：${name}${hasRawBehind ? '；背后为原始线' : ''}。`,
  grouped: (center, band, sizes) =>
    `${sizeText(sizes)}的${center === 'mean' ? '均值' : '中位数'}及${bandTexts[band]}。`,
  aligned: {
    interpolate: '运行在其各点之间按连线计入；超出其终点则不计入。',
    carry: '运行在其各点之间按上一个值计入；超出其终点则不计入。',
    exact: '运行只在有点之处计入。',
  },
  cutToPercentiles: '坐标轴从第 1 到第 99 百分位；超出部分已截去并标记。',
  logY: '对数 Y 轴。',
  symlogY: (threshold) => `对称对数 Y 轴，在 ±${threshold} 以内为线性。`,
}
