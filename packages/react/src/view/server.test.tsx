// @vitest-environment node
import { encodeView } from '@runoff/core'
import { renderToString } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { useComparisonView } from './useComparisonView.ts'

function View() {
  const { view, link } = useComparisonView({ defaultView: { lossMode: 'train' } })
  return <p>{`${view.lossMode} ${link()}`}</p>
}

it('renders on a server what the page starts with, and reads no address', () => {
  const errors = vi.spyOn(console, 'error')
  expect(typeof location).toBe('undefined')
  const link = `#view=${encodeView({ lossMode: 'train' })}`
  expect(renderToString(<View />)).toBe(`<p>train ${link}</p>`)
  expect(errors).not.toHaveBeenCalled()
})
