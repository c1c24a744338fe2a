import { Component, type ReactNode } from 'react'

export interface PartBoundaryProps {
  /** What stands in place of a part that crashed; `retry` renders the part anew. */
  readonly fallback: (retry: () => void) => ReactNode
  /** The part is tried anew when this changes. */
  readonly resetKey: unknown
  readonly children: ReactNode
}

interface PartBoundaryState {
  readonly hasCrashed: boolean
}

/** Keeps a crash in one part of the page from taking the rest with it. Renders no element. */
export class PartBoundary extends Component<PartBoundaryProps, PartBoundaryState> {
  override state: PartBoundaryState = { hasCrashed: false }

  static getDerivedStateFromError(): PartBoundaryState {
    return { hasCrashed: true }
  }

  override componentDidUpdate(before: PartBoundaryProps): void {
    if (this.state.hasCrashed && before.resetKey !== this.props.resetKey) this.retry()
  }

  readonly retry = (): void => {
    this.setState({ hasCrashed: false })
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? this.props.fallback(this.retry) : this.props.children
  }
}
