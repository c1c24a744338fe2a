/**
 * Calls back when colours or the pixel density may have changed, until stopped.
 *
 * The probe has a transition of no length on its colours: whatever changes them (an attribute, a
 * media query, another stylesheet) starts it, and so tells.
 */
export function watchLooks(probe: HTMLElement, onChange: () => void): () => void {
  const controller = new AbortController()
  const { signal } = controller
  probe.addEventListener('transitionrun', onChange, { signal })
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', onChange, { signal })
  }
  watchDensity(onChange, signal)
  return () => controller.abort()
}

/** A query holds for one density only, so each change asks anew. */
function watchDensity(onChange: () => void, signal: AbortSignal): void {
  const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
  const changed = (): void => {
    onChange()
    watchDensity(onChange, signal)
  }
  query.addEventListener('change', changed, { signal, once: true })
}
