/** Returns what in a stylesheet reaches beyond our own elements, or beyond our layer. */
export function scopeFaults(css: string): readonly string[] {
  return faultsIn(css.replaceAll(/\/\*.*?\*\//gs, ''), false)
}

const grouping = /^@(?:media|container|supports|layer)\b/
const forbidden = /^@(?:font-face|import|keyframes|page|property|namespace|charset)\b/

function faultsIn(css: string, isLayered: boolean): readonly string[] {
  return blocksOf(css).flatMap(({ prelude, body }) => {
    if (prelude.startsWith('@keyframes runoff-')) return []
    if (forbidden.test(prelude)) return [prelude]
    if (prelude === '@layer runoff') return faultsIn(body, true)
    if (grouping.test(prelude)) return faultsIn(body, isLayered)
    if (prelude === ':where(:root, :host)' && isForBundlers(body)) return []
    if (!isLayered) return [`outside the layer: ${prelude}`]
    // What is nested in a rule is within its selector.
    return selectorsOf(prelude).filter((selector) => !isOurs(selector))
  })
}

/** Whether a rule sets nothing but what a bundler writes in the place of `light-dark()`. */
function isForBundlers(body: string): boolean {
  return body.split(';').every((each) => /^\s*(?:--lightningcss-(?:light|dark):|$)/.test(each))
}

interface Block {
  readonly prelude: string
  readonly body: string
}

/** The rules and at-rules of one level; a statement without a block has an empty one. */
function blocksOf(css: string): readonly Block[] {
  const blocks: Block[] = []
  let start = 0
  let open = 0
  let depth = 0
  for (let i = 0; i < css.length; i++) {
    if (css[i] === ';' && depth === 0) {
      blocks.push({ prelude: css.slice(start, i).trim(), body: '' })
      start = i + 1
    } else if (css[i] === '{') {
      if (depth === 0) open = i
      depth++
    } else if (css[i] === '}') {
      depth--
      if (depth > 0) continue
      blocks.push({ prelude: css.slice(start, open).trim(), body: css.slice(open + 1, i) })
      start = i + 1
    }
  }
  return blocks
}

/** Splits at the commas that stand in no bracket. */
function selectorsOf(list: string): readonly string[] {
  return list.split(/,(?![^(]*\))/).map((selector) => selector.trim())
}

/** Whether a selector demands one of our classes of its element, or of one about it. */
function isOurs(selector: string): boolean {
  const demanded = selector.replaceAll(/:(?:not|has)\((?:[^()]|\([^()]*\))*\)/g, '')
  return (
    /\.runoff(?:-[\w-]+)?(?![\w-])(?!.*[+~])/.test(demanded) || /[+~]\s*\.runoff/.test(demanded)
  )
}
