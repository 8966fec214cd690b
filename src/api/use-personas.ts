import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Output } from '../../contract/actions'
import { call } from './call'
import { identityFromCloud } from './transport'

export type Persona = Output<'session.personas'>['items'][number]

/** The demo people of a local server; anywhere else this fails with UNKNOWN_ACTION. */
export function usePersonas(): UseQueryResult<Persona[], Error> {
  return useQuery({
    queryKey: ['session.personas'],
    queryFn: async () => (await call('session.personas', {})).items,
    enabled: !identityFromCloud,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
