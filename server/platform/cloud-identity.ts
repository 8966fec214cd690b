import { getCloudbaseContext, parseContext } from '@cloudbase/node-sdk/dist/utils/tcbcontext'
import type { CallSource } from './context'
import type { Identity } from './identity'

/**
 * The caller of an event function, from the context of this one call. The SDK falls back to the
 * environment, which holds another caller's openid while calls overlap, so only what the call's own
 * context states is believed; without it the caller is nobody.
 */
export function cloudIdentity(context: object): Identity {
  const own = ownEnvironment(context)
  const read = own ? getCloudbaseContext(context) : {}
  const openid = read.WX_OPENID
  const source = sourceFrom(own)
  if (typeof openid !== 'string' || openid === '' || own?.WX_OPENID !== openid)
    return { kind: 'nobody', source }
  return { kind: 'openid', openid, source }
}

function ownEnvironment(context: object): Readonly<Record<string, unknown>> | null {
  try {
    const { environment, environ } = parseContext(context)
    return environment ?? environ ?? null
  } catch {
    return null
  }
}

/** Points need a real mini-program: not the HTTP trigger, not the tools, not a local debugger. */
function sourceFrom(own: Readonly<Record<string, unknown>> | null): CallSource {
  const source = own?.TCB_SOURCE ?? own?.TRIGGER_SRC
  const last = String(source ?? '')
    .split(',')
    .pop()
  const local = own?.TCB_ENV === 'local' || own?.SCF_NAMESPACE === 'local'
  return last === 'wx_client' && !local ? 'wx_client' : 'other'
}
