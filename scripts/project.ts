import * as path from 'node:path'

export const PROJECT = path.resolve(__dirname, '..')
export const MIGRATIONS = path.join(PROJECT, 'server', 'migrations')
export const CONTENT = path.join(PROJECT, 'content')
export const DIST = path.join(PROJECT, 'dist')
