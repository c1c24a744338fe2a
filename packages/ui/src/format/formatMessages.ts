/** Words within formatted values. */
export interface FormatMessages {
  /** The months from January to December, as short as they are written in a date. */
  readonly months: readonly string[]
  /** A month and a day: 'Nov 21'. */
  readonly monthDay: (month: string, day: number) => string
}

export const formatMessages: FormatMessages = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  monthDay: (month, day) => `${month} ${day}`,
}
