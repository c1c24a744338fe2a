/** Names, signs and units, and the names of columns in files that scripts read. */
const everywhere =
  'runoff utc markdown latex csv json lora r rho xi p n ' +
  'run run_id metric step step_unit epoch time_ms value'

/** Words that are the same in another language, in lower case. */
const loanWords = {
  German: new Set(
    (
      `${everywhere} loss t e band linear log symlog median gpus scheduler seed seeds parameter ` +
      'link status score scores evaluation checkpoint s min h d samples tokens tab esc'
    ).split(' '),
  ),
  Chinese: new Set(everywhere.split(' ')),
} as const

/** Whether a text says nothing that the language has another word for. */
export function isLoan(text: string, language: keyof typeof loanWords): boolean {
  const words = text.toLowerCase().match(/[\p{L}_]+/gu) ?? []
  return words.every((word) => loanWords[language].has(word))
}
