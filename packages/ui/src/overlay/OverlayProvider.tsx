import { CSPProvider } from '@base-ui/react/csp-provider'
import { createContext, useContext, type ReactNode } from 'react'

const OverlayContext = /* @__PURE__ */ createContext<HTMLElement | null>(null)

export interface OverlayProviderProps {
  /** Where dialogs, menus and messages are put; it must not move or clip what is fixed. */
  readonly container: HTMLElement | null
  readonly children?: ReactNode
}

/**
 * Keeps the overlays of the parts within inside one element, so that they have its colours. Nothing
 * that is opened within writes a `<style>` element. Renders no element.
 */
export function OverlayProvider({ container, children }: OverlayProviderProps): ReactNode {
  return (
    <OverlayContext.Provider value={container}>
      <CSPProvider disableStyleElements>{children}</CSPProvider>
    </OverlayContext.Provider>
  )
}

/** Returns where overlays are put; `undefined`, the end of the page, where nobody says. */
export function useOverlayContainer(): HTMLElement | undefined {
  return useContext(OverlayContext) ?? undefined
}
