import { useEffect, useState, type ReactNode } from 'react'

const themes = [
  ['', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const

/** Chooses light or dark, or leaves it to the system. */
export function ThemeChooser(): ReactNode {
  const [theme, setTheme] = useState('')
  useEffect(() => {
    // In demo.css this sets the color scheme, from which everything below takes its colours.
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  return (
    <label className="demo-theme">
      Theme{' '}
      <select value={theme} onChange={(event) => setTheme(event.target.value)}>
        {themes.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
