import { createBrowserRouter, redirect } from 'react-router'

import { SkeletonLines } from '#ui/empty-state.tsx'

import { ErrorPage, NotFoundPage } from './error-page.tsx'
import { Layout } from './layout.tsx'
import { withViews } from './with-views.tsx'

/** Every page on one screen, each loaded when it is first opened. */
export const router = createBrowserRouter([
  {
    Component: Layout,
    // While the first page's own script is on its way. The frame around it is there at once.
    HydrateFallback: Layout,
    children: [
      {
        ErrorBoundary: ErrorPage,
        HydrateFallback: SkeletonLines,
        children: [
          { index: true, loader: () => redirect('/overview') },
          {
            path: 'overview',
            lazy: () => import('#features/overview/overview-page.tsx'),
          },
          withViews('identities', {
            path: 'identities',
            lazy: () => import('#features/identities/identities-page.tsx'),
          }),
          {
            path: 'identities/:id',
            lazy: () => import('#features/identities/identity-page.tsx'),
            children: [
              {
                ErrorBoundary: ErrorPage,
                children: [
                  {
                    lazy: () => import('#features/accounts/identity-accounts-tab.tsx'),
                    children: [
                      { index: true },
                      {
                        path: 'accounts/:accountId',
                        lazy: () => import('#features/accounts/panel/account-panel.tsx'),
                      },
                    ],
                  },
                  {
                    path: 'attributes',
                    lazy: () => import('#features/identities/identity-attributes-tab.tsx'),
                  },
                ],
              },
            ],
          },
          withViews('accounts', {
            path: 'accounts',
            lazy: () => import('#features/accounts/accounts-page.tsx'),
            children: [
              {
                path: ':accountId',
                lazy: () => import('#features/accounts/panel/account-panel.tsx'),
              },
            ],
          }),
          {
            path: 'accounts/compare',
            lazy: () => import('#features/accounts/panel/compare-page.tsx'),
          },
          {
            path: 'uncorrelated',
            lazy: () => import('#features/uncorrelated/uncorrelated-page.tsx'),
          },
          {
            path: 'sources',
            lazy: () => import('#features/sources/sources-page.tsx'),
          },
          {
            path: 'sources/:id',
            lazy: () => import('#features/sources/source-page.tsx'),
          },
          {
            path: 'tasks',
            lazy: () => import('#features/tasks/tasks-page.tsx'),
            children: [{ path: ':taskId', lazy: () => import('#features/tasks/task-panel.tsx') }],
          },
          {
            path: 'runs',
            lazy: () => import('#features/runs/runs-page.tsx'),
          },
          {
            path: 'runs/plans/:id',
            lazy: () => import('#features/runs/plan-page.tsx'),
          },
          {
            path: 'runs/:id',
            lazy: () => import('#features/runs/run-page.tsx'),
          },
          {
            path: 'audit',
            lazy: () => import('#features/runs/audit-page.tsx'),
          },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
])
