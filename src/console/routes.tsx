import type { QueryClient } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Navigate, Route, Routes as Router, useParams } from 'react-router';
import { ActivityRoot } from './activity/context.tsx';
import type { Call } from './api/client.ts';
import { ImageWatch } from './images/ImageWatch.tsx';
import { firstPageOptions, instanceOptions } from './instances/queries.ts';
import { WatchRoot } from './instances/watch.tsx';
import { instanceWords } from './instances/words.ts';
import { lazily } from './kit/lazily.ts';
import type { LaterPage } from './later-pages.ts';
import { overviewWords } from './overview/words.ts';
import { paths } from './paths.ts';
import { quotasOptions } from './quotas/queries.ts';
import { quotaWords } from './quotas/words.ts';
import { isRegion, lastRegion } from './region.ts';
import { NotFound } from './shell/NotFound.tsx';
import { Shell } from './shell/Shell.tsx';

const later = (name: LaterPage) =>
  lazily(async () => (await import('./later-pages.ts')).laterPages[name]());

/** Every page is a chunk of its own. */
const pages = {
  overview: lazily(
    async () => (await import('./overview/OverviewPage.tsx')).OverviewPage,
    overviewWords,
    quotaWords,
  ),
  instance: lazily(
    async () => (await import('./instances/InstancePage.tsx')).InstancePage,
    instanceWords,
  ),
  instances: lazily(async () => (await import('./instances/InstancesPage.tsx')).InstancesPage),
  vnc: later('vnc'),
  create: later('create'),
  activity: later('activity'),
  audit: later('audit'),
  images: later('images'),
  image: later('image'),
  imageImport: later('imageImport'),
  imageTasks: later('imageTasks'),
  templates: later('templates'),
  template: later('template'),
  templateForm: later('templateForm'),
  templateCompare: later('templateCompare'),
  keypairs: later('keypairs'),
  keypair: later('keypair'),
  instanceTypes: later('instanceTypes'),
  typeCompare: later('typeCompare'),
  quotas: later('quotas'),
};

/** Which page an address leads to, as far as it is known before the router is. */
function pageAt([section, id, tab]: readonly (string | undefined)[]) {
  if (section === 'instances' && tab === 'vnc') return pages.vnc;
  if (section === undefined) return pages.overview;
  if (section === 'instances' && id === undefined) return pages.instances;
  if (section === 'instances' && id === 'create') return pages.create;
  if (section === 'instances') return pages.instance;
  if (section === 'images' && id === undefined) return pages.images;
  if (section === 'images' && id === 'import') return pages.imageImport;
  if (section === 'images' && id === 'tasks') return pages.imageTasks;
  if (section === 'images') return pages.image;
  if (section === 'templates' && id === undefined) return pages.templates;
  if (section === 'templates' && (id === 'create' || tab === 'edit')) return pages.templateForm;
  if (section === 'templates' && id === 'compare') return pages.templateCompare;
  if (section === 'templates') return pages.template;
  if (section === 'keypairs') return id === undefined ? pages.keypairs : pages.keypair;
  if (section === 'instance-types')
    return id === undefined ? pages.instanceTypes : pages.typeCompare;
  if (section === 'quotas') return pages.quotas;
  if (section === 'activity') return pages.activity;
  if (section === 'audit') return pages.audit;
  return undefined;
}

/**
 * Starts everything the first page needs at once: its code, and the reads it will show. Waits for the code
 * alone; the page itself knows how to wait for data.
 */
export async function preload(pathname: string, call: Call, client: QueryClient): Promise<void> {
  const [first, ...rest] = pathname.split('/').filter(Boolean);
  const regionId = first ?? lastRegion();
  const [section, id, tab] = first === undefined ? ['instances'] : rest;
  if (isRegion(regionId) && tab !== 'vnc') {
    // The page of one instance needs that one alone; the whole fleet would be a hundred calls for nothing.
    if (section === undefined || (section === 'instances' && id === undefined)) {
      void client.prefetchQuery(firstPageOptions(call, regionId));
    } else if (section === 'instances' && id !== undefined && id !== 'create') {
      void client.prefetchQuery(instanceOptions(call, regionId, id));
    }
    void client.prefetchQuery(quotasOptions(call, regionId));
  }
  await pageAt([section, id, tab])?.ready();
}

/** A page's code is on its way as soon as a pointer or the focus comes to a link to it. */
function usePreloadedLinks(): void {
  useEffect(() => {
    const come = ({ target }: Event) => {
      const link =
        target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="/"]') : null;
      if (link) pageAt(link.pathname.split('/').slice(2).filter(Boolean))?.preload();
    };
    document.addEventListener('pointerover', come, { passive: true });
    document.addEventListener('focusin', come);
    return () => {
      document.removeEventListener('pointerover', come);
      document.removeEventListener('focusin', come);
    };
  }, []);
}

/** The address tree. */
export function Routes() {
  usePreloadedLinks();
  return (
    <Router>
      <Route index element={<Navigate replace to={paths.instances(lastRegion())} />} />
      {/* A tab of its own, which another page is about to take over: it needs no frame. */}
      <Route path=":region/instances/:instanceId/vnc" element={<VncTab />} />
      <Route path=":region" element={<InRegion />}>
        <Route index element={<pages.overview.component />} />
        <Route path="instances" element={<pages.instances.component />} />
        <Route path="instances/create/:token?" element={<pages.create.component />} />
        <Route path="instances/:instanceId/:tab?" element={<pages.instance.component />} />
        <Route path="images" element={<pages.images.component />} />
        <Route path="images/import" element={<pages.imageImport.component />} />
        <Route path="images/tasks" element={<pages.imageTasks.component />} />
        <Route path="images/:imageId/:tab?" element={<pages.image.component />} />
        <Route path="templates" element={<pages.templates.component />} />
        <Route path="templates/compare" element={<pages.templateCompare.component />} />
        <Route path="templates/create" element={<pages.templateForm.component />} />
        <Route path="templates/:templateId/edit" element={<pages.templateForm.component />} />
        <Route path="templates/:templateId/:tab?" element={<pages.template.component />} />
        <Route path="keypairs" element={<pages.keypairs.component />} />
        <Route path="keypairs/:keyName/:tab?" element={<pages.keypair.component />} />
        <Route path="instance-types" element={<pages.instanceTypes.component />} />
        <Route path="instance-types/compare" element={<pages.typeCompare.component />} />
        <Route path="quotas" element={<pages.quotas.component />} />
        <Route path="activity" element={<pages.activity.component />} />
        <Route path="audit" element={<pages.audit.component />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Router>
  );
}

function VncTab() {
  return (
    <Suspense fallback={null}>
      <pages.vnc.component />
    </Suspense>
  );
}

function InRegion() {
  const { region = '' } = useParams();
  if (!isRegion(region)) {
    return (
      <main style={{ display: 'flex', height: '100dvh' }}>
        <NotFound />
      </main>
    );
  }
  return (
    <ActivityRoot>
      <WatchRoot region={region}>
        <ImageWatch />
        <Shell />
      </WatchRoot>
    </ActivityRoot>
  );
}
