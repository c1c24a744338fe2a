/** The version of this package, as it is written into what is exported. */
export const version = '0.0.0'
