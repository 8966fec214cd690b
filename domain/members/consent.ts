/** The version of the consent texts the faces show; a changed text gets a new one. */
export const CONSENT_VERSION = '2026-11'
