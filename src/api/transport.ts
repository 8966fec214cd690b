import Taro from '@tarojs/taro'
import type { ActionName } from '../../contract/actions'
import { ApiError } from './api-error'

/** One request on its way: the same id is sent again when it has to be repeated. */
export interface Parcel {
  action: ActionName
  input: object
  requestId: string | null
  token: string | null
}

const TIMEOUT_MS = 10_000

/** True when the cloud tells the server who calls, so that no session of ours is needed. */
export const identityFromCloud =
  process.env.TARO_ENV === 'weapp' && process.env.FANGPIAN_TRANSPORT === 'cloudbase'

/** Sends one parcel and gives the server's answer object back; throws ApiError when none came. */
export function send(parcel: Parcel): Promise<unknown> {
  if (identityFromCloud) return sendToCloud(parcel)
  return process.env.TARO_ENV === 'weapp' ? sendByWechat(parcel) : sendByFetch(parcel)
}

function bodyOf({ input, requestId }: Parcel): object {
  return requestId === null ? input : { ...input, requestId }
}

function headersOf({ token }: Parcel): Record<string, string> {
  const type = { 'content-type': 'application/json' }
  return token === null ? type : { ...type, authorization: `Bearer ${token}` }
}

function addressOf({ action }: Parcel): string {
  return `${process.env.FANGPIAN_API_BASE ?? ''}/api/${action}`
}

async function sendByFetch(parcel: Parcel): Promise<unknown> {
  const aborter = new AbortController()
  const timer = setTimeout(() => aborter.abort(), TIMEOUT_MS)
  try {
    const answer = await fetch(addressOf(parcel), {
      method: 'POST',
      headers: headersOf(parcel),
      body: JSON.stringify(bodyOf(parcel)),
      signal: aborter.signal,
    })
    return await answer.json()
  } catch (error) {
    if (error instanceof SyntaxError) throw new ApiError('UNAVAILABLE')
    throw new ApiError(aborter.signal.aborted ? 'TIMEOUT' : 'NETWORK')
  } finally {
    clearTimeout(timer)
  }
}

async function sendByWechat(parcel: Parcel): Promise<unknown> {
  try {
    const answer = await Taro.request<unknown>({
      url: addressOf(parcel),
      method: 'POST',
      header: headersOf(parcel),
      data: bodyOf(parcel),
      timeout: TIMEOUT_MS,
    })
    return answer.data
  } catch (error) {
    throw wechatFailure(error)
  }
}

async function sendToCloud({ action, input, requestId }: Parcel): Promise<unknown> {
  try {
    const answer = await Taro.cloud.callFunction({
      name: 'member',
      data: { action, input, ...(requestId === null ? {} : { requestId }) },
    })
    return answer.result
  } catch (error) {
    throw wechatFailure(error)
  }
}

/** WeChat rejects with `{errMsg}`, not with an Error. */
function wechatFailure(error: unknown): ApiError {
  const words =
    typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : ''
  return new ApiError(/timeout|time out/i.test(words) ? 'TIMEOUT' : 'NETWORK', words)
}
