import { vi } from 'vitest'

/** Returns what rendering throws, without the report that React 18 sends to the window. */
export function thrownBy(render: () => unknown): unknown {
  const quiet = (event: Event): void => event.preventDefault()
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {})
  window.addEventListener('error', quiet)
  try {
    render()
    return null
  } catch (thrown) {
    return thrown
  } finally {
    window.removeEventListener('error', quiet)
    errors.mockRestore()
  }
}
