/** Roles of the permission matrix; `public` is the absence of a session, not a role. */
export const ROLES = [
  'super_admin',
  'auditor',
  'editor',
  'station_chief',
  'promoter',
  'volunteer',
] as const

export type Role = (typeof ROLES)[number]

/** Roles that open the console. */
export const CONSOLE_ROLES = ['super_admin', 'auditor', 'editor', 'station_chief'] as const
/** Roles that decide about people of their org (or of all orgs). */
export const DECIDING_ROLES = ['super_admin', 'station_chief'] as const
