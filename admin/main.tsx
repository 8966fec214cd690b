import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import './console.css'
import { consoleQueries, Providers } from './providers'
import { consoleRouter } from './routes'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <Providers queries={consoleQueries()}>
      <RouterProvider router={consoleRouter()} />
    </Providers>
  </StrictMode>,
)
