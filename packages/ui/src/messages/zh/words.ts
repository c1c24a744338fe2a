import type { Goal } from '@runoff/core'
import type { WriteCount } from '../../format/formatters.ts'

/** Of a metric's value. */
export const lowest = (goal: Goal): string => (goal === 'min' ? '最低' : '最高')

export const runs = (count: number, write: WriteCount): string => `${write(count)} 个运行`
