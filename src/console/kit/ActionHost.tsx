import {
  Component,
  createContext,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { useLocation } from 'react-router';
import { useWords } from '../words/language.tsx';
import { type Action, type ActionTools, useWhyNot } from './action.ts';
import classes from './ActionHost.module.css';
import { copyText } from './copy.ts';

/**
 * Carries out an action: at once when it can, with its dialog when it asks something.
 * @param onStarted called when the work has begun, so that a selection can be cleared.
 */
type OpenAction = <T>(action: Action<T>, items: T[], onStarted?: () => void) => void;

const OpenActionContext = createContext<OpenAction | undefined>(undefined);

interface ActionHostProps {
  send: ActionTools['send'];
  children: ReactNode;
}

/** Where the dialogs of actions live, above whatever page asked for them: a page may go while its dialog stays. */
export function ActionHost({ send, children }: ActionHostProps) {
  const [dialog, setDialog] = useState<ReactNode>(null);
  const [said, setSaid] = useState('');
  // Every address begins with the region, and what is on screen is of that region.
  const region = useLocation().pathname.split('/')[1] ?? '';
  const words = useWords();
  const whyNot = useWhyNot();
  const tools = useMemo<ActionTools>(
    () => ({
      send,
      copy: async (text) => {
        try {
          await copyText(text);
          setSaid(words.actions.copied(text));
        } catch {
          setSaid(words.actions.notCopied);
        }
      },
    }),
    [send, words],
  );
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => setSaid(''), 2500);
    return () => clearTimeout(timer);
  }, [said]);
  const open = useCallback<OpenAction>(
    (action, items, onStarted = () => undefined) => {
      const [only, ...others] = items;
      if (only === undefined) return;
      if (action.run && (others.length === 0 || !action.dialog)) {
        if (whyNot(action, only) !== undefined) return;
        void action.run(only, tools, region);
        onStarted();
        return;
      }
      const Dialog = action.dialog;
      if (!Dialog) return;
      const onClose = () => setDialog(null);
      setDialog(
        <Dialog
          items={[only, ...others]}
          region={region}
          onClose={onClose}
          onStarted={onStarted}
          onDone={() => {
            onStarted();
            onClose();
          }}
        />,
      );
    },
    [region, tools, whyNot],
  );
  return (
    <OpenActionContext.Provider value={open}>
      {children}
      <p role="status" className={classes.said}>
        {said && <span>{said}</span>}
      </p>
      <DialogBoundary key={dialog === null ? 'none' : 'open'}>
        <Suspense fallback={null}>{dialog}</Suspense>
      </DialogBoundary>
    </OpenActionContext.Provider>
  );
}

/** A dialog whose chunk cannot be fetched must not take the page behind it away. */
class DialogBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <DialogFailed /> : this.props.children;
  }
}

function DialogFailed() {
  const words = useWords();
  return (
    <p role="alert" className="dialog-failed">
      {words.actions.notLoaded}{' '}
      <button type="button" onClick={() => location.reload()}>
        {words.actions.reload}
      </button>
    </p>
  );
}

/** Carries out actions; rows, headers, bulk bars and the palette all call it. */
export function useOpenAction(): OpenAction {
  const open = useContext(OpenActionContext);
  if (!open) throw new Error('useOpenAction needs an ActionHost above it');
  return open;
}
