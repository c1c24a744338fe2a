import type { Goal } from '@runoff/core'

/** Where one metric of a lane lies, in CSS pixels from the upper border of the lane. */
export interface RowBox {
  /** The base of its name; `null` where there is one metric alone, which the title names. */
  readonly captionY: number | null
  /** Of the heights. */
  readonly top: number
  readonly height: number
  /** How far from its star the value of the best stands, downwards: on the side without a line. */
  readonly bestDrop: number
}

export interface LaneLayout {
  readonly rows: readonly RowBox[]
  /** The middle of the track that shows how far the run came. */
  readonly trackY: number
  readonly height: number
}

const captionPx = 16
const heightPx = 44
const edgePx = 8
const bestPx = 16
const trackPx = 14

/**
 * Returns where the metrics of a lane lie, one below the other. Nothing of a line is beyond its own
 * best value, so that the words of the best stand there and meet no line.
 */
export function laneLayout(goals: readonly (Goal | null)[]): LaneLayout {
  let y = 0
  const rows = goals.map((goal) => {
    const caption = goals.length > 1 ? captionPx : 0
    const above = edgePx + (goal === 'max' ? bestPx : 0)
    const top = y + caption + above
    const captionY = caption === 0 ? null : y + caption - 4
    y = top + heightPx + edgePx + (goal === 'min' ? bestPx : 0)
    return { captionY, top, height: heightPx, bestDrop: goal === 'max' ? -12 : 12 }
  })
  return { rows, trackY: y + trackPx / 2, height: y + trackPx }
}
