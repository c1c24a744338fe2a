const largeStride = 10

/**
 * Returns which of `count` places a key leads to from `current`, `null` for a key that leads nowhere.
 *
 * Left and right move by one, with Shift by ten, and stop at the ends; Home and End go there.
 * Without a place (`-1`) the first key goes to the end that it points away from.
 */
export function moveAmong(
  key: string,
  hasShift: boolean,
  { current, count }: { readonly current: number; readonly count: number },
): number | null {
  if (count === 0) return null
  const stride = hasShift ? largeStride : 1
  switch (key) {
    case 'ArrowLeft':
      return current === -1 ? count - 1 : Math.max(0, current - stride)
    case 'ArrowRight':
      return current === -1 ? 0 : Math.min(count - 1, current + stride)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
