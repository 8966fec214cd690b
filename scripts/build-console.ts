import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const OUT = join(ROOT, 'dist', 'console')
/** Where the server puts the folder; the pages' addresses begin with it too. */
const PUBLIC_PATH = '/console/'
/** Ant Design and MapLibre need no older; county offices still run browsers of 2021. */
const BROWSERS = ['chrome90', 'edge90', 'firefox90', 'safari15']

/** Smaller files are counted, not listed. */
const SMALL_BYTES = 10_240
/** The last levels cost seconds and save one per cent. */
const BROTLI_QUALITY = 9

export interface BuiltConsole {
  readonly folder: string
  readonly files: readonly { name: string; bytes: number; gzipBytes: number }[]
}

/** Writes the console to dist/console: index.html, hashed scripts and styles, the map's worker. */
export async function buildConsole(): Promise<BuiltConsole> {
  await rm(OUT, { recursive: true, force: true })
  await mkdir(join(OUT, 'assets'), { recursive: true })
  const worker = await buildMapWorker()
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: { console: 'admin/main.tsx' },
    outdir: OUT,
    entryNames: 'assets/[name]-[hash]',
    chunkNames: 'assets/[name]-[hash]',
    assetNames: 'assets/[name]-[hash]',
    publicPath: PUBLIC_PATH,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: BROWSERS,
    minify: true,
    metafile: true,
    legalComments: 'linked',
    jsx: 'automatic',
    loader: { '.svg': 'file' },
    define: {
      'process.env.NODE_ENV': '"production"',
      MAP_WORKER_URL: JSON.stringify(PUBLIC_PATH + worker),
    },
    logLevel: 'warning',
  })
  await writePage(result.metafile)
  return { folder: OUT, files: await sizesOf([join(OUT, worker), ...scriptsOf(result.metafile)]) }
}

/** MapLibre starts its worker by address, so it is a file of its own and not part of a bundle. */
async function buildMapWorker(): Promise<string> {
  const require = createRequire(import.meta.url)
  const result = await build({
    entryPoints: [require.resolve('maplibre-gl/dist/maplibre-gl-worker.mjs')],
    outdir: OUT,
    entryNames: 'assets/map-worker-[hash]',
    bundle: true,
    format: 'esm',
    target: BROWSERS,
    minify: true,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
  })
  const [file] = Object.keys(result.metafile.outputs)
  if (file === undefined) throw new Error('the map worker was not built')
  return relative(OUT, resolve(file))
}

async function writePage(metafile: Metafile): Promise<void> {
  const entry = Object.entries(metafile.outputs).find(
    ([, output]) => output.entryPoint === 'admin/main.tsx',
  )
  if (entry === undefined || entry[1].cssBundle === undefined) {
    throw new Error('the console was built without its script or style')
  }
  const icon = await readFile(join(ROOT, 'admin', 'icon.svg'))
  const iconName = `assets/icon-${createHash('sha256').update(icon).digest('hex').slice(0, 8)}.svg`
  await writeFile(join(OUT, iconName), icon)
  const page = await readFile(join(ROOT, 'admin', 'index.html'), 'utf8')
  const address = (file: string) => PUBLIC_PATH + relative(OUT, resolve(ROOT, file))
  await writeFile(
    join(OUT, 'index.html'),
    page
      .replace('{{script}}', address(entry[0]))
      .replace('{{style}}', address(entry[1].cssBundle))
      .replace('{{icon}}', PUBLIC_PATH + iconName),
  )
}

/** Leaves .gz and .br beside a file, for servers that send what is already compressed. */
async function compress(path: string, content: Buffer): Promise<number> {
  const gzip = gzipSync(content, { level: 9 })
  const brotli = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
  })
  await Promise.all([writeFile(`${path}.gz`, gzip), writeFile(`${path}.br`, brotli)])
  return gzip.length
}

function scriptsOf({ outputs }: Metafile): string[] {
  return Object.keys(outputs)
    .filter((file) => /\.(js|css)$/.test(file))
    .map((file) => resolve(ROOT, file))
}

async function sizesOf(paths: readonly string[]): Promise<BuiltConsole['files']> {
  const sizes = await Promise.all(
    paths.map(async (path) => {
      const content = await readFile(path)
      const gzipBytes = await compress(path, content)
      return { name: relative(OUT, path), bytes: content.length, gzipBytes }
    }),
  )
  return sizes.sort((a, b) => b.bytes - a.bytes)
}

async function main(): Promise<void> {
  const { folder, files } = await buildConsole()
  const kib = (bytes: number) => `${(bytes / 1024).toFixed(0).padStart(6)} KiB`
  for (const { name, bytes, gzipBytes } of files) {
    if (bytes >= SMALL_BYTES) console.log(`${kib(bytes)} ${kib(gzipBytes)} gzip  ${name}`)
  }
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(`${kib(total)} in ${files.length} files: ${relative(process.cwd(), folder)}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
  })
}
