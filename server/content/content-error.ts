/** Where a content file is wrong and what should stand there. */
export interface ContentFault {
  readonly file: string
  readonly line: number
  readonly expected: string
}

/** Raised by every content parser, with all faults of the file at once. */
export class ContentError extends Error {
  readonly faults: readonly ContentFault[]

  constructor(faults: readonly ContentFault[]) {
    super(faults.map((fault) => `${fault.file}:${fault.line}: ${fault.expected}`).join('\n'))
    this.name = 'ContentError'
    this.faults = faults
  }
}

/** A content file in memory: the parsers never touch the disk. */
export interface ContentFile {
  readonly file: string
  readonly text: string
}

/** The piece's slug is its file name; throws ContentError when it could not stand in an address. */
export function slugOf(file: string): string {
  const slug = (file.split('/').at(-1) ?? '').replace(/\.(?:md|yaml)$/u, '')
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(slug) || slug.length > 80) {
    throw new ContentError([
      { file, line: 1, expected: 'a file name of lower-case letters, digits and single dashes' },
    ])
  }
  return slug
}
