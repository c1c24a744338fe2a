import { defineRun, type Run } from '@runoff/core'
import { CompareBar, RunPicker, type RunPickerProps } from '@runoff/ui'
import '@runoff/ui/styles.css'
import { useMemo, useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

const maxSelected = 5
const { search } = new URL(location.href)
const options = new URLSearchParams(search)
const runCount = Number(options.get('runs') ?? 10_000)

/** As a sweep has them: five models, three datasets, a few that failed; the same each time. */
function sweepRun(index: number): Run {
  const createdAtMs = Date.UTC(2026, 0, 1) + index * 600_000
  return defineRun({
    id: `run ${index}`,
    name: `sweep-${String(index).padStart(5, '0')} lr ${1 + (index % 9)}e-4`,
    model: `lab/model-${index % 5}`,
    dataset: ['alpaca-cleaned', 'ultrafeedback', 'gsm8k'][index % 3] ?? null,
    status: index % 17 === 0 ? 'failed' : 'completed',
    createdAtMs,
    startedAtMs: createdAtMs,
    endedAtMs: createdAtMs + 3_600_000,
    metrics: { 'eval/loss': 0.2 + ((index * 7919) % 1000) / 2000 },
  })
}

function useSelection(): RunPickerProps['selection'] {
  const [selectedIds, select] = useState<readonly string[]>([])
  return useMemo(() => {
    const isFull = selectedIds.length >= maxSelected
    const isSelected = (id: string): boolean => selectedIds.includes(id)
    const toggled = (id: string): readonly string[] =>
      isSelected(id) ? selectedIds.filter((other) => other !== id) : [...selectedIds, id]
    return {
      selectedIds,
      maxSelected,
      isFull,
      isSelected,
      canSelect: (id) => !isFull || isSelected(id),
      toggle: (id) => select(toggled(id)),
      select,
      clear: () => select([]),
    }
  }, [selectedIds])
}

function Page({ runs }: { readonly runs: readonly Run[] }): ReactNode {
  const selection = useSelection()
  const groupByModel = options.get('grouped') === 'yes'
  return (
    <>
      <RunPicker
        runs={runs}
        selection={selection}
        defaultView={{ showAll: true, groupByModel }}
        onOpenRun={() => {}}
      />
      <CompareBar runs={runs} selection={selection} onCompare={() => {}} />
    </>
  )
}

const place = document.querySelector('#place')
const runs = Array.from({ length: runCount }, (_, index) => sweepRun(index))
if (place !== null) createRoot(place).render(<Page runs={runs} />)
