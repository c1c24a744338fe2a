// An entry of its own, so that who only wants the best run does not load these.
//
// They are our own because no published package is exact enough: jStat 1.9.6 has 7 digits of a t test's
// p and 2 of a studentised range on two degrees of freedom. The tests hold them to scipy's values.
export { chiSquareUpperP } from './chiSquare.ts'
export { noncentralStudentCdf } from './noncentralStudent.ts'
export { normalCdf, normalQuantile } from './normal.ts'
export { studentQuantile, studentTwoSidedP } from './student.ts'
export { studentizedRangeQuantile, studentizedRangeUpperP } from './studentizedRange.ts'
