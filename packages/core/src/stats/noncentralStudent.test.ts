import { describe, expect, it } from 'vitest'
import { noncentralStudentCdf } from './noncentralStudent.ts'
import { normalCdf } from './normal.ts'
import { studentTwoSidedP } from './student.ts'
import { near } from './testdata/near.ts'

describe('noncentralStudentCdf', () => {
  it("is Student's t without a shift", () => {
    expect(noncentralStudentCdf(2, 5, 0)).toEqual(near(1 - studentTwoSidedP(2, 5) / 2, 1e-9))
  })

  it('is the chance of a normal number below minus the shift at 0, whatever the spread', () => {
    for (const df of [1, 4.7, 300]) {
      expect(noncentralStudentCdf(0, df, 1.5)).toEqual(near(normalCdf(-1.5), 1e-12))
    }
  })

  it('mirrors', () => {
    const sum = noncentralStudentCdf(3, 4, 2) + noncentralStudentCdf(-3, 4, -2)
    expect(sum).toEqual(near(1, 1e-10))
  })

  it('keeps up with large shifts, which make a narrow step', () => {
    // scipy.integrate.quad of chi.pdf(s √df, df) √df norm.cdf(t s - shift)
    expect(noncentralStudentCdf(100, 2, 120)).toEqual(near(0.2369722940105358, 1e-8))
  })
})
