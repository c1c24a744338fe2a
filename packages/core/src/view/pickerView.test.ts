import { describe, expect, it } from 'vitest'
import { completePickerView, defaultPickerView, type PickerView } from './pickerView.ts'

describe('completePickerView', () => {
  it('keeps what can be used, through JSON', () => {
    const view: PickerView = {
      search: 'lora|full',
      isRegex: true,
      status: 'completed',
      sortBy: 'best',
      groupByModel: true,
      collapsedModels: ['Qwen/Qwen3-1.7B'],
      showArchived: true,
      showAll: true,
    }
    expect(completePickerView(JSON.parse(JSON.stringify(view)))).toEqual(view)
  })

  it.each([
    undefined,
    null,
    'completed',
    [],
    { search: 7, isRegex: 'yes', status: 'lost', sortBy: 'toString', collapsedModels: 'a' },
  ])('shows every run, newest first, for %j', (given) => {
    expect(completePickerView(given)).toEqual(defaultPickerView)
  })

  it('folds each model once, and no more than a thousand', () => {
    const collapsedModels = ['a', 'a', null, ...Array.from({ length: 2000 }, (_, i) => `${i}`)]
    const view = completePickerView({ collapsedModels })
    expect(view.collapsedModels.slice(0, 2)).toEqual(['a', '0'])
    expect(view.collapsedModels).toHaveLength(998)
  })
})
