import { useRunSelection, type RunSelectionResult } from '@runoff/react'
import { cleanup, render, renderHook, screen } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import '../styles.css'
import { CompareBar } from './CompareBar.tsx'
import { RunPicker } from './RunPicker.tsx'
import { weekOfRuns } from './testdata/runs.ts'

afterEach(cleanup)

const twoSelected = (): RunSelectionResult => {
  const defaultSelectedIds = ['dpo-beta-0.1', 'dpo-beta-0.5']
  return renderHook(() => useRunSelection({ defaultSelectedIds })).result.current
}

const attributes = { className: 'mine', style: { color: 'red' }, 'data-testid': 'part', id: 'own' }

function expectPassed(element: HTMLElement | null): void {
  expect(element).toBe(screen.getByTestId('part'))
  expect(element).toHaveClass('runoff', 'mine')
  expect(element).toHaveStyle({ color: 'rgb(255, 0, 0)' })
  expect(element).toHaveAttribute('id', 'own')
}

describe('what a part passes through', () => {
  it('reaches the section of the list', () => {
    const ref = createRef<HTMLElement>()
    render(<RunPicker ref={ref} runs={weekOfRuns} selection={twoSelected()} {...attributes} />)
    expectPassed(ref.current)
    expect(ref.current?.tagName).toBe('SECTION')
    expect(ref.current).toHaveAccessibleName('Runs')
  })

  it('reaches the bar of selected runs', () => {
    const ref = createRef<HTMLDivElement>()
    const selection = twoSelected()
    const bar = { runs: weekOfRuns, selection, onCompare: () => {} }
    render(<CompareBar ref={ref} {...bar} {...attributes} />)
    expectPassed(ref.current)
    expect(ref.current).toHaveAccessibleName('Selected runs')
  })
})
