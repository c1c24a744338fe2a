import type { Alignment, Band, Basis, Center } from '@runoff/core'
import type { ExportMessages } from '../../charts/export/messages.ts'

const bases: Readonly<Record<Basis, string>> = {
  full: '全部记录',
  sampled: '由数据源采样',
  summary: '仅有摘要',
  'last-only': '仅有最后一个值',
}

const bands: Readonly<Record<Band, string>> = {
  minMax: '从最低到最高的运行',
  sd: '一个标准差',
  se: '一个标准误',
  ci95: '95% 置信区间',
}

const alignments: Readonly<Record<Alignment, string>> = {
  interpolate: '在运行的点之间插值',
  carry: '运行的上一个值沿用到下一个点',
  exact: '只合并位于同一位置的点',
}

const centers: Readonly<Record<Center, string>> = { mean: '均值', median: '中位数' }

export const exportMessages: ExportMessages = {
  label: '导出',
  menuOf: (title) => `导出${title}`,
  items: {
    png: '图片（PNG）',
    svg: '矢量图（SVG）',
    csvShown: '当前显示的表格（CSV）',
    csvAll: '全部数据的表格（CSV）',
    copy: '复制为图片',
  },
  working: (item) => `正在准备：${item}…`,
  saved: (fileName) => `已保存 ${fileName}`,
  copied: '已复制为图片',
  failed: (item, reason) => `导出失败。${item}：${reason}`,
  noCanvas: '浏览器未能提供绘制图片的画布。请改为导出 SVG。',
  tooLarge: (width, height, mostSide, mostPixels) =>
    `${width} × ${height} 像素的图片超出了浏览器的能力` +
    `（单边最多 ${mostSide}，总计最多 ${mostPixels}）。请选择较小的比例，或导出 SVG。`,
  grouping: ({ center, band, align }) =>
    `组内运行的${centers[center]}，带：${bands[band]}，${alignments[align]}`,
  scale: {
    linear: (name) => name,
    log: (name) => `${name}（对数）`,
    symlog: (name) => `${name}（对称对数）`,
  },
  asLogged: '无',
  outliersCut: '超出第 1 至第 99 百分位的值已截去，并有标记。',
  hiddenLines: (_count, countText) => `${countText} 条线已隐藏，未包含。`,
  line: ({ name, ids, idCount, points, basis }) => {
    const of = ids.length === 1 ? `ID ${ids[0]}` : `${idCount} 个运行，ID 为 ${ids.join('、')}`
    return `${name}（${of}）：${points} 个点，${bases[basis]}`
  },
  fields: {
    title: '标题',
    axes: '坐标轴',
    smoothing: '平滑',
    grouping: '分组',
    points: '数据点',
    note: '备注',
    line: '线',
    exported: '导出时间',
    source: '来源',
  },
  source: 'Runoff',
  columns: {
    seconds: (axis) => `${axis}（秒）`,
    smoothed: (name) => `${name}（平滑）`,
    center: (name, center) => `${name}（${centers[center]}）`,
    low: (name) => `${name}（下限）`,
    high: (name) => `${name}（上限）`,
    count: (name) => `${name}（n）`,
  },
}
