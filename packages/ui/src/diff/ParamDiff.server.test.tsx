import { defineRun } from '@runoff/core'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ParamDiff } from './ParamDiff.tsx'

it('renders on a server, as text and without a style that a strict policy would refuse', () => {
  const runs = [1, 2].map((lr) => defineRun({ id: `${lr}`, params: { lr, x: `<b>${lr}</b>` } }))
  const html = renderToString(<ParamDiff runs={runs} />)
  expect(html).toContain('2 of 2 parameters differ.')
  expect(html).toContain('&lt;b&gt;1&lt;/b&gt;')
  expect(html).not.toContain('style=')
})
