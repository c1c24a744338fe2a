import { defaultPickerView, type PickerView } from '@runoff/core'
import { useState } from 'react'

export interface PickerViewOptions {
  /** Makes the host the owner of the view. */
  readonly view?: PickerView | undefined
  /** Where the view starts while the list owns it; what is left out is as in `defaultPickerView`. */
  readonly defaultView?: Partial<PickerView> | undefined
  readonly onViewChange?: ((view: PickerView) => void) | undefined
}

/** Returns the view, the host's own where it gives one, and what changes a part of it. */
export function usePickerView({
  view,
  defaultView,
  onViewChange,
}: PickerViewOptions): readonly [PickerView, (change: Partial<PickerView>) => void] {
  const [own, setOwn] = useState<PickerView>({ ...defaultPickerView, ...defaultView })
  const current = view ?? own
  return [
    current,
    (change) => {
      const next = { ...current, ...change }
      setOwn(next)
      onViewChange?.(next)
    },
  ]
}
