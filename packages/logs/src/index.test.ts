import { expect, it } from 'vitest'
import * as logs from './index.ts'

it('exports exactly what is documented', () => {
  expect(Object.keys(logs).toSorted()).toEqual(['createLogParser', 'parseLog'])
})
