import { Suspense, useEffect } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useBoot } from '../boot-context.tsx';
import { ScopeProvider } from '../kit/scope.tsx';
import { rememberRegion, useRegion } from '../region.ts';
import { useWords } from '../words/language.tsx';
import { Navigation } from './Navigation.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import classes from './Shell.module.css';
import { TopBar } from './TopBar.tsx';

/** The frame around every page: navigation, top bar, and the stripe that says this cloud is not real. */
export function Shell() {
  const { shell } = useWords();
  const { cloud } = useBoot();
  const region = useRegion();
  const { pathname } = useLocation();
  useEffect(() => rememberRegion(region), [region]);
  return (
    <ScopeProvider>
      <div className={classes.frame}>
        <a href="#content" className={classes.skip}>
          {shell.skip}
        </a>
        <div className={classes.stripe} data-simulator={cloud === 'simulator' || undefined} />
        <Navigation region={region} />
        <TopBar region={region} />
        <main id="content" tabIndex={-1} className={classes.main}>
          <PageBoundary at={pathname}>
            <Suspense fallback={null}>
              <Outlet />
            </Suspense>
          </PageBoundary>
        </main>
      </div>
    </ScopeProvider>
  );
}
