import type { ReactNode } from 'react'
import { createFormatters } from '../format/formatters.ts'
import { germanMessages } from '../messages/de/index.ts'
import { englishMessages, type Messages } from '../messages/messages.ts'
import { chineseMessages } from '../messages/zh/index.ts'
import { DocsTable } from './DocsTable.tsx'

const languages: readonly (readonly [lang: string, name: string, messages: Messages])[] = [
  ['en', 'English', englishMessages],
  ['de', 'Deutsch', germanMessages],
  ['zh-Hans', '中文', chineseMessages],
]

/** Some sentences as each catalogue says them, one for each kind of entry. */
const samples: readonly (readonly [kind: string, say: (messages: Messages) => string])[] = [
  ['a name', ({ recommendation }) => recommendation.region],
  ['a list', ({ comparison }) => comparison.keyGroups.map(({ title }) => title).join(', ')],
  [
    'a sentence about counts',
    ({ comparison, format }) =>
      comparison.missingValues(1, 4821, 'eval loss', createFormatters(format).count),
  ],
  ['words of one run', ({ comparison }) => comparison.stoppedAtStep('lr-3e-3', '812', '2000')],
  ['a number', ({ format }) => createFormatters(format).metric(0.234512)],
]

/** The same in every language that comes with the package. Renders a table. */
export function LanguageTable(): ReactNode {
  return (
    <DocsTable
      label="Entry"
      columns={languages.map(([lang, name]) => (
        <span key={lang} lang={lang}>
          {name}
        </span>
      ))}
      rows={samples.map(([kind, say]) => ({
        key: kind,
        name: kind,
        cells: languages.map(([lang, , messages]) => (
          <span key={lang} lang={lang}>
            {say(messages)}
          </span>
        )),
      }))}
    />
  )
}
