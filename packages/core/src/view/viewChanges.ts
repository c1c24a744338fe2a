import { defaultComparisonView, type ComparisonView } from './comparisonView.ts'

/** The parts of a view that are set one by one. */
const parts: ReadonlySet<string> = new Set(['picker', 'charts', 'chartSettings', 'table', 'diff'])

/** Returns what of a whole view is not as in `defaultComparisonView`; `completeView` adds the rest. */
export function viewChanges(view: ComparisonView): object {
  const usual = new Map<string, unknown>(Object.entries(defaultComparisonView))
  const changed = changedEntries(view, defaultComparisonView)
  return Object.fromEntries(
    changed.map(([key, value]) => [
      key,
      parts.has(key) ? partChanges(value, usual.get(key)) : value,
    ]),
  )
}

function partChanges(part: unknown, usual: unknown): object {
  return Object.fromEntries(changedEntries(Object(part), Object(usual)))
}

function changedEntries(given: object, usual: object): readonly [string, unknown][] {
  const others = new Map<string, unknown>(Object.entries(usual))
  return Object.entries(given).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(others.get(key)),
  )
}
