import { useRunSelection, type RunSelectionOptions } from '@runoff/react'
import type { ReactNode } from 'react'
import { CompareBar } from '../CompareBar.tsx'
import { RunPicker, type RunPickerProps } from '../RunPicker.tsx'
import { readRunList } from '../runListState.ts'
import { weekOfRuns } from './runs.ts'

export interface PickerPageProps extends Partial<Omit<RunPickerProps, 'selection'>> {
  readonly options?: RunSelectionOptions
  readonly onCompare?: (ids: readonly string[]) => void
}

const ignore = (): void => {}

/** The list, grouped by model, with the bar below it, as they stand on a page. */
export function PickerPage({
  runs = weekOfRuns,
  options,
  onCompare = ignore,
  defaultView,
  ...props
}: PickerPageProps): ReactNode {
  const selection = useRunSelection(options)
  return (
    <>
      <RunPicker
        {...props}
        defaultView={{ groupByModel: true, ...defaultView }}
        runs={runs}
        selection={selection}
      />
      <CompareBar runs={readRunList(runs).runs} selection={selection} onCompare={onCompare} />
    </>
  )
}
