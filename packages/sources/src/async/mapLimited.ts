/** Maps a list by work that takes time, at most `limit` of it at once; results keep the order. */
export async function mapLimited<T, R>(
  members: readonly T[],
  limit: number,
  work: (member: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = []
  const waiting = members.entries()
  const worker = async (): Promise<void> => {
    for (const [i, member] of waiting) results[i] = await work(member)
  }
  await Promise.all(Array.from({ length: Math.min(limit, members.length) }, worker))
  return results
}
