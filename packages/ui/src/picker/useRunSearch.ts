import { useEffect, useMemo, useState } from 'react'
import { loadPatternCompiler, type CompilePattern } from './compilePattern.ts'
import { patternMatcher, textMatcher, type RunMatcher } from './searchMatcher.ts'

/** Why a search finds every run, although it was meant to find some. */
export type SearchProblem =
  | { readonly kind: 'wrong-expression'; readonly reason: string }
  | { readonly kind: 'unavailable' }

export interface RunSearchResult {
  readonly matches: RunMatcher
  readonly problem: SearchProblem | null
}

type Compiler =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly compile: CompilePattern }
  | { readonly status: 'failed' }

const everyRun: RunMatcher = () => true

/**
 * Returns what finds the runs of a search. A wrong expression, and one that cannot be read yet,
 * finds every run.
 */
export function useRunSearch(search: string, isRegex: boolean): RunSearchResult {
  const needsCompiler = isRegex && search !== ''
  const compiler = useCompiler(needsCompiler)
  return useMemo(() => {
    if (!needsCompiler) return { matches: textMatcher(search), problem: null }
    return searchByPattern(search, compiler)
  }, [search, needsCompiler, compiler])
}

function searchByPattern(search: string, compiler: Compiler): RunSearchResult {
  if (compiler.status === 'loading') return { matches: everyRun, problem: null }
  if (compiler.status === 'failed') return { matches: everyRun, problem: { kind: 'unavailable' } }
  const compiled = compiler.compile(search)
  if (compiled.kind === 'pattern') return { matches: patternMatcher(compiled.test), problem: null }
  return { matches: everyRun, problem: { kind: 'wrong-expression', reason: compiled.reason } }
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
