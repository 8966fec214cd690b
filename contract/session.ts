import * as z from 'zod'
import { action } from './action'
import { done, empty, id, instant, role } from './shapes'

const session = z.strictObject({
  token: z.string(),
  expiresAt: instant,
  member: z.strictObject({ id, displayName: z.string(), roles: z.array(role) }),
})

export const sessionActions = {
  'session.local': action({
    summary: 'Local sign-in by openid; a new openid becomes a new member. Local mode only.',
    door: 'member',
    audience: 'public',
    writes: false,
    localOnly: true,
    input: z.strictObject({ openid: z.string().regex(/^[\w-]{1,64}$/) }),
    output: session,
    errors: ['UNKNOWN_ACTION'],
  }),
  'session.personas': action({
    summary: 'The demo people one tap can become. Local mode only.',
    door: 'member',
    audience: 'public',
    writes: false,
    localOnly: true,
    input: empty,
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          openid: z.string(),
          name: z.string(),
          title: z.string(),
          story: z.string(),
          face: z.enum(['mini', 'console']),
        }),
      ),
    }),
    errors: ['UNKNOWN_ACTION'],
  }),
  'session.end': action({
    summary: 'Sign out: the token is dead at once.',
    door: 'member',
    audience: 'member',
    writes: true,
    input: empty,
    output: done,
    errors: [],
  }),
}
