import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const page = readFileSync(new URL('../../../../docs/theme.md', import.meta.url), 'utf8')

function declaredTokens(text: string): readonly string[] {
  return [
    ...new Set(Array.from(text.matchAll(/^\s*(--runoff-[\w-]+):/gm), ([, name]) => name ?? '')),
  ]
}

/** Those that the table names, and those within a range such as `--runoff-color-1` … `--runoff-color-5`. */
function documentedTokens(text: string): ReadonlySet<string> {
  const rows = text.split('\n').filter((line) => line.startsWith('| `--'))
  const named = rows.flatMap((row) =>
    Array.from(row.matchAll(/`(--runoff-[\w-]+)`/g), ([, name]) => name ?? ''),
  )
  const ranged = rows.flatMap((row) => {
    const range = /`(--runoff-[a-z-]+)(\d+)` … `\1(\d+)`/.exec(row)
    if (range === null) return []
    const [, stem = '', from = '0', to = '0'] = range
    return Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_, i) => `${stem}${Number(from) + i}`,
    )
  })
  return new Set([...named, ...ranged])
}

describe('the page about themes', () => {
  it('lists every variable that the stylesheet sets', () => {
    const documented = documentedTokens(page)
    const missing = declaredTokens(css).filter(
      // The colour of one run is handed down by its parts, not set by a theme.
      (name) => name !== '--runoff-run-color' && !documented.has(name),
    )
    expect(missing).toEqual([])
    expect(documented.size).toBeGreaterThan(30)
  })

  it('would miss one that it does not list', () => {
    expect(declaredTokens('  --runoff-new: 1px;')).toEqual(['--runoff-new'])
    expect(documentedTokens(page).has('--runoff-new')).toBe(false)
  })
})
