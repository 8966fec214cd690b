import { type Config, readConfig } from '../server/platform/config'
import { dataKey } from '../server/platform/data-key'
import { type OpenDatabase, openDatabase } from '../server/platform/database'
import { type EmbeddedDatabase, openEmbeddedDatabase } from '../server/platform/embedded-database'
import { migrate } from '../server/platform/migrate'
import { MIGRATIONS, PROJECT } from './project'

export interface OpenData extends OpenDatabase {
  readonly config: Config
  readonly key: string
  /** The project's own database in the data folder; null with DATABASE_URL. */
  readonly embedded: EmbeddedDatabase | null
  readonly connectionString: string
  readonly migrated: readonly string[]
}

/**
 * Opens the database of the settings: DATABASE_URL, else the embedded one (joined when another
 * program of this project runs it), and brings it to this version. `close` lets go of both.
 */
export async function openData(options: {
  connections: number
  progress?: (step: string) => void
}): Promise<OpenData> {
  const config = readConfig(process.env, PROJECT)
  const embedded = config.databaseUrl
    ? null
    : await openEmbeddedDatabase({ dataDir: config.dataDir, progress: options.progress })
  const connectionString = config.databaseUrl ?? embedded?.connectionString ?? ''
  const open = openDatabase(connectionString, options.connections)
  const close = async () => {
    await open.close()
    await embedded?.release()
  }
  try {
    const migrated = await migrate(open.pool, MIGRATIONS)
    const key = dataKey(config)
    return { ...open, close, config, key, embedded, connectionString, migrated }
  } catch (error) {
    await close()
    throw error
  }
}
