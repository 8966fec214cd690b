import { timerDoor } from '../../server/platform/timer-door'

/** The clock's door: a cron trigger, once an hour (see cloudbaserc.json). */
export const main = timerDoor()
