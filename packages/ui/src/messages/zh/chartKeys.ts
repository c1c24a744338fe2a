import type { KeyWords } from '../../charts/messages.ts'

/** Keys are named as a Chinese keyboard labels them, which is in English. */
export const keyList: readonly KeyWords[] = [
  { keys: ['←', '→'], action: '逐点移动；按住 Shift 每次十个' },
  { keys: ['Home', 'End'], action: '跳到第一个或最后一个点' },
  { keys: ['↑', '↓'], action: '在运行之间移动' },
  { keys: ['Enter'], action: '固定或松开光标' },
  { keys: ['+', '-'], action: '沿 x 轴缩放' },
  { keys: ['Y'], action: '放大数值轴；按住 Shift 缩小' },
  { keys: ['S'], action: '从此处开始标记；再按一次缩放到该区间' },
  { keys: [',', '.'], action: '向左或向右移动显示范围' },
  { keys: ['Page Up', 'Page Down'], action: '向上或向下移动放大后的数值' },
  { keys: ['0'], action: '显示全部' },
  { keys: ['Backspace', '['], action: '回到上一缩放' },
  { keys: ['Shift Backspace', ']'], action: '再次前进' },
  { keys: ['F'], action: '跟随实时运行的最新数据点' },
  { keys: ['H'], action: '隐藏或显示光标下的运行' },
  { keys: ['I'], action: '仅显示该运行，或重新显示全部' },
  { keys: ['Esc'], action: '清除标记区间或光标' },
  { keys: ['?'], action: '打开或关闭此列表' },
]
