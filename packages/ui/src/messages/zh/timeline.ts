import type { WriteCount } from '../../format/formatters.ts'
import type { TimelineAxis, TimelineCounts, TimelineMessages } from '../../timeline/messages.ts'
import { spaced } from './words.ts'

const names: Readonly<Record<TimelineAxis, string>> = {
  epoch: '轮次',
  step: '步数',
  record: '记录号',
}

const place = (unit: string, value: string, total: string | null): string =>
  total === null ? `第 ${value} ${unit}` : `第 ${value}/${total} ${unit}`

const countWords = (
  { short, live, diverged }: TimelineCounts,
  write: WriteCount,
): readonly string[] =>
  [
    short === 0 ? '' : `${write(short)} 个未达计划即停止`,
    live === 0 ? '' : `${write(live)} 个仍在训练`,
    diverged === 0 ? '' : `${write(diverged)} 个发散`,
  ].filter((words) => words !== '')

export const timelineMessages: TimelineMessages = {
  title: (metrics) => `${metrics}时间线`,
  metrics: '时间线指标',
  loading: '正在加载运行…',
  noRuns: '暂无可比较的运行。',
  plotOf: (title, run) => `${title}：${run}`,
  plotKeys: '左右方向键在评估之间移动，上下方向键在运行之间移动，Enter 固定，Esc 清除。',
  axes: { epoch: '轮次', step: '步', record: '记录' },
  place: {
    epoch: (value, total) => place('轮', value, total),
    step: (value, total) => place('步', value, total),
    record: (value, total) => place('条记录', value, total),
  },
  length: {
    epoch: (value) => `${value} 轮`,
    step: (value) => `${value} 步`,
    record: (value) => `${value} 条记录`,
  },
  places: (places) => places.join('，'),
  runs: (count, write) => `${write(count)} 个运行`,
  summary: (title, runs, length, best, counts, write) => {
    const found = best === null ? [] : [`最佳为 ${best.name} 在${best.place}的 ${best.value}`]
    const parts = [`${title}：${runs}，共 ${length}`, ...found, ...countWords(counts, write)]
    return `${parts.join('；')}。`
  },
  summaryNone: (title, runs) => `${title}：${runs}，暂无可绘制的内容。`,
  best: (value, where, metric) => `最佳${metric === null ? '' : ` ${metric} `}${value}，${where}`,
  checkpoint: '检查点',
  checkpointOf: (where) => `${where}的检查点`,
  copyPath: (run) => `复制 ${run} 的检查点路径`,
  copy: '复制',
  copied: '已复制',
  copyFailed: '未复制：浏览器拒绝。',
  end: {
    whole: (status) => status,
    live: (status, where) => (where === null ? status : `${status}：${where}`),
    short: (status, where) => `${status}，${where}`,
    early: (where) => `提前停止于${where}`,
    unknownShort: (where) => `日志止于${where}`,
  },
  noValues: (metric) => spaced`未记录 ${metric}`,
  awaited: (metric) => spaced`正在加载 ${metric}…`,
  noPlaces: (axis) => `未记录${names[axis]}，因此在此轴上没有位置`,
  onlyOdd: (metric) => spaced`此处没有有限的 ${metric}`,
  diverged: (where, isOngoing) => `在${where}发散${isOngoing ? '' : '，之后恢复'}`,
  restarted: (where) => `在${where}之前重新启动`,
  cursor: (run, metric, value, where) => `${run}：${metric} ${value}，${where}`,
  tip: (value, where) => `${value}，${where}`,
  isBest: (text) => `${text}，最佳`,
  pinned: '已固定',
  unpinned: '已取消固定',
  cleared: '已清除光标',
  columns: {
    run: '运行',
    metric: '指标',
    epoch: '轮次',
    step: '步',
    record: '记录',
    value: '值',
    best: '最佳',
  },
  yes: '最佳',
  notes: {
    scale: (ranges) => `各行的高度使用同一刻度：${ranges.join('；')}。`,
    range: (metric, low, high) => `${metric} ${low} 至 ${high}`,
    steps: '没有运行记录轮次，因此评估按步排列。',
    records: '没有运行记录轮次或步数，因此评估按记录顺序排列。',
    estimated: (count, write) => `${write(count)} 个运行的轮次由步数推算。`,
    shown: (shown, total) => `显示 ${shown} 次评估，共 ${total} 次，保留极值。`,
    sampled: (given, total) => `${given} 次评估，共 ${total} 次，由数据源采样。`,
    odd: (_count, text) => `${text} 次评估为 NaN 或无穷大：▽ NaN，▲ ∞，▼ −∞。`,
    beyond: (_count, text) => `${text} 次评估超出所绘高度，已在边缘用箭头标出。`,
    unplaced: (_count, text, axis) => `${text} 次评估没有${names[axis]}，未绘出。`,
  },
}
