import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { MetricTimeline } from './MetricTimeline.tsx'
import { mixedTimeline, timelineInput } from './testdata/timelineRuns.ts'

it('says on a server what will be drawn, without a style in its markup', () => {
  const html = renderToString(<MetricTimeline {...timelineInput(mixedTimeline)} />)
  expect(html).toContain('best 0.2290 by lr-3e-4 / seed 1 at epoch 10/12')
  expect(html).toContain('Failed at epoch 5/12')
  expect(html).not.toContain('style=')
  expect(renderToString(<MetricTimeline runs={null} series={new Map()} />)).toContain(
    'Loading runs',
  )
})
