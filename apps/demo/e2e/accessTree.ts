import type { Page } from 'playwright'

/** What assistive technology is told of one element. */
export interface AccessNode {
  readonly role: string
  readonly name: string
  readonly value: string
  readonly description: string
  /** Such as `checked`, `disabled`, `expanded`, `live`; what is not so is not in it. */
  readonly states: ReadonlyMap<string, unknown>
  readonly children: readonly AccessNode[]
  readonly backendId: number
}

interface RawValue {
  readonly value?: unknown
}

/** A node as the browser's debugging protocol tells it. */
interface RawNode {
  readonly nodeId: string
  readonly ignored: boolean
  readonly role?: RawValue
  readonly name?: RawValue
  readonly value?: RawValue
  readonly description?: RawValue
  readonly properties?: readonly { readonly name: string; readonly value: RawValue }[]
  readonly childIds?: readonly string[]
  readonly backendDOMNodeId?: number
}

function textOfValue(value: RawValue | undefined): string {
  const written = value?.value ?? ''
  return typeof written === 'string' ? written : JSON.stringify(written)
}

/** Returns a node without those below it. */
export function nodeOf(raw: RawNode, children: readonly AccessNode[] = []): AccessNode {
  const states = (raw.properties ?? []).map(({ name, value }) => [name, value.value] as const)
  return {
    role: textOfValue(raw.role),
    name: textOfValue(raw.name),
    value: textOfValue(raw.value),
    description: textOfValue(raw.description),
    states: new Map(states.filter(([, value]) => value !== false && value !== 'false')),
    children,
    backendId: raw.backendDOMNodeId ?? -1,
  }
}

/** The page as assistive technology meets it, and nothing else of it. */
export interface AccessTree {
  readonly read: () => Promise<AccessNode>
  /** Waits for the one node that the finder returns, and returns it. */
  readonly find: (finder: (root: AccessNode) => AccessNode | null) => Promise<AccessNode>
  /** What "click" of a screen reader does. */
  readonly act: (node: AccessNode) => Promise<void>
}

const patienceMs = 15_000

export async function accessTree(page: Page): Promise<AccessTree> {
  const session = await page.context().newCDPSession(page)
  await session.send('Accessibility.enable')
  const read = async (): Promise<AccessNode> => {
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    return assemble(nodes)
  }
  return {
    read,
    async find(finder) {
      const until = Date.now() + patienceMs
      for (;;) {
        const found = finder(await read())
        if (found !== null) return found
        if (Date.now() > until) throw new Error(`Not in the accessibility tree: ${String(finder)}`)
        await page.waitForTimeout(100)
      }
    },
    async act({ backendId }) {
      const { object } = await session.send('DOM.resolveNode', { backendNodeId: backendId })
      await session.send('Runtime.callFunctionOn', {
        ...(object.objectId === undefined ? {} : { objectId: object.objectId }),
        functionDeclaration: 'function () { this.click() }',
      })
    },
  }
}

function assemble(raw: readonly RawNode[]): AccessNode {
  const byId = new Map(raw.map((node) => [node.nodeId, node]))
  const below = (node: RawNode): readonly AccessNode[] =>
    (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id)
      if (child === undefined) return []
      // What is ignored stands for what is in it.
      return child.ignored ? below(child) : [nodeOf(child, below(child))]
    })
  const [root] = raw
  if (root === undefined) throw new Error('The accessibility tree is empty.')
  return nodeOf(root, below(root))
}

/** Returns all nodes of a role below a node, in reading order, with a name where one is given. */
export function all(root: AccessNode, role: string, name?: string | RegExp): readonly AccessNode[] {
  return root.children.flatMap((child) => [
    ...(child.role === role && isNamed(child, name) ? [child] : []),
    ...all(child, role, name),
  ])
}

function isNamed(node: AccessNode, name: string | RegExp | undefined): boolean {
  if (name === undefined) return true
  return typeof name === 'string' ? node.name === name : name.test(node.name)
}

/** Returns the first such node; `null` where there is none. */
export function one(root: AccessNode, role: string, name?: string | RegExp): AccessNode | null {
  return all(root, role, name)[0] ?? null
}

/** Returns what is read of a node from its beginning to its end. */
export function textOf(node: AccessNode): string {
  return all(node, 'StaticText')
    .map(({ name }) => name.trim())
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll(/[\u2066-\u2069\u200B]/g, '')
    .replaceAll(/\s+/g, ' ')
}

/** A cell as it is read: with the headers of its row and its column. */
export interface ReadCell {
  readonly row: string
  readonly column: string
  readonly text: string
}

/** Returns the cells of a table with their headers, as a screen reader pairs them. */
export function cellsOf(table: AccessNode): readonly ReadCell[] {
  const [head, ...rows] = all(table, 'row')
  const columns = all(head ?? table, 'columnheader')
  return rows.flatMap((row) => {
    const places = row.children.filter(({ role }) => /cell|header/.test(role))
    const heading = places.find(({ role }) => role === 'rowheader')
    return places.flatMap((cell, index) => {
      if (cell === heading) return []
      const [rowName, columnName] = [heading?.name ?? '', columns[index]?.name ?? '']
      return [{ row: rowName, column: columnName, text: textOf(cell) }]
    })
  })
}
