import type { MetricSummary, Notice } from '@runoff/core'

/** The summary of a metric of which only the name was asked for. */
export const unreadSummary: MetricSummary = {
  last: null,
  min: null,
  max: null,
  minStep: null,
  maxStep: null,
  lastStep: null,
  count: 0,
  basis: 'summary',
}

/** Says how many metrics of a page have no numbers in the list; none where all have. */
export function unreadNotices(count: number): readonly Notice[] {
  if (count === 0) return []
  const metrics = count === 1 ? 'metric is' : 'metrics are'
  return [
    {
      code: 'unread-metrics',
      message: `${count} ${metrics} listed without numbers, since reading them all takes long; their series can be read.`,
      count,
    },
  ]
}
