import type { CommandContext } from './context.ts'
import { errorText, exitCodeOf, exitCodes } from './exitCodes.ts'
import { parseArguments } from './parseArguments.ts'

/** Does what the arguments ask for, and returns the exit code. What goes wrong is said in a sentence. */
export async function runCommandLine(
  args: readonly string[],
  context: CommandContext,
  version: string,
): Promise<number> {
  const { terminal, environment } = context
  try {
    const task = await parseArguments(args, version)
    return await task(context)
  } catch (error) {
    const exitCode = exitCodeOf(error)
    if (exitCode !== exitCodes.stopped) terminal.note(errorText(error, environment))
    return exitCode
  }
}
