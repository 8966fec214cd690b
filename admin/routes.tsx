import { lazy } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { SignInPage } from './pages/sign-in/SignInPage'
import { ConsoleLayout } from './shell/ConsoleLayout'
import { ForRoles } from './shell/ForRoles'
import { PageBroken } from './shell/PageBroken'
import { PageMissing } from './shell/PageMissing'

// Each page comes when it is opened: the map and the charts weigh more than all the rest.
const OverviewPage = lazy(() =>
  import('./pages/overview/OverviewPage').then((file) => ({ default: file.OverviewPage })),
)
const FencesPage = lazy(() =>
  import('./pages/fences/FencesPage').then((file) => ({ default: file.FencesPage })),
)
const ApplicationsPage = lazy(() =>
  import('./pages/promoters/ApplicationsPage').then((file) => ({ default: file.ApplicationsPage })),
)
const CodesPage = lazy(() =>
  import('./pages/codes/CodesPage').then((file) => ({ default: file.CodesPage })),
)
const MembersPage = lazy(() =>
  import('./pages/members/MembersPage').then((file) => ({ default: file.MembersPage })),
)
const RecruitmentsPage = lazy(() =>
  import('./pages/recruitment/RecruitmentsPage').then((file) => ({
    default: file.RecruitmentsPage,
  })),
)
const AuditPage = lazy(() =>
  import('./pages/audit/AuditPage').then((file) => ({ default: file.AuditPage })),
)

const PAGES: RouteObject[] = [
  {
    index: true,
    element: (
      <ForRoles action="overview.read">
        <OverviewPage />
      </ForRoles>
    ),
  },
  {
    path: 'fences',
    element: (
      <ForRoles action="fences.list">
        <FencesPage />
      </ForRoles>
    ),
  },
  {
    path: 'promoters',
    element: (
      <ForRoles action="promoters.applications">
        <ApplicationsPage />
      </ForRoles>
    ),
  },
  {
    path: 'codes',
    element: (
      <ForRoles action="codes.list">
        <CodesPage />
      </ForRoles>
    ),
  },
  {
    path: 'members',
    element: (
      <ForRoles action="members.list">
        <MembersPage />
      </ForRoles>
    ),
  },
  {
    path: 'recruitments',
    element: (
      <ForRoles action="recruitment.list">
        <RecruitmentsPage />
      </ForRoles>
    ),
  },
  {
    path: 'audit',
    element: (
      <ForRoles action="audit.list">
        <AuditPage />
      </ForRoles>
    ),
  },
  { path: '*', element: <PageMissing /> },
]

export const ROUTES: RouteObject[] = [
  { path: '/sign-in', element: <SignInPage />, errorElement: <PageBroken /> },
  {
    path: '/',
    element: <ConsoleLayout />,
    errorElement: <PageBroken />,
    children: [{ errorElement: <PageBroken />, children: PAGES }],
  },
]

export function consoleRouter() {
  return createBrowserRouter(ROUTES, { basename: '/console' })
}
