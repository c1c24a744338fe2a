import type { Pyramid } from '@runoff/core'
import type { Viewport } from '../../geometry/viewport.ts'
import type { ChartState } from '../chartStore.ts'
import type { PlacedLine } from '../model/chartModel.ts'
import type { MarkerPlaces, PictureLine } from '../paint/picture.ts'
import { lineLook } from '../lineLook.ts'
import type { Palette } from './palette.ts'

/** So many lines can be told apart by markers along them; with more these would be all one sees. */
const mostWithMarkers = 12
const mostWithEndMarkers = 40

/** The golden section spreads any number of runs, so that their markers do not stand in one column. */
const phaseStep = 0.382

const ghostOpacity = 0.25
const bandOpacity = 0.16

/** Which parts of a picture a chart has. */
export interface PictureParts {
  readonly hasBands: boolean
  readonly hasMarkers: boolean
}

export interface PictureLooks {
  readonly palette: Palette
  readonly density: number
  readonly parts: PictureParts
}

export interface PictureLines {
  /** What lies behind comes first: the raw lines of smoothed ones. */
  readonly lines: readonly PictureLine[]
  /** The lines of the highlighted run; empty where none is. */
  readonly front: readonly PictureLine[]
}

/** Returns what to paint of the visible lines, and what of it stands in front of the others. */
export function pictureLines(
  lines: readonly PlacedLine[],
  viewport: Viewport,
  state: Pick<ChartState, 'hiddenRunIds' | 'highlightedRunId'>,
  looks: PictureLooks,
): PictureLines {
  const visible = lines.filter(({ runId }) => !state.hiddenRunIds.has(runId))
  const picture = (some: readonly PlacedLine[]): readonly PictureLine[] => {
    const drawn = some.map((line) => ({
      ghosts: line.ghosts,
      own: pictureLine(line, viewport, looks, visible.length),
    }))
    const ghosts = drawn.flatMap(({ ghosts: behind, own }) =>
      behind.map(({ pyramid }) => ghostOf(own, pyramid)),
    )
    return [...ghosts, ...drawn.map(({ own }) => own)]
  }
  return {
    lines: picture(visible),
    front: picture(visible.filter(({ runId }) => runId === state.highlightedRunId)),
  }
}

function pictureLine(
  line: PlacedLine,
  viewport: Viewport,
  { palette, density, parts }: PictureLooks,
  count: number,
): PictureLine {
  const look = lineLook(line)
  const band = parts.hasBands ? line.band : null
  return {
    pyramid: line.pyramid,
    band: band === null ? null : { low: band.low, high: band.high, opacity: bandOpacity },
    viewport,
    color: palette.colorOf(line.style.colorVariable),
    opacity: look.opacity,
    width: palette.lineWidth * look.widthShare * density,
    dash: look.dash.map((part) => part * density),
    marker: line.style.marker,
    markerRadius: palette.markerRadius * density,
    markerPlaces: parts.hasMarkers ? markerPlaces(line, count) : 'none',
    markerPhase: (line.style.slot * phaseStep) % 1,
    isLive: line.isLive && parts.hasMarkers,
  }
}

/** What is not finite is marked once, by the smoothed line. */
function ghostOf(own: PictureLine, pyramid: Pyramid): PictureLine {
  return {
    ...own,
    pyramid,
    band: null,
    opacity: own.opacity * ghostOpacity,
    dash: [],
    markerRadius: 0,
    markerPlaces: 'none',
    isLive: false,
  }
}

function markerPlaces(line: PlacedLine, count: number): MarkerPlaces {
  if (count > mostWithEndMarkers) return 'none'
  if (count > mostWithMarkers || line.phase === 'train') return 'end'
  return count === 1 ? 'sparse' : 'some'
}
