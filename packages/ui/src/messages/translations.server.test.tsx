import { memorySource } from '@runoff/sources/memory'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RunComparison } from '../comparison/RunComparison.tsx'
import { fiveRuns } from '../comparison/testdata/generatedRuns.ts'
import { germanMessages } from './de/index.ts'
import { englishMessages, type Messages } from './messages.ts'
import { englishWordsIn } from './testdata/englishWords.ts'
import { chineseMessages } from './zh/index.ts'

const source = memorySource({ runs: fiveRuns })

/** What is read and heard of a page: its text, and the attributes that assistive technology says. */
function wordsOf(messages: Messages): string {
  const html = renderToString(<RunComparison source={source} messages={messages} />)
  const said = html.matchAll(/ (?:aria-label|title|placeholder|alt)="([^"]*)"/g)
  return [html.replaceAll(/<[^>]*>/g, ' '), ...Array.from(said, ([, text]) => text)].join(' ')
}

describe('a page that a server renders in another language', () => {
  it('has no English word in it', () => {
    expect(englishWordsIn(wordsOf(germanMessages))).toEqual([])
    expect(englishWordsIn(wordsOf(chineseMessages))).toEqual([])
    expect(englishWordsIn(wordsOf(englishMessages))).not.toEqual([])
  })

  it('says there what is on its way', () => {
    expect(wordsOf(germanMessages)).toContain('Läufe werden geladen')
    expect(wordsOf(chineseMessages)).toContain('正在加载运行')
  })
})
