import { eventDoor } from '../../server/platform/open-door'

/** The mini-program's door: wx.cloud.callFunction({ name: 'member', data: { action, input, requestId } }). */
export const main = eventDoor('member')
