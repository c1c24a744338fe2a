import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { DocsTable } from './DocsTable.tsx'
import { readTokens, tokenNames, type TokenValue } from './readTokens.ts'

const themes = ['light', 'dark'] as const

/** The variables of the stylesheet as this browser has them, in both themes. Renders a table. */
export function TokenTable(): ReactNode {
  const light = useRef<HTMLElement>(null)
  const dark = useRef<HTMLElement>(null)
  const [rows, setRows] = useState<readonly (readonly TokenValue[])[]>([])
  useLayoutEffect(() => {
    const names = tokenNames(document.styleSheets)
    const read = [light, dark].map(({ current }) =>
      current === null ? [] : readTokens(names, current),
    )
    setRows(names.map((_, place) => read.flatMap((values) => values[place] ?? [])))
  }, [])
  return (
    <>
      {themes.map((theme) => (
        <div key={theme} className="runoff" data-theme={theme} hidden>
          <i ref={theme === 'light' ? light : dark} />
        </div>
      ))}
      <DocsTable
        label="Variable"
        columns={themes}
        rows={rows.map((values) => ({
          key: values[0]?.name ?? '',
          name: <code>{values[0]?.name}</code>,
          cells: values.map((value, place) => <TokenCell key={themes[place]} {...value} />),
        }))}
      />
    </>
  )
}

const swatch = {
  display: 'inline-block',
  inlineSize: '1em',
  blockSize: '1em',
  marginInlineEnd: '0.5em',
  verticalAlign: 'text-bottom',
  border: '1px solid #888',
} as const

function TokenCell({ value, isColor, contrast }: TokenValue): ReactNode {
  const isEnough = contrast !== null && contrast.ratio >= contrast.least
  return (
    <>
      {isColor && <span aria-hidden="true" style={{ ...swatch, background: value }} />}
      <code>{isColor ? value : value.replaceAll(/\s+/g, ' ')}</code>
      {contrast !== null && (
        <div data-enough={isEnough}>
          {contrast.ratio.toFixed(1)}:1, {isEnough ? 'at least' : 'less than the'} {contrast.least}
          :1
          {isEnough ? ' needed' : ' that it needs'}
        </div>
      )}
    </>
  )
}
