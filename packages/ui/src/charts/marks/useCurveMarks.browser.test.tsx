import { defineRun, defineSeries } from '@runoff/core'
import { cleanup, render, screen } from '@testing-library/react'
import { useMemo, type ReactNode } from 'react'
import { afterEach, expect, it } from 'vitest'
import '../../styles.css'
import { MetricChart } from '../MetricChart.tsx'
import { useCurveMarks } from './useCurveMarks.ts'

afterEach(cleanup)

const steps = Array.from({ length: 200 }, (_, i) => i * 10)
const series = new Map([
  ['a', defineSeries({ steps, values: steps.map((step) => 2 - step / 2000 + (step % 30) / 300) })],
  [
    'b',
    defineSeries({
      steps,
      values: steps.map((step) => (step === 1000 ? 9 : 1 + (step % 20) / 200)),
    }),
  ],
])
const runs = [
  defineRun({ id: 'a', name: 'a', best: { step: 1500, checkpointPath: 'checkpoint-1500' } }),
  defineRun({ id: 'b', name: 'b' }),
]

function MarkedChart({ isObjective }: { readonly isObjective: boolean }): ReactNode {
  const given = useMemo(() => series, [])
  const marks = useCurveMarks({ series: given, runs, goal: 'min', isObjective })
  return <MetricChart title="Eval loss" series={given} runs={runs} marks={marks} width={600} />
}

it('marks what it finds in idle moments, the checkpoint that a run names as its best', async () => {
  render(<MarkedChart isObjective />)
  expect(
    await screen.findByText(/a: .*checkpoint-1500/, { selector: 'li' }, { timeout: 10_000 }),
  ).toBeDefined()
  expect(screen.getByText(/b: .*9.*step 1.000/, { selector: 'li' })).toBeDefined()
  expect(document.querySelectorAll('[data-mark="best"]')).toHaveLength(2)
})

it('takes no checkpoint for the best of another metric', async () => {
  render(<MarkedChart isObjective={false} />)
  expect(
    await screen.findByText(/b: .*step 1.000/, { selector: 'li' }, { timeout: 10_000 }),
  ).toBeDefined()
  expect(screen.queryByText(/checkpoint-1500/)).toBeNull()
})
