import { Comparison } from '../Comparison'

export default function Page() {
  return <Comparison />
}
