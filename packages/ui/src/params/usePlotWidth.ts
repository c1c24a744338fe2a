import { useParentSize } from '@visx/responsive'

const initialSize = { width: 0 }
const ignoreDimensions: ('height' | 'left' | 'top')[] = ['height', 'left', 'top']

type Measured = ReturnType<typeof useParentSize<HTMLDivElement>>

/** Returns the width that a plot has, 0 until it is measured, and the ref of what it fills. */
export function usePlotWidth(): Pick<Measured, 'parentRef' | 'width'> {
  return useParentSize({ initialSize, ignoreDimensions, debounceTime: 30 })
}
