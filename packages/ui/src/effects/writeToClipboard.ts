/**
 * Puts a text into the clipboard and returns whether that was possible: pages without a
 * secure connection have none, and frames may not use it.
 */
export async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
