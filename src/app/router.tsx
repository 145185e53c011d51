import { createBrowserRouter, redirect } from 'react-router'

import * as accountsPage from '#features/accounts/accounts-page.tsx'
import { patientImport as page } from '#lib/patient-import.ts'
import { PageSkeleton } from '#ui/empty-state.tsx'

import { ErrorPage, NotFoundPage } from './error-page.tsx'
import { Layout } from './layout.tsx'
import { withViews } from './with-views.tsx'

/** Every page on one screen, each loaded when it is first opened; the accounts come with the frame. */
export const router = createBrowserRouter([
  {
    Component: Layout,
    // While the first page's own script is on its way. The frame around it is there at once.
    HydrateFallback: Layout,
    children: [
      {
        ErrorBoundary: ErrorPage,
        HydrateFallback: PageSkeleton,
        children: [
          { index: true, loader: () => redirect('/overview') },
          {
            path: 'overview',
            lazy: () => page(() => import('#features/overview/overview-page.tsx')),
          },
          withViews('identities', {
            path: 'identities',
            lazy: () => page(() => import('#features/identities/identities-page.tsx')),
          }),
          {
            path: 'identities/:id',
            lazy: () => page(() => import('#features/identities/identity-page.tsx')),
            children: [
              {
                ErrorBoundary: ErrorPage,
                children: [
                  {
                    lazy: () => page(() => import('#features/accounts/identity-accounts-tab.tsx')),
                    children: [
                      { index: true },
                      {
                        path: 'accounts/:accountId',
                        lazy: () =>
                          page(() => import('#features/accounts/panel/account-panel.tsx')),
                      },
                    ],
                  },
                  {
                    path: 'attributes',
                    lazy: () =>
                      page(() => import('#features/identities/identity-attributes-tab.tsx')),
                  },
                  {
                    path: 'activity',
                    lazy: () =>
                      page(() => import('#features/identities/identity-activity-tab.tsx')),
                  },
                ],
              },
            ],
          },
          withViews('accounts', {
            path: 'accounts',
            ...accountsPage,
            children: [
              {
                path: ':accountId',
                lazy: () => page(() => import('#features/accounts/panel/account-panel.tsx')),
              },
            ],
          }),
          {
            path: 'accounts/compare',
            lazy: () => page(() => import('#features/accounts/panel/compare-page.tsx')),
          },
          {
            path: 'uncorrelated',
            lazy: () => page(() => import('#features/uncorrelated/uncorrelated-page.tsx')),
          },
          {
            path: 'sources',
            lazy: () => page(() => import('#features/sources/sources-page.tsx')),
          },
          {
            path: 'sources/:id',
            lazy: () => page(() => import('#features/sources/source-page.tsx')),
          },
          {
            path: 'sources/:id/new-account',
            lazy: () => page(() => import('#features/accounts/create/create-page.tsx')),
          },
          {
            path: 'tasks',
            lazy: () => page(() => import('#features/tasks/tasks-page.tsx')),
            children: [
              { path: ':taskId', lazy: () => page(() => import('#features/tasks/task-panel.tsx')) },
            ],
          },
          {
            path: 'runs',
            lazy: () => page(() => import('#features/runs/runs-page.tsx')),
          },
          {
            path: 'runs/plans/:id',
            lazy: () => page(() => import('#features/runs/plan-page.tsx')),
          },
          {
            path: 'runs/:id',
            lazy: () => page(() => import('#features/runs/run-page.tsx')),
          },
          {
            path: 'audit',
            lazy: () => page(() => import('#features/runs/audit-page.tsx')),
          },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
])
