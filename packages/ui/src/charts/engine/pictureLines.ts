import type { Viewport } from '../../geometry/viewport.ts'
import type { ChartState } from '../chartStore.ts'
import type { PlacedLine } from '../model/chartModel.ts'
import type { MarkerPlaces, PictureLine } from '../paint/painter.ts'
import { lineLook } from '../lineLook.ts'
import type { Palette } from './palette.ts'

/** So many lines can be told apart by markers along them; with more these would be all one sees. */
const mostWithMarkers = 12
const mostWithEndMarkers = 40

/** The golden section spreads any number of runs, so that their markers do not stand in one column. */
const phaseStep = 0.382

/** Returns what to paint of the visible lines, the highlighted run over the others. */
export function pictureLines(
  lines: readonly PlacedLine[],
  viewport: Viewport,
  state: Pick<ChartState, 'hiddenRunIds' | 'highlightedRunId'>,
  looks: { readonly palette: Palette; readonly density: number },
): readonly PictureLine[] {
  const { palette, density } = looks
  const visible = lines.filter(({ runId }) => !state.hiddenRunIds.has(runId))
  const isHighlighted = ({ runId }: PlacedLine): boolean => runId === state.highlightedRunId
  const hasHighlight = visible.some(isHighlighted)
  const picture = (line: PlacedLine): PictureLine => {
    const look = lineLook(line)
    return {
      pyramid: line.pyramid,
      viewport,
      color: palette.colorOf(line.style.colorVariable),
      opacity: hasHighlight && !isHighlighted(line) ? palette.dimmed : look.opacity,
      width: palette.lineWidth * look.widthShare * density,
      dash: look.dash.map((part) => part * density),
      marker: line.style.marker,
      markerRadius: palette.markerRadius * density,
      markerPlaces: markerPlaces(line, visible.length),
      markerPhase: (line.style.slot * phaseStep) % 1,
    }
  }
  return [...visible.filter((line) => !isHighlighted(line)), ...visible.filter(isHighlighted)].map(
    picture,
  )
}

function markerPlaces(line: PlacedLine, count: number): MarkerPlaces {
  if (count > mostWithEndMarkers) return 'none'
  if (count > mostWithMarkers || line.phase === 'train') return 'end'
  return count === 1 ? 'sparse' : 'some'
}
