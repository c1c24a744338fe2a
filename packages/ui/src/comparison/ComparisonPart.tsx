import { Component, type ReactNode } from 'react'
import { PartFailure } from './PartFailure.tsx'

export interface ComparisonPartProps {
  /** What the part is called if it has to be said that it crashed. */
  readonly name: string
  /** A part that crashed is tried anew when this changes. */
  readonly resetKey: unknown
  readonly children: ReactNode
}

interface ComparisonPartState {
  readonly hasCrashed: boolean
}

/** A part whose crash leaves a sentence and the rest of the page. Renders no element around it. */
export class ComparisonPart extends Component<ComparisonPartProps, ComparisonPartState> {
  override state: ComparisonPartState = { hasCrashed: false }

  static getDerivedStateFromError(): ComparisonPartState {
    return { hasCrashed: true }
  }

  override componentDidUpdate(before: ComparisonPartProps): void {
    if (this.state.hasCrashed && before.resetKey !== this.props.resetKey) this.retry()
  }

  readonly retry = (): void => {
    this.setState({ hasCrashed: false })
  }

  override render(): ReactNode {
    const { name, children } = this.props
    return this.state.hasCrashed ? <PartFailure name={name} onRetry={this.retry} /> : children
  }
}
