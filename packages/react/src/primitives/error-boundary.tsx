import type { ComponentType, ReactNode } from 'react';
import { Component } from 'react';

export interface ErrorBoundaryProps {
  onError: (error: Error) => void;
  /** Shown in place of what broke; `onRetry` draws it anew. */
  Fallback: ComponentType<{ onRetry: () => void }>;
  children: ReactNode;
}

/** Keeps what breaks inside from taking what is around it along. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: Error): void {
    this.props.onError(error);
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    const { Fallback } = this.props;
    return <Fallback onRetry={() => this.setState({ hasFailed: false })} />;
  }
}
