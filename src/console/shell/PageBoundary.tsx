import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../kit/EmptyState.tsx';
import { useWords } from '../words/language.tsx';

interface PageBoundaryProps {
  /** Where we are; going elsewhere is a fresh try. */
  at: string;
  children: ReactNode;
}

interface PageBoundaryState {
  at: string;
  error?: unknown;
}

/** Keeps the frame of the console alive when a page breaks or its code cannot be fetched. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { at: this.props.at };

  static getDerivedStateFromError(error: unknown): Partial<PageBoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps(props: PageBoundaryProps, state: PageBoundaryState) {
    return props.at === state.at ? null : { at: props.at, error: undefined };
  }

  override render() {
    return this.state.error === undefined ? (
      this.props.children
    ) : (
      <Broken error={this.state.error} />
    );
  }
}

/** Browsers differ in the words for a chunk that did not come; all of them speak of a module. */
const isMissingChunk = (error: unknown) =>
  error instanceof TypeError && /module|import/i.test(error.message);

function Broken({ error }: { error: unknown }) {
  const { shell } = useWords();
  const missing = isMissingChunk(error);
  return (
    <div role="alert" style={{ display: 'flex', flex: 1 }}>
      <EmptyState
        page
        title={missing ? shell.outdated : shell.crashed}
        actions={
          <Button variant="filled" size="md" onClick={() => location.reload()}>
            {shell.reload}
          </Button>
        }
      >
        {missing ? shell.outdatedHint : shell.crashedHint}
        {!missing && error instanceof Error && <p className="mono">{error.message}</p>}
      </EmptyState>
    </div>
  );
}
