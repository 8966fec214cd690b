import jsQR from 'jsqr'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { PNG } from 'pngjs'

export interface Position {
  readonly longitude: number
  readonly latitude: number
  readonly accuracy: number
}

export interface Phone {
  readonly page: Page
  readonly context: BrowserContext
  /** What went wrong in the page, to be empty at the end. */
  readonly errors: string[]
}

/** A phone of 390 × 844; without a position it refuses location. */
export async function aPhone(browser: Browser, position?: Position): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: true,
    ...(position && { geolocation: position, permissions: ['geolocation'] }),
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
      errors.push(message.text())
  })
  return { page, context, errors }
}

export const tap = (page: Page, testId: string) => page.getByTestId(testId).first().click()
export const see = (page: Page, testId: string) =>
  page.getByTestId(testId).first().waitFor({ state: 'visible' })

/** Reads the QR code on the screen as another phone's camera would. */
export async function readQr(page: Page): Promise<string> {
  const picture = await page.getByTestId('qr').first().screenshot()
  const { data, width, height } = PNG.sync.read(picture)
  const code = jsQR(new Uint8ClampedArray(data), width, height)
  if (!code) throw new Error('the code on the screen cannot be read')
  return code.data
}
