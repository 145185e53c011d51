import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import './app/theme.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'

import { onFailure, queryClient } from '#api/query-client.ts'

import { opening } from './app/opening.ts'
import { router } from './app/router.tsx'
import { tellFailure } from './app/tell-failure.ts'

onFailure(tellFailure)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element #root')

void opening().then(() => {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
})
