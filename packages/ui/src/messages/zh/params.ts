import type { Goal } from '@runoff/core'
import type { EffectWords, ParamMessages } from '../../params/messages.ts'
import { lowest, runs, spaced } from './words.ts'

const evidence = ({ coefficient, p, tests, testsText }: EffectWords, name: string): string => {
  const parts = [coefficient === '' ? null : `${name} ${coefficient}`, p]
  const after = tests > 1 ? `，已按 ${testsText} 次检验校正` : ''
  return `（${parts.filter((part) => part !== null).join('，')}${after}）`
}

const better = (end: 'low' | 'high', goal: Goal): string =>
  (end === 'low') === (goal === 'min') ? '较低的值伴随更好的运行。' : '较高的值伴随更好的运行。'

export const paramMessages: ParamMessages = {
  loadingRuns: '正在加载运行…',
  noRuns: '没有可显示的运行。',
  noneCompleted: (count, write) =>
    count === 1 ? '该运行尚未完成。' : `${write(count)} 个运行均尚未完成。`,
  noObjective: (metric) => spaced`没有已完成的运行具有有限的 ${metric}。`,
  notCompleted: (count, total, write) =>
    `${runs(total, write)}中有 ${write(count)} 个未完成，未显示。`,
  withoutObjective: (count, total, metric, write) =>
    spaced`${write(total)} 个已完成的运行中有 ${write(count)} 个没有有限的 ${metric}。`,
  withoutParam: (count, total, param, write) =>
    `${write(total)} 个已完成的运行中有 ${write(count)} 个没有 ${param}。`,
  notFinite: (count, param, write) => `${runs(count, write)}的 ${param} 为 NaN 或无穷大。`,
  allEqual: (param, value) => `这些运行的 ${param} 都相同（${value}）：看不出任何关系。`,
  objectiveAllEqual: (metric, value) => spaced`这些运行的 ${metric} 都相同（${value}）。`,
  oneRun: '单个运行看不出关系。',
  logAxis: (name) => `${name}（对数）`,
  runs,
  run: '运行',
  best: '最佳',
  bestIs: (name, value, metric, goal) => spaced`${lowest(goal)} ${metric}：${name}，${value}。`,
  noValue: '无值',
  gpuHours: 'GPU 小时',
  scatter: {
    title: (metric, param) => spaced`${metric} 与 ${param}`,
    titleAlone: (metric) => spaced`${metric} 与参数`,
    param: '参数',
    plotKeys:
      '左右方向键沿参数移动，按住 Shift 每次十个；上下方向键按值移动；Home 和 End 跳到两端；Esc 清除。',
    summary: (title, count, from, to) =>
      from === to
        ? `${title}：${count}，均在 ${from}。`
        : `${title}：${count}，从 ${from} 到 ${to}。`,
    nothingVaries: '已完成的运行之间没有不同的参数。',
    noPoint: (param, metric) => spaced`没有已完成的运行同时具有 ${param} 和 ${metric}。`,
    namesLeftOut: (count, write) => `共 ${write(count)} 个值：坐标轴只标出放得下的。`,
    cursor: (run, metric, value, param, at) => `${run}：${metric} ${value}，${param} ${at}`,
  },
  parallel: {
    title: (metric) => spaced`各运行的参数与 ${metric}`,
    plotKeys:
      '左右方向键在运行之间移动，最佳者在前，按住 Shift 每次十个；Home 和 End 跳到最佳和最差；Esc 清除。' +
      '坐标轴可在“坐标轴与范围”中移动、隐藏和限定。',
    summary: (title, count, axes) => `${title}：${count}，坐标轴为 ${axes}。`,
    within: (count, total, write) =>
      count === total
        ? `显示 ${runs(total, write)}`
        : `${runs(total, write)}中有 ${write(count)} 个在范围内`,
    scroll: '坐标轴，可横向滚动',
    axes: '坐标轴与范围',
    axisLow: (axis) => `${axis}：从`,
    axisHigh: (axis) => `${axis}：到`,
    moveLeft: (axis) => `左移 ${axis}`,
    moveRight: (axis) => `右移 ${axis}`,
    hide: (axis) => `隐藏 ${axis}`,
    addAxis: '添加坐标轴',
    chooseAxis: '选择…',
    clearRanges: '清除范围',
    noAxes: '没有显示坐标轴。请在“坐标轴与范围”中添加。',
    legend: (metric) => spaced`颜色按 ${metric}；最佳运行为带星号的粗虚线`,
    worst: '最差',
    log: '对数',
    hint: '沿坐标轴拖动可保留在该处穿过它的运行；点击则取消。',
  },
  importance: {
    title: (metric) => spaced`参数与 ${metric}`,
    titleAlone: '参数与结果',
    working: (percent) => `正在检验参数：${percent}`,
    summary: (found, count, n, write) =>
      `在 ${write(n)} 个已完成运行的 ${write(count)} 个参数中，观察到效应的有 ${found}。`,
    summaryNone: (count, n, write) =>
      `在 ${write(n)} 个已完成运行的 ${write(count)} 个参数中均未观察到效应，但这不等于没有效应。`,
    needed: (count, needed, write) =>
      `需要 ${write(needed)} 个已完成的运行，现有 ${write(count)} 个。`,
    noParams: '已完成的运行之间没有不同的参数。',
    noVariance: '所有已完成的运行值都相同，因此没有参数能与之相关。',
    undefined: '这些运行无法说明其参数的作用。',
    rising: (words) =>
      spaced`${words.metric} 随 ${words.param} 上升${evidence(words, 'rho')}。${better('low', words.goal)}`,
    falling: (words) =>
      spaced`${words.metric} 随 ${words.param} 下降${evidence(words, 'rho')}。${better('high', words.goal)}`,
    notMonotone: (words) =>
      spaced`${words.metric} 随 ${words.param} 变化，但并非单调上升或下降${evidence(words, 'xi')}。请看散点图。`,
    differs: (words) =>
      spaced`${words.metric} 在 ${words.param} 的不同取值之间有差异${evidence(words, '')}。`,
    noneDetected: (count, write) => `在 ${runs(count, write)}中未检测到效应，但这不等于没有效应。`,
    untested: (count, write) =>
      `未检验：具有该参数的 ${runs(count, write)}太少，或其取值太多，无法比较。`,
    share: (percent) => `占最佳运行与众不同之处的 ${percent}。`,
    shareWithinNoise: '其占比在偶然范围之内。',
    together: (list) => `以下参数一同变化，无法区分：${list}。`,
    measure: '条形',
    measures: { correlation: '相关性', share: '占比' },
    aboutMeasure: {
      correlation:
        '条形：关系的强度，0 到 1（|rho|，非单向时为 xi）。实心为已检测到，空心为可能出于偶然；类别没有这样的数值。',
      share:
        '条形：最佳运行区别于其余运行的原因中的占比（PED-ANOVA），0 到 100%。偶然也能达到时不画条形。',
    },
    sharesNeed: (needed, n, write) =>
      `占比需要 ${write(needed)} 个已完成的运行；现有 ${write(n)} 个。`,
    observed: '仅为这些运行中所见，并非证明：一同改变的参数可能互相替代。',
    showAll: (count, write) => `显示全部 ${write(count)} 个参数`,
    showFew: '收起部分参数',
    columns: {
      param: '参数',
      runs: '运行数',
      rho: 'rho',
      rhoP: 'rho 的 p 值',
      xi: 'xi',
      xiP: 'xi 的 p 值',
      kruskalP: 'Kruskal–Wallis 的 p 值',
      adjustedP: '最小 p 值（已校正）',
      share: '占比',
      finding: '结论',
    },
  },
}
