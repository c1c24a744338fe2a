import { contrastOf, needOf, readRgb } from './contrast.ts'

/** One variable of the stylesheet as the browser has it in one theme. */
export interface TokenValue {
  readonly name: string
  /** A colour as the browser computes it, anything else as it is written. */
  readonly value: string
  readonly isColor: boolean
  /** To what it is seen on, and the least that it needs there; `null` where it needs none. */
  readonly contrast: { readonly ratio: number; readonly least: number } | null
}

/** Returns the names of all variables that the stylesheets of the page set on the outermost part. */
export function tokenNames(sheets: Iterable<CSSStyleSheet>): readonly string[] {
  const names = new Set<string>()
  for (const sheet of sheets) collect(rulesOf(sheet), names)
  return [...names]
}

/** A stylesheet of another origin may not be read, and has none of ours. */
function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules
  } catch {
    return []
  }
}

function collect(rules: Iterable<CSSRule>, names: Set<string>): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule && rule.selectorText.includes('.runoff:not(.runoff *)')) {
      for (const property of rule.style) if (property.startsWith('--runoff-')) names.add(property)
    }
    if (rule instanceof CSSGroupingRule) collect(rule.cssRules, names)
    if (rule instanceof CSSImportRule && rule.styleSheet !== null) {
      collect(rulesOf(rule.styleSheet), names)
    }
  }
}

const notGiven = 'rgb(1, 2, 3)'

/** Returns what the variables are worth in a part, tried out on an element within it. */
export function readTokens(names: readonly string[], probe: HTMLElement): readonly TokenValue[] {
  const parent = probe.parentElement
  if (parent === null) return []
  parent.style.color = notGiven
  const colorOf = (name: string): string | null => {
    probe.style.color = `var(${name})`
    const { color } = getComputedStyle(probe)
    return color === notGiven ? null : color
  }
  return names.map((name) => {
    const color = colorOf(name)
    const written = getComputedStyle(probe).getPropertyValue(name).trim()
    return {
      name,
      value: color ?? written,
      isColor: color !== null,
      contrast: contrastIn(name, colorOf),
    }
  })
}

function contrastIn(
  name: string,
  colorOf: (name: string) => string | null,
): TokenValue['contrast'] {
  const need = needOf(name)
  if (need === null) return null
  const [own, ground] = [readRgb(colorOf(name) ?? ''), readRgb(colorOf(need.ground) ?? '')]
  if (own === null || ground === null) return null
  return { ratio: contrastOf(own, ground), least: need.least }
}
