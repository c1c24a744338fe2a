import { createHash } from 'node:crypto'
import { defineRun, defineSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartSvg } from '../charts/export/chartSvg.ts'
import { requestOf } from '../charts/export/testdata/exportRequest.ts'
import { reportHtml } from './reportHtml.ts'
import { markdownText, reportMarkdown } from './reportMarkdown.ts'
import { reportInputOf } from './testdata/reportInput.ts'
import { hostileName, hostileRun, keptRuns } from './testdata/keptRuns.ts'

const chartOf = (name: string): { title: string; svg: string } => ({
  title: name,
  svg: chartSvg(
    requestOf(new Map([['a', defineSeries({ steps: [1, 2, 3], values: [3, 2, 1] })]]), {
      title: name,
      runs: [{ id: 'a', name }],
    }),
  ),
})

/** Names of runs, parameters and metrics, as an attacker would write them. */
const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '<script>',
        '</script>',
        '"',
        "'",
        '`',
        '<!--',
        '-->',
        '&',
        '|',
        '\n',
        '# ',
        '- ',
        '![x](javascript:alert(1))',
        '<svg onload=x>',
        'https://x.test',
        'a',
      ),
    )
    .map((parts) => parts.join('')),
)

const tags = (page: string): readonly string[] => page.match(/<\/?[a-zA-Z!][a-zA-Z0-9]*/g) ?? []

describe('a report as a page', () => {
  it('says the answer, why, how sure, the numbers, the parameters and where they come from', async () => {
    const runs = await keptRuns()
    const page = await reportHtml(reportInputOf(runs, { charts: [chartOf('Loss')] }))
    for (const words of [
      '<h1><bdi>char-lm</bdi></h1>',
      'Made 2026-11-21 08:32:05 UTC by Runoff 1.2.3 from the source “memory”.',
      '<p class="lead">Keep <bdi>low-a</bdi>',
      '<h3>Why</h3>',
      '<h3>How sure</h3>',
      '<caption>Different values</caption>',
      '<caption>Same values</caption>',
      '<h2>Numbers</h2>\n<div class="wide" role="region" aria-label="Numbers" tabindex="0">',
      'all points that were logged',
      '70 % evaluation score and 30 % overfit score.',
      '<strong><bdi>0.0</bdi></strong>',
      'role="img"',
    ])
      expect(page).toContain(words)
    expect(page).not.toContain('<caption>Numbers')
  })

  it('runs nothing: its policy allows its own stylesheet alone', async () => {
    const page = await reportHtml(reportInputOf(await keptRuns(), { charts: [chartOf('a')] }))
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(page) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; img-src data:; ` +
        'base-uri &#39;none&#39;; form-action &#39;none&#39;"',
    )
    expect(page).not.toMatch(/<script|<link|\son\w+=|\sstyle=|href=|src=/)
  })

  it('gives every picture ids of its own', async () => {
    const charts = [chartOf('one'), chartOf('url(#runoff-plot) id="runoff-title"')]
    const page = await reportHtml(reportInputOf(await keptRuns(), { charts }))
    const ids = Array.from(page.matchAll(/\sid="([^"]*)"/g), ([, id]) => id)
    expect(ids.length).toBeGreaterThanOrEqual(6)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of page.matchAll(/url\(#(chart[^)]*)\)"/g)) expect(ids).toContain(id)
    // A name that looks like an id stays as it is.
    expect(page).toContain('url(#runoff-plot) id=&quot;runoff-title&quot;')
  })

  it('has the same elements whatever runs, parameters and metrics are called', async () => {
    const pageOf = (name: string): Promise<string> => {
      const run = defineRun({
        id: `i${name}`,
        name: `n${name}`,
        status: 'completed',
        params: { [`p${name}`]: `v${name}` },
        metrics: { 'eval/loss': { last: 1, min: 1, count: 1, basis: 'full' } },
      })
      const more = {
        title: `t${name}`,
        sourceId: `s${name}`,
        remarks: [`r${name}`],
        charts: [{ ...chartOf('x'), title: `c${name}` }],
      }
      return reportHtml(reportInputOf([run], more))
    }
    const expected = tags(await pageOf('x'))
    await fc.assert(
      fc.asyncProperty(hostile, async (name) => {
        expect(tags(await pageOf(name))).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('is made of no runs, and of one without metrics', async () => {
    expect(await reportHtml(reportInputOf([]))).toContain('These runs have no parameters.')
    const page = await reportHtml(reportInputOf([defineRun({ id: 'a' })], { answer: null }))
    expect(page).toContain('No run can be recommended yet.')
  })

  it('lists what was odd, the first hundred of it', async () => {
    const remarks = Array.from({ length: 103 }, (_, i) => `remark ${i}`)
    const page = await reportHtml(reportInputOf([], { remarks }))
    expect(page).toContain('<li>remark 99</li>')
    expect(page).not.toContain('remark 100')
    expect(page).toContain('<li>and 3 more</li>')
  })
})

describe('a report as Markdown', () => {
  it('says the same, and that it has no charts', async () => {
    const text = reportMarkdown(reportInputOf(await keptRuns(), { charts: [chartOf('Loss')] }))
    expect(text).toMatch(/^# char-lm\n\nMade 2026-11-21 08:32:05 UTC/)
    expect(text).toContain('## Answer\n\n**Keep low-a')
    expect(text).toContain('## Numbers\n\n| Run | Best eval loss |')
    expect(text).toContain('Different values:\n\n| Parameter |')
    expect(text).toContain('**0.0**')
    expect(text).toContain('| learning\\_rate |')
    expect(text).toContain('The report as HTML has the curves too.')
    expect(text).not.toMatch(/[\u2068\u2069]|<svg/)
  })

  it('has as many lines whatever a run is called', async () => {
    const text = reportMarkdown(reportInputOf([hostileRun]))
    expect(text).not.toMatch(/[^\\]<(?:script|img|\/title)/)
    expect(text).not.toContain(hostileName)
  })
})

describe('markdownText', () => {
  it('keeps a text in its line, and lets it begin nothing', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = markdownText(text)
        expect(written).not.toMatch(/[\r\n\u2028\u2029]/)
        expect(written).not.toMatch(/^(?:[-+=]|\d+[.)](?:\s|$))/)
        expect(written.replaceAll(/\\./gu, '')).not.toMatch(/[\\`*_{}[\]<>#|~&$]|:\/\//)
      }),
    )
  })

  it('reads as it was written', () => {
    expect(markdownText('lr-3e-4 / seed_2 (best)')).toBe('lr-3e-4 / seed\\_2 (best)')
    expect(markdownText('- a')).toBe('\\- a')
    expect(markdownText('1. a')).toBe('1\\. a')
    expect(markdownText('12)')).toBe('12\\)')
    expect(markdownText('0.4127')).toBe('0.4127')
    expect(markdownText('see https://x.test')).toBe('see https\\://x.test')
    expect(markdownText('\u2068a\u2069 is best')).toBe('a is best')
  })
})
