import { openHttpDoor } from '../../server/platform/http-door'

/** The console's door: an HTTP function. PORT is for trying it outside the cloud. */
openHttpDoor(Number(process.env.PORT) || undefined).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
