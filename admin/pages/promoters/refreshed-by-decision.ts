/** What a decision about an application changes: the lists below show it at once. */
export const REFRESHED_BY_DECISION = [
  'promoters.applications',
  'overview.read',
  'codes.list',
  'members.list',
  'audit.list',
] as const
