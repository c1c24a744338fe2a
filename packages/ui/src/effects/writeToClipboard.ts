/** Puts a text into the clipboard and returns whether that was possible: insecure pages have none. */
export async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
