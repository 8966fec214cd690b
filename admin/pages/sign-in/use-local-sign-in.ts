import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/call'
import { useSession } from '../../session'

/** Signs in as one of the local mode's demo people; whatever another person had read is forgotten. */
export function useLocalSignIn() {
  const begin = useSession((store) => store.begin)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (openid: string) => call('session.local', { openid }),
    onSuccess: (session) => {
      queries.clear()
      begin(session)
    },
  })
}

export type LocalSignIn = ReturnType<typeof useLocalSignIn>
