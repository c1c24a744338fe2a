import {
  completeArrangement,
  defaultArrangement,
  type ChartArrangement,
} from '../charts/grid/arrangement.ts'
import type { LossMode } from '../charts/messages.ts'
import {
  completeToolbarSettings,
  defaultToolbarSettings,
  type ChartToolbarSettings,
} from '../charts/toolbar/toolbarSettings.ts'
import { defaultPickerView, type PickerView } from '../picker/pickerView.ts'
import type { SummarySorting } from '../table/sortSummary.ts'

/** What a person has set on the page; plain JSON, so that a link can carry it. */
export interface ComparisonView {
  readonly picker: PickerView
  /** In the order they were selected in. */
  readonly selectedIds: readonly string[]
  readonly lossMode: LossMode
  /** The metrics that have a chart beside the loss; `null` leaves the choice to the page. */
  readonly metrics: readonly string[] | null
  /** Order and widths of the charts beside the loss, by metric. */
  readonly charts: ChartArrangement
  /** How all charts are drawn. */
  readonly chartSettings: ChartToolbarSettings
  /** `null` is the best run first. */
  readonly sorting: SummarySorting | null
}

/** A view of which any part may be left out. */
export type ComparisonViewInput = Partial<
  Omit<ComparisonView, 'picker' | 'charts' | 'chartSettings'>
> & {
  readonly picker?: Partial<PickerView>
  readonly charts?: Partial<ChartArrangement>
  readonly chartSettings?: Partial<ChartToolbarSettings>
}

/** The view that the page starts with. */
export const defaultComparisonView: ComparisonView = {
  picker: defaultPickerView,
  selectedIds: [],
  lossMode: 'both',
  metrics: null,
  charts: defaultArrangement,
  chartSettings: defaultToolbarSettings,
  sorting: null,
}

/**
 * Returns the whole view that a part of one stands for. Of the charts, what is unknown or out of its
 * range is as the page starts with.
 */
export function completeView(view: ComparisonViewInput = {}): ComparisonView {
  return {
    ...defaultComparisonView,
    ...view,
    picker: { ...defaultPickerView, ...view.picker },
    charts: completeArrangement(view.charts),
    chartSettings: completeToolbarSettings(view.chartSettings),
  }
}
