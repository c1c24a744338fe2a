import { englishFormatters, germanFormatters } from '../../testdata/formatters.ts'
import type { ChartWords } from '../chartWords.ts'
import { chartMessages } from '../messages.ts'

export const englishWords: ChartWords = { messages: chartMessages, formatters: englishFormatters }

/** English words with numbers in the marks of German. */
export const germanWords: ChartWords = { messages: chartMessages, formatters: germanFormatters }
