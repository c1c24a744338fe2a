export { MetricTimeline, type MetricTimelineProps } from './MetricTimeline.tsx'
export type { TimelineMessages } from './messages.ts'
export type { SeriesByMetric } from './timelinePlaces.ts'
