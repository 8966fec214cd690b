/** Start values of the recruitment rules; every verdict stores the version it was made under. */
export interface RecruitmentRules {
  readonly version: string
  readonly openDays: number
  readonly questionsPerQuiz: number
  readonly rightToPass: number
  /** WeChat entry scenes that prove a camera: 扫描二维码 and 扫描小程序码. */
  readonly cameraScenes: readonly number[]
  readonly scanAgeSecondsMax: number
  readonly promoterPoints: number
  readonly volunteerPoints: number
}

export const RULES: RecruitmentRules = {
  version: '2026-11-a',
  openDays: 14,
  questionsPerQuiz: 3,
  rightToPass: 2,
  cameraScenes: [1011, 1047],
  scanAgeSecondsMax: 120,
  promoterPoints: 10,
  volunteerPoints: 5,
}

/** Bands below 14 may read, but not enrol (PIPL art. 28, 31). */
export const AGE_BANDS = ['under14', '14to17', '18to59', '60plus'] as const
export type AgeBand = (typeof AGE_BANDS)[number]
