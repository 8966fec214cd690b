/** The light part of the SDK: the whole of it costs a cold start half a second. */
declare module '@cloudbase/node-sdk/dist/utils/tcbcontext' {
  export function getCloudbaseContext(context: object): Readonly<Record<string, unknown>>
  export function parseContext(context: object): {
    readonly environment?: Readonly<Record<string, unknown>>
    readonly environ?: Readonly<Record<string, unknown>>
  }
}
