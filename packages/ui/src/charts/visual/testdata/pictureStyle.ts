/*
 * For pictures that are the same on every machine: no letter is painted, because fonts differ, and
 * nothing whose size comes from letters; what letters could move stands still.
 */
const rules = `
  .runoff-chart {
    position: absolute;
    inset: 0 auto auto 0;
  }

  .runoff-chart-caption,
  .runoff-chart-controls,
  .runoff-chart-tooltip {
    display: none !important;
  }

  .runoff-chart * {
    -webkit-text-fill-color: transparent !important;
  }

  .runoff-chart text {
    fill: transparent !important;
    stroke: transparent !important;
  }
`

/** Styles the page for pictures, until what it returns is called. */
export function stylePictures(): () => void {
  const style = document.createElement('style')
  style.textContent = rules
  document.head.append(style)
  return () => style.remove()
}
