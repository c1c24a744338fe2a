import { isEqual } from '../runs/shareRuns.ts'
import { useShared } from '../stable/useShared.ts'

/**
 * Returns the plain data of the render before where it says the same, however it is written: runs,
 * options, names. What is neither data nor the very same object is taken for another.
 */
export function useSharedData<Data>(data: Data): Data {
  return useShared(data, shareData)
}

function shareData<Data>(held: Data, data: Data): Data {
  return isEqual(held, data) ? held : data
}
