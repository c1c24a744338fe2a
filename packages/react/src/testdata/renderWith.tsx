import { StrictMode, type ReactElement, type ReactNode } from 'react'
import { act, renderHook, type RenderHookResult } from '@testing-library/react'
import { vi } from 'vitest'
import type { RunSource } from '@runoff/sources'
import { RunoffProvider, type RunoffProviderProps } from '../provider/RunoffProvider.tsx'

export interface RenderWithOptions<Props> extends Omit<RunoffProviderProps, 'source' | 'children'> {
  readonly initialProps?: Props & {}
  readonly isStrict?: boolean
}

/** Renders a hook under a provider with this source; needs fake timers. */
export function renderWith<Result, Props>(
  source: RunSource,
  hook: (props: Props) => Result,
  { initialProps, isStrict = false, ...provider }: RenderWithOptions<Props> = {},
): RenderHookResult<Result, Props> {
  const wrapper = ({ children }: { readonly children: ReactNode }): ReactElement => {
    const tree = (
      <RunoffProvider source={source} {...provider}>
        {children}
      </RunoffProvider>
    )
    return isStrict ? <StrictMode>{tree}</StrictMode> : tree
  }
  return renderHook<Result, Props>(hook, {
    wrapper,
    ...(initialProps === undefined ? {} : { initialProps }),
  })
}

/** Lets time pass, a little more than `ms`, and everything that happens in it be rendered. */
export async function pass(ms = 10): Promise<void> {
  const stepMs = Math.ceil(ms / 100)
  const steps = Array.from({ length: ms === 0 ? 0 : Math.ceil(ms / stepMs) }, () => stepMs)
  // React 18 renders what happened in an act only at its end, and one thing leads to another.
  for (const step of [...steps, 0, 1, 1, 1, 1]) {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(step)
    })
  }
}
