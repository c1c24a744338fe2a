/** Where a key leads, from the line that has the focus. */
export type RowMove =
  | { readonly kind: 'by'; readonly lines: number }
  | { readonly kind: 'first' }
  | { readonly kind: 'last' }
  | { readonly kind: 'near' }

export interface TargetOptions<Line> {
  readonly move: RowMove
  readonly from: number
  /** Whether the keys stop at a line. */
  readonly isStop: (line: Line) => boolean
}

/** Returns where a key leads; `null` for one that leads nowhere. */
export function moveOf(key: string, pageLines: number): RowMove | null {
  switch (key) {
    case 'ArrowDown':
      return { kind: 'by', lines: 1 }
    case 'ArrowUp':
      return { kind: 'by', lines: -1 }
    case 'PageDown':
      return { kind: 'by', lines: pageLines }
    case 'PageUp':
      return { kind: 'by', lines: -pageLines }
    case 'Home':
      return { kind: 'first' }
    case 'End':
      return { kind: 'last' }
    default:
      return null
  }
}

/**
 * Returns the line to go to: the one that the move leads to, or else the next in its direction, or
 * else the farthest before it. `null` where there is none but the one it begins at.
 */
export function targetOf<Line>(
  lines: readonly Line[],
  { move, from, isStop }: TargetOptions<Line>,
): number | null {
  const last = lines.length - 1
  const seek = (start: number, end: number): number | null =>
    firstBetween(lines, { start, end, isStop })
  if (move.kind === 'near') {
    return seek(Math.min(from, last), last) ?? seek(Math.min(from, last), 0)
  }
  if (move.kind !== 'by') return move.kind === 'first' ? seek(0, last) : seek(last, 0)
  const isForward = move.lines > 0
  const goal = Math.min(last, Math.max(0, from + move.lines))
  if (goal === from) return null
  return seek(goal, isForward ? last : 0) ?? seek(goal, from + (isForward ? 1 : -1))
}

interface Stretch<Line> extends Pick<TargetOptions<Line>, 'isStop'> {
  readonly start: number
  readonly end: number
}

function firstBetween<Line>(
  lines: readonly Line[],
  { start, end, isStop }: Stretch<Line>,
): number | null {
  const step = start <= end ? 1 : -1
  for (let index = start; index !== end + step; index += step) {
    const line = lines[index]
    if (line !== undefined && isStop(line)) return index
  }
  return null
}
