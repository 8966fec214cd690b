import { createBrowserRouter, type RouteObject } from 'react-router'
import {
  ApplicationsPage,
  AuditPage,
  CodesPage,
  FencesPage,
  MembersPage,
  OverviewPage,
  RecruitmentsPage,
} from './pages/lazy-pages'
import { SignInPage } from './pages/sign-in/SignInPage'
import { ConsoleLayout } from './shell/ConsoleLayout'
import { ForRoles } from './shell/ForRoles'
import { PageBroken } from './shell/PageBroken'
import { PageMissing } from './shell/PageMissing'

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
