import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RecommendationPanel } from './RecommendationPanel.tsx'
import * as given from './testdata/recommendations.ts'

describe('RecommendationPanel on a server', () => {
  it('renders the answer first, without a style that a strict content policy would refuse', () => {
    const html = renderToString(<RecommendationPanel recommendation={given.clearWinner} />)
    expect(html).toMatch(/^<section aria-label="Recommendation"[^>]*><div [^>]*><p [^>]*>.*Keep /)
    expect(html.indexOf('Clear winner')).toBeLessThan(html.indexOf('<details'))
    expect(html).not.toContain('style=')
  })

  it('renders every state, and markup in names as text', () => {
    for (const recommendation of Object.values(given)) {
      if (typeof recommendation !== 'object' || !('verdict' in recommendation)) continue
      const html = renderToString(<RecommendationPanel recommendation={recommendation} />)
      expect(html).toContain('aria-label="Recommendation"')
      expect(html).not.toMatch(/<img|[\u2068\u2069\u202e]/)
    }
  })

  it('keeps the place of what comes', () => {
    const html = renderToString(<RecommendationPanel recommendation={null} className="mine" />)
    expect(html).toContain('aria-busy="true"')
    expect(html).toContain('Loading runs')
    expect(html).toContain('runoff-recommendation mine')
  })
})
