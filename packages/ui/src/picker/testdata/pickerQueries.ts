import { page, type Locator } from 'vitest/browser'

/** A row is named by its run, and then by how that stands. */
export function row(name: string): Locator {
  return page.getByRole('row', { name, exact: false })
}

export function checkbox(name: string): Locator {
  return page.getByRole('checkbox', { name: `Compare ${name}`, exact: true })
}

export function search(): Locator {
  return page.getByRole('searchbox', { name: 'Search runs' })
}

/** The line that says how many runs are found. */
export function count(text: string): Locator {
  return page.getByText(text, { exact: true })
}

/** What the element is called that has the focus. */
export function focusedName(): string | null | undefined {
  return document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent
}

/** The names of the runs whose rows are drawn, from top to bottom. */
export function drawnNames(): readonly (string | null)[] {
  return Array.from(document.querySelectorAll('.runoff-picker-name'), (name) => name.textContent)
}
