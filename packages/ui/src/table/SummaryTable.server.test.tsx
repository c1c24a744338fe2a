import { defineRun } from '@runoff/core'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { SummaryTable } from './SummaryTable.tsx'

describe('SummaryTable on a server', () => {
  it('renders its rows, without a style that a strict content policy would refuse', () => {
    const html = renderToString(
      <SummaryTable
        runs={[
          defineRun({ id: 'a', metrics: { 'eval/loss': { min: 0.5 } } }),
          defineRun({ id: '<b>', metrics: { 'eval/loss': { min: 0.25 } } }),
        ]}
      />,
    )
    expect(html.indexOf('&lt;b&gt;')).toBeGreaterThan(0)
    expect(html.indexOf('&lt;b&gt;')).toBeLessThan(html.indexOf('0.5000'))
    expect(html).not.toContain('style=')
  })
})
