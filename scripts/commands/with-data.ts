import { type OpenData, openData } from '../open-data'

/** A command reads and writes through one or two connections and leaves the rest to the server. */
const CONNECTIONS = 2

/** Opens the data, joins a running database or starts one, and lets go of it however it ends. */
export async function withData<T>(work: (data: OpenData) => Promise<T>): Promise<T> {
  const data = await openData({ connections: CONNECTIONS })
  try {
    return await work(data)
  } finally {
    await data.close()
  }
}

/** One line of JSON for programs. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** For people watching while a program reads the result. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`)
}
