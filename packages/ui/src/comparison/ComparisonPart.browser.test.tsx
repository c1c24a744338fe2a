import { cleanup, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ComparisonPart } from './ComparisonPart.tsx'

let isBroken = true

function Part(): ReactNode {
  if (isBroken) throw new Error('broken')
  return <p>whole</p>
}

const page = (resetKey: number): ReactNode => (
  <>
    <ComparisonPart name="Loss" resetKey={resetKey}>
      <Part />
    </ComparisonPart>
    <p>the rest</p>
  </>
)

beforeEach(() => {
  isBroken = true
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('ComparisonPart', () => {
  it('says which part crashed and keeps the rest', () => {
    render(page(1))
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Loss could not be shown. The rest of the page is not affected. Try again',
    )
    expect(screen.getByText('the rest')).toBeVisible()
  })

  it('tries again when asked to', async () => {
    render(page(1))
    isBroken = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(screen.getByText('whole')).toBeVisible()
  })

  it('tries again when its data changes', () => {
    const { rerender } = render(page(1))
    isBroken = false
    rerender(page(1))
    expect(screen.queryByText('whole')).toBeNull()
    rerender(page(2))
    expect(screen.getByText('whole')).toBeVisible()
  })
})
