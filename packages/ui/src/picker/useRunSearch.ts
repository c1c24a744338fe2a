import { useEffect, useMemo, useState } from 'react'
import { loadPatternCompiler, type CompilePattern } from './compilePattern.ts'
import { noMarks, wordMarks, type FindMarks } from './markedParts.ts'
import { patternMatcher, searchedWords, textMatcher, type RunMatcher } from './searchMatcher.ts'

/** Why a search finds every run, although it was meant to find some. */
export type SearchProblem =
  | { readonly kind: 'wrong-expression'; readonly reason: string }
  | { readonly kind: 'unavailable' }

export interface RunSearchResult {
  readonly matches: RunMatcher
  readonly findMarks: FindMarks
  readonly problem: SearchProblem | null
}

type Compiler =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly compile: CompilePattern }
  | { readonly status: 'failed' }

const everything = { matches: (): boolean => true, findMarks: noMarks }

/**
 * Returns what finds the runs of a search. A wrong expression, and one that cannot be read yet,
 * finds every run.
 */
export function useRunSearch(search: string, isRegex: boolean): RunSearchResult {
  const needsCompiler = isRegex && search !== ''
  const compiler = useCompiler(needsCompiler)
  return useMemo(() => {
    if (!needsCompiler) {
      const findMarks = wordMarks(searchedWords(search))
      return { matches: textMatcher(search), findMarks, problem: null }
    }
    return searchByPattern(search, compiler)
  }, [search, needsCompiler, compiler])
}

function searchByPattern(search: string, compiler: Compiler): RunSearchResult {
  if (compiler.status === 'loading') return { ...everything, problem: null }
  if (compiler.status === 'failed') return { ...everything, problem: { kind: 'unavailable' } }
  const compiled = compiler.compile(search)
  if (compiled.kind === 'pattern') {
    const { test, findMarks } = compiled
    return { matches: patternMatcher(test), findMarks, problem: null }
  }
  return { ...everything, problem: { kind: 'wrong-expression', reason: compiled.reason } }
}

function useCompiler(isNeeded: boolean): Compiler {
  const [compiler, setCompiler] = useState<Compiler>({ status: 'loading' })
  const mustLoad = isNeeded && compiler.status === 'loading'
  useEffect(() => {
    if (!mustLoad) return undefined
    let isCurrent = true
    loadPatternCompiler().then(
      (compile) => isCurrent && setCompiler({ status: 'ready', compile }),
      () => isCurrent && setCompiler({ status: 'failed' }),
    )
    return () => {
      isCurrent = false
    }
  }, [mustLoad])
  return compiler
}
