import type { KeyGroupWords } from '../../comparison/messages.ts'

/** Keys are named as a Chinese keyboard labels them, which is in English. */
export const keyGroups: readonly KeyGroupWords[] = [
  {
    title: '任何位置',
    keys: [
      { keys: ['?'], action: '列出按键' },
      { keys: ['Tab'], action: '转到下一部分；按住 Shift 转到上一部分' },
      { keys: ['Esc'], action: '关闭已打开的内容' },
    ],
  },
  {
    title: '运行列表',
    keys: [
      { keys: ['↑', '↓'], action: '在运行之间移动；按住 Shift 同时选择' },
      { keys: ['Home', 'End', 'Page Up', 'Page Down'], action: '大幅移动' },
      { keys: ['Space'], action: '选择运行进行比较，或取消选择' },
      { keys: ['Enter'], action: '在运行名称上：打开运行' },
      { keys: ['Ctrl', 'A'], action: '选择列出的运行，直至上限' },
      { keys: ['←', '→'], action: '在分组标题上：折叠或展开分组' },
      { keys: ['/'], action: '搜索' },
    ],
  },
  {
    title: '表格',
    keys: [
      { keys: ['←', '↑', '→', '↓'], action: '在单元格之间移动' },
      { keys: ['Home', 'End'], action: '转到行首或行尾单元格；按住 Ctrl 转到表格首尾' },
      { keys: ['Enter'], action: '在列名上：按该列排序；按住 Shift 追加排序' },
    ],
  },
]
