import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { DocsTable } from './DocsTable.tsx'

/** The keys of the page and of its charts, in the words of the language. Renders tables. */
export function KeyTable(): ReactNode {
  const { comparison, charts } = useMessages()
  const groups = [...comparison.keyGroups, { title: comparison.chartKeys, keys: charts.keyList }]
  return groups.map(({ title, keys }) => (
    <DocsTable
      key={title}
      label={title}
      columns={['What it does']}
      rows={keys.map(({ keys: names, action }) => ({
        key: action,
        name: names.map((name) => (
          <kbd key={name} style={{ marginInlineEnd: '0.5em' }}>
            {name}
          </kbd>
        )),
        cells: [action],
      }))}
    />
  ))
}
