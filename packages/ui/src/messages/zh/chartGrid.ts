import type { GridMessages } from '../../charts/grid/messages.ts'

export const gridMessages: GridMessages = {
  arrange: '排列图表',
  arrangeOf: (title) => `排列${title}`,
  earlier: '← 前移',
  later: '后移 →',
  wide: '加宽',
  earlierOf: (title) => `将${title}前移`,
  laterOf: (title) => `将${title}后移`,
  wideOf: (title) => `加宽${title}`,
  moved: (title, place, count) => `${title}是第 ${place} 个图表，共 ${count} 个`,
  waiting: '进入视野时加载',
}
