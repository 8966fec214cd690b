export type EmbeddedDatabaseErrorCode =
  | 'DATA_DIR_NOT_WRITABLE'
  | 'DATA_OF_NEWER_VERSION'
  | 'DATA_OF_OLDER_VERSION'
  | 'PLATFORM_UNSUPPORTED'
  | 'DATABASE_DID_NOT_START'
  | 'DISK_FULL'

/** The embedded database cannot be opened; the message is one sentence saying what to do. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError'
  constructor(
    readonly code: EmbeddedDatabaseErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** The system's code of an error (ENOENT, EACCES …), or '' when it has none. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

const NO_ROOM = /No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/i

/** True when what a program or the file system said means that the disk is full. */
export function saysDiskFull(text: string): boolean {
  return NO_ROOM.test(text)
}

/** The error for a full disk; `folder` tells which one. */
export function diskFull(folder: string, cause?: unknown): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'DISK_FULL',
    `There is no room left on the disk that holds ${folder}: free some space and start again.`,
    { cause },
  )
}

const NOT_WRITABLE: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk is read-only',
  EEXIST: 'a file of that name is in its place',
  ENOTDIR: 'a part of the path is a file, not a folder',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'the path cannot be made',
}

/** Turns a file-system error met in `folder` into a clear one; any other error is returned as it is. */
export function folderError(error: unknown, folder: string): unknown {
  if (error instanceof EmbeddedDatabaseError) return error
  const code = errorCode(error)
  if (saysDiskFull(code)) return diskFull(folder, error)
  const reason = NOT_WRITABLE[code]
  if (!reason) return error
  return new EmbeddedDatabaseError(
    'DATA_DIR_NOT_WRITABLE',
    `The data folder ${folder} cannot be used (${reason}): make it writable for the user who starts Fangpian, or name another folder in FANGPIAN_DATA.`,
    { cause: error },
  )
}
