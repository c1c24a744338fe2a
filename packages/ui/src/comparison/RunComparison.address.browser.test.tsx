import '../styles.css'
import { decodeView } from '@runoff/core'
import { memorySource } from '@runoff/sources/memory'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { RunComparison } from './RunComparison.tsx'
import { mixedRuns } from './testdata/generatedRuns.ts'

const source = memorySource({ runs: mixedRuns })
const address = { in: 'hash', key: 'view' } as const
const { href } = location

beforeEach(() => history.replaceState(null, '', '#results'))
afterEach(() => {
  cleanup()
  history.replaceState(null, '', href)
})

const searchBox = (): Promise<HTMLElement> =>
  screen.findByRole('searchbox', { name: 'Search runs' })
const viewInHash = (): string => /^#results&view=(.+)$/u.exec(location.hash)?.[1] ?? ''

it('keeps what is set in the address, where a reload and others find it', async () => {
  render(<RunComparison source={source} address={address} />)
  await userEvent.type(await searchBox(), 'lora')
  await vi.waitFor(() => expect(decodeView(viewInHash()).view.picker.search).toBe('lora'))
  cleanup()
  render(<RunComparison source={source} address={address} />)
  expect(await searchBox()).toHaveValue('lora')
})

it('leaves the address alone where the host does not say that it may have it', async () => {
  const replace = vi.spyOn(history, 'replaceState')
  render(<RunComparison source={source} />)
  await userEvent.type(await searchBox(), 'lora')
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(replace).not.toHaveBeenCalled()
  expect(location.hash).toBe('#results')
  replace.mockRestore()
})
