import { expect, it } from 'vitest'
import { createBackdrop } from './backdrop.ts'

const red = (alpha: number): number => ((alpha << 24) | 0x0000ff) >>> 0
const listOf = (pixels: Uint32Array): number[] => [...pixels]

it('gives a picture back as it was kept, and with a share of its opacity', () => {
  const backdrop = createBackdrop()
  backdrop.keep(Uint32Array.of(red(255), 0, red(100)))
  expect(listOf(backdrop.at(1))).toEqual([red(255), 0, red(100)])
  expect(listOf(backdrop.at(0.2))).toEqual([red(51), 0, red(20)])
  expect(listOf(backdrop.at(0.5))).toEqual([red(128), 0, red(50)])
  expect(listOf(backdrop.at(1))).toEqual([red(255), 0, red(100)])
})

it('forgets what it kept before, of whatever size', () => {
  const backdrop = createBackdrop()
  backdrop.keep(Uint32Array.of(red(255), red(255)))
  backdrop.at(0.5)
  backdrop.keep(Uint32Array.of(red(10), red(200)))
  expect(listOf(backdrop.at(0.5))).toEqual([red(5), red(100)])
  backdrop.keep(Uint32Array.of(red(8)))
  expect(listOf(backdrop.at(0.5))).toEqual([red(4)])
})

it('does not change what it was given', () => {
  const pixels = Uint32Array.of(red(255))
  const backdrop = createBackdrop()
  backdrop.keep(pixels)
  pixels[0] = 0
  expect(listOf(backdrop.at(1))).toEqual([red(255)])
})
