import '../styles.css'
import { cleanup, render, screen, within } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ImportanceMeasure } from './messages.ts'
import { ParamImportance } from './ParamImportance.tsx'
import { effectOf, everyEffect, importanceOf } from './testdata/importances.ts'

afterEach(cleanup)

const several = importanceOf(everyEffect, { groups: [['batch_size', 'steps']] })
const withShares = importanceOf(everyEffect, { shares: { kind: 'defined', quantile: 0.1 } })

const figure = (): HTMLElement => screen.getByRole('figure')
const row = (name: string): HTMLElement => {
  const found = screen
    .getAllByRole('listitem')
    .find((item) => item.querySelector('.runoff-param-effect-name')?.textContent === name)
  if (found === undefined) throw new Error(`no row of ${name}`)
  return found
}
const bar = (name: string): SVGRectElement | null => row(name).querySelector('rect')
const barShare = (name: string): number => {
  const svg = row(name).querySelector('svg')
  const whole = svg?.getBoundingClientRect().width ?? 0
  return (bar(name)?.getBoundingClientRect().width ?? 0) / whole
}

describe('ParamImportance', () => {
  it('is named by its metric and says in a sentence what was seen', () => {
    render(<ParamImportance importance={several} />)
    expect(screen.getByRole('figure', { name: 'Parameters and eval loss' })).toBe(figure())
    expect(figure()).toHaveAccessibleDescription(
      /Of 7 parameters among 24 completed runs, an effect was seen of learning rate/,
    )
  })

  it('gives each parameter a bar as long as its evidence, in the order given', () => {
    render(<ParamImportance importance={several} />)
    const names = screen
      .getAllByRole('listitem')
      .map((item) => item.querySelector('.runoff-param-effect-name')?.textContent)
    expect(names).toEqual(everyEffect.map(({ name }) => name))
    expect(barShare('learning_rate')).toBeCloseTo(0.71, 1)
    expect(barShare('warmup_ratio')).toBeCloseTo(0.64, 1)
    expect(bar('optimizer')).toBeNull()
    expect(bar('lora.r')).toBeNull()
  })

  it('tells what was detected from what may be chance by more than a colour', () => {
    render(<ParamImportance importance={several} />)
    expect(bar('learning_rate')).toHaveAttribute('data-detected')
    expect(bar('batch_size')).not.toHaveAttribute('data-detected')
    expect(row('batch_size').textContent).toContain(
      'No detectable effect among 24 runs, which is not the same as no effect.',
    )
  })

  it('says which parameters cannot be told apart', () => {
    render(<ParamImportance importance={several} />)
    expect(
      screen.getByText('These vary together and cannot be told apart: batch_size and steps.'),
    ).toBeInTheDocument()
  })

  it('offers shares only where there are any', async () => {
    const onMeasureChange = vi.fn<(measure: ImportanceMeasure) => void>()
    const { rerender } = render(<ParamImportance importance={several} defaultMeasure="share" />)
    expect(screen.queryByRole('combobox')).toBeNull()
    expect(barShare('learning_rate')).toBeCloseTo(0.71, 1)
    rerender(<ParamImportance importance={withShares} onMeasureChange={onMeasureChange} />)
    expect(barShare('learning_rate')).toBeCloseTo(0.42, 1)
    expect(bar('warmup_ratio')).toBeNull()
    expect(row('warmup_ratio').textContent).toContain('Its share is within what chance gives.')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Bars' }), 'correlation')
    expect(barShare('learning_rate')).toBeCloseTo(0.71, 1)
    expect(onMeasureChange.mock.calls).toEqual([['correlation']])
  })

  it('lets a parameter be chosen, by the keyboard alone', async () => {
    const onParamChange = vi.fn<(param: string) => void>()
    const { rerender } = render(<ParamImportance importance={several} />)
    expect(screen.queryByRole('button')).toBeNull()
    rerender(<ParamImportance importance={several} param="steps" onParamChange={onParamChange} />)
    expect(screen.getByRole('button', { name: 'steps' })).toHaveAttribute('aria-pressed', 'true')
    await userEvent.tab()
    expect(screen.getByRole('button', { name: 'learning_rate' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(onParamChange.mock.calls).toEqual([['learning_rate']])
  })

  it('folds the weakest of many parameters away', async () => {
    const many = Array.from({ length: 50 }, (_, i) => effectOf(`p${i}`))
    render(<ParamImportance importance={importanceOf(many)} />)
    expect(screen.getAllByRole('listitem')).toHaveLength(12)
    await userEvent.click(screen.getByRole('button', { name: 'Show all 50 parameters' }))
    expect(screen.getAllByRole('listitem')).toHaveLength(50)
    await userEvent.click(screen.getByRole('button', { name: 'Show fewer parameters' }))
    expect(screen.getAllByRole('listitem')).toHaveLength(12)
  })

  it('shows how far the work is, and keeps the last answer meanwhile', () => {
    const { rerender } = render(<ParamImportance importance={null} progress={0.25} />)
    const progress = (): HTMLElement =>
      screen.getByRole('progressbar', { name: 'Testing parameters: 25 %' })
    expect(progress()).toHaveValue(0.25)
    expect(screen.queryByRole('list')).toBeNull()
    rerender(<ParamImportance importance={several} progress={0.25} />)
    expect(progress()).toBeInTheDocument()
    expect(screen.getAllByRole('listitem')).toHaveLength(7)
    rerender(<ParamImportance importance={several} progress={1} />)
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it.each([
    ['too-few-runs', 6, '6 of 10 completed runs needed.'],
    ['no-params', 12, 'No parameter differs between the completed runs.'],
    ['no-variance', 12, 'All completed runs have the same value, so nothing can go with it.'],
  ] as const)('says what is missing: %s', (reason, count, text) => {
    render(<ParamImportance importance={{ kind: 'undefined', reason, runs: count, needed: 10 }} />)
    expect(figure().querySelector('.runoff-param-gate')).toHaveTextContent(text)
    expect(screen.queryByRole('list')).toBeNull()
    expect(screen.queryByText('Data table')).toBeNull()
  })

  it('says that there are no parameters where the answer has none', () => {
    render(<ParamImportance importance={importanceOf([])} />)
    expect(screen.getByText('No parameter differs between the completed runs.')).toBeVisible()
  })

  it('has a table of every number', async () => {
    render(<ParamImportance importance={several} />)
    await userEvent.click(screen.getByText('Data table'))
    const rows = within(await screen.findByRole('table')).getAllByRole('row')
    expect(rows).toHaveLength(8)
    expect(rows[0]?.children).toHaveLength(10)
    expect(rows[1]?.textContent).toMatch(/^learning_rate240\.710\.0001/)
  })

  it('stays within 320 px and passes attributes through', () => {
    const ref = createRef<HTMLElement>()
    const long = [effectOf(`${'very_'.repeat(60)}long`), ...everyEffect]
    render(
      <div style={{ width: 320 }}>
        <ParamImportance ref={ref} importance={importanceOf(long)} className="mine" />
      </div>,
    )
    expect(ref.current).toBe(figure())
    expect(figure()).toHaveClass('runoff', 'mine')
    expect(figure().scrollWidth).toBeLessThanOrEqual(320)
    const width = row('learning_rate').querySelector('svg')?.getBoundingClientRect().width ?? 0
    expect(width).toBeGreaterThan(160)
  })
})
