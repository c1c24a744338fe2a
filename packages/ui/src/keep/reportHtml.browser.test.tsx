import { defineRun } from '@runoff/core'
import { afterEach, expect, it } from 'vitest'
import { reportHtml } from './reportHtml.ts'
import { reportInputOf } from './testdata/reportInput.ts'

afterEach(() => document.body.replaceChildren())

/** A report in a frame of that width. */
async function opened(page: string, widthPx: number): Promise<Document> {
  const frame = document.createElement('iframe')
  frame.style.width = `${widthPx}px`
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  frame.srcdoc = page
  document.body.append(frame)
  await loaded
  if (frame.contentDocument === null) throw new Error('no document')
  return frame.contentDocument
}

it('breaks no number, and moves a table that is too wide within its own frame', async () => {
  const run = defineRun({ id: 'a', name: 'a'.repeat(300), params: { name: 'b'.repeat(300) } })
  const columns = Array.from({ length: 14 }, (_, i) => `column ${i}`)
  const rows = [
    ['a'.repeat(300), ...columns.slice(1).map(() => ({ text: '0.4127', isBest: false }))],
  ]
  const table = { columns, rows }
  const page = await opened(await reportHtml(reportInputOf([run], { table })), 700)
  const cells = [...page.querySelectorAll('td')].filter((cell) => cell.textContent === '0.4127')
  expect(cells).toHaveLength(13)
  for (const cell of cells) expect(cell.querySelector('bdi')?.getClientRects()).toHaveLength(1)
  expect(page.documentElement.scrollWidth).toBeLessThanOrEqual(700)
})
