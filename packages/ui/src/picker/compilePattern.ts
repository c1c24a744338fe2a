import type { FindMarks, Mark } from './markedParts.ts'

/** A regular expression that is ready to be used, or why the text is none. */
export type CompiledPattern =
  | {
      readonly kind: 'pattern'
      readonly test: (text: string) => boolean
      readonly findMarks: FindMarks
    }
  | { readonly kind: 'wrong'; readonly reason: string }

export type CompilePattern = (source: string) => CompiledPattern

/**
 * Returns a compiler for regular expressions in RE2's syntax, which ignore case and whose time
 * grows with the text alone, whatever a person or a link wrote. Loaded when it is first needed,
 * because it is larger than the rest of the list.
 */
export async function loadPatternCompiler(): Promise<CompilePattern> {
  const { RE2JS, RE2JSSyntaxException } = await import('re2js')
  return (source) => {
    try {
      const compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE)
      return {
        kind: 'pattern',
        test: (text) => compiled.test(text),
        findMarks: (text) => matchesOf(compiled.matcher(text)),
      }
    } catch (error) {
      if (error instanceof RE2JSSyntaxException) return { kind: 'wrong', reason: error.error }
      return { kind: 'wrong', reason: error instanceof Error ? error.message : String(error) }
    }
  }
}

/** What a matcher of RE2 is asked for here. */
interface Matcher {
  find: () => boolean
  start: () => number
  end: () => number
}

function matchesOf(matcher: Matcher): readonly Mark[] {
  const marks: Mark[] = []
  while (matcher.find()) marks.push([matcher.start(), matcher.end()])
  return marks
}
