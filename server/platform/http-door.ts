import { httpApp } from './http-app'
import { doorDeps } from './open-door'

/** HTTP functions listen here; the platform sends no other port. */
const PORT = 9000

/**
 * The console's door: an HTTP function that authenticates every request itself by its session
 * token, because headers of a public route can be typed by anybody.
 */
export async function openHttpDoor(port = PORT): Promise<{ close(): Promise<void> }> {
  const { deps } = doorDeps('all')()
  const isReady = () =>
    deps.db
      .selectFrom('setting')
      .select('name')
      .limit(1)
      .execute()
      .then(
        () => true,
        () => false,
      )
  const app = httpApp({ deps, isReady, scriptHashes: [] })
  await app.listen({ host: '0.0.0.0', port })
  return { close: () => app.close() }
}
