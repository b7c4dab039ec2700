import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import * as z from 'zod/mini';
import { createCall, type Transport } from './api/client.ts';
import { CallProvider, GateProvider, useSession } from './api/context.tsx';
import { createGate } from './api/gate.ts';
import { createQueryClient } from './api/query-client.ts';
import type { Boot } from './boot.ts';
import { BootProvider } from './boot-context.tsx';
import { WayGuard } from './kit/way-guard.tsx';
import { preferRegion } from './region.ts';
import { preload, Routes } from './routes.tsx';
import { SignInGate } from './sign-in/SignInGate.tsx';
import { Theme } from './theme/Theme.tsx';
import { initialLanguage, LanguageProvider, loadWords } from './words/language.tsx';

interface MountOptions {
  boot: Boot;
  transport: Transport;
  /** Of the page, such as `https://console.example`. */
  origin: string;
}

/**
 * Shows the console in `root`. The first request leaves while code and words are still loading.
 * @returns what takes it away again
 */
export async function mount(root: HTMLElement, options: MountOptions): Promise<() => void> {
  // zod would otherwise try to compile its parsers, which the content security policy forbids and reports.
  z.config({ jitless: true });
  const { boot, transport, origin } = options;
  preferRegion(boot.session?.region);
  const gate = createGate(boot.session);
  // Back, after signing out or another account's turn: what the browser has kept of the page is not to be seen again.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  const call = createCall(boot.signIn === 'none' ? transport : gate.through(transport), origin);
  const client = createQueryClient();
  const language = initialLanguage();
  const [words] = await Promise.all([
    loadWords(language),
    preload(location.pathname, call, client),
  ]);
  const shown = createRoot(root);
  shown.render(
    <StrictMode>
      <GateProvider value={gate}>
        <BootProvider value={boot}>
          <QueryClientProvider client={client}>
            <CallProvider value={call}>
              <LanguageProvider language={language} words={words}>
                <Theme>
                  <BrowserRouter>
                    <WayGuard>
                      <OwnRoutes />
                      <SignInGate />
                    </WayGuard>
                  </BrowserRouter>
                </Theme>
              </LanguageProvider>
            </CallProvider>
          </QueryClientProvider>
        </BootProvider>
      </GateProvider>
    </StrictMode>,
  );
  return () => shown.unmount();
}

/** What a page keeps belongs to whoever is signed in. They are not known before they are, so it begins again then. */
function OwnRoutes() {
  return <Routes key={useSession()?.who} />;
}
