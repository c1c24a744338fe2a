import { memorySource } from '@runoff/sources/memory'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RunComparison } from './RunComparison.tsx'
import { fiveRuns } from './testdata/generatedRuns.ts'

const render = (): string =>
  renderToString(<RunComparison source={memorySource({ runs: fiveRuns })} className="mine" />)

describe('RunComparison on a server', () => {
  it('renders the places where the runs will come', () => {
    const html = render()
    expect(html).toContain('aria-label="Run comparison"')
    expect(html).toContain('Loading runs')
    expect(html).toContain('aria-label="Runs"')
  })

  it('renders the same in every time zone', () => {
    const before = process.env['TZ']
    const pages = ['UTC', 'Asia/Kathmandu', 'America/Los_Angeles'].map((zone) => {
      process.env['TZ'] = zone
      return render()
    })
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
    expect(new Set(pages).size).toBe(1)
  })

  it('writes no style that a strict content policy would refuse', () => {
    expect(render()).not.toContain('style=')
  })

  it('says what is missing where there is neither a source nor a provider', () => {
    expect(() => renderToString(<RunComparison />)).toThrow(/RunoffProvider/)
  })
})
