import { lazy } from 'react'

// Each page comes when it is opened; the map and the charts, which weigh most, come still later.
const loadOverview = () => import('./overview/OverviewPage')
const loadFences = () => import('./fences/FencesPage')
const loadApplications = () => import('./promoters/ApplicationsPage')
const loadCodes = () => import('./codes/CodesPage')
const loadMembers = () => import('./members/MembersPage')
const loadRecruitments = () => import('./recruitment/RecruitmentsPage')
const loadAudit = () => import('./audit/AuditPage')

export const OverviewPage = lazy(() =>
  loadOverview().then((file) => ({ default: file.OverviewPage })),
)
export const FencesPage = lazy(() => loadFences().then((file) => ({ default: file.FencesPage })))
export const ApplicationsPage = lazy(() =>
  loadApplications().then((file) => ({ default: file.ApplicationsPage })),
)
export const CodesPage = lazy(() => loadCodes().then((file) => ({ default: file.CodesPage })))
export const MembersPage = lazy(() => loadMembers().then((file) => ({ default: file.MembersPage })))
export const RecruitmentsPage = lazy(() =>
  loadRecruitments().then((file) => ({ default: file.RecruitmentsPage })),
)
export const AuditPage = lazy(() => loadAudit().then((file) => ({ default: file.AuditPage })))

/** Fetches the small page files ahead, so that the menu still opens pages when the network drops. */
export async function fetchPagesAhead(): Promise<void> {
  await Promise.allSettled(
    [loadApplications, loadCodes, loadMembers, loadRecruitments, loadAudit, loadFences].map(
      (load) => load(),
    ),
  )
}
