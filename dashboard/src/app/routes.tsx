import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { AppShell } from './AppShell';
import { Crash } from './Crash';
import { NotFoundPage } from './NotFoundPage';
import { pages, type Page } from './pages';
import { PageFrame } from './PageFrame';

function route(page: Page): RouteObject {
  return {
    ...(page.path === '' ? { index: true } : { path: page.path }),
    ErrorBoundary: Crash,
    lazy: async () => {
      const Content: ComponentType = await page.load();
      return { Component: () => <PageFrame page={page} content={Content} /> };
    },
  };
}

export function routes(): RouteObject[] {
  return [
    {
      path: '/',
      Component: AppShell,
      HydrateFallback: () => null,
      ErrorBoundary: Crash,
      children: [...pages.map(route), { path: '*', Component: NotFoundPage }],
    },
  ];
}

export function newRouter() {
  return createBrowserRouter(routes());
}
