import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useSignedIn, useWho } from '../../api/session-store'
import { Screen } from '../../components/Screen'
import { codeEntry, codeFromQuery } from '../../device/launch'
import { CodeTrouble } from './CodeTrouble'
import { ScanFlow } from './ScanFlow'
import { ScanGate } from './ScanGate'

/** Opened by a code (scene or q), or without one to go on where the member stopped. */
export default function ScanPage() {
  const { params } = useRouter()
  const scene = codeFromQuery(params)
  const signedIn = useSignedIn()
  const who = useWho()
  const [seenWho, setSeenWho] = useState(false)

  return (
    <Screen title="扫码学反诈" bare>
      {!scene && (params.scene || params.q) ? (
        <CodeTrouble code="CODE_UNKNOWN" />
      ) : signedIn ? (
        <ScanFlow key={who} entry={scene ? codeEntry(scene, params) : null} seenWho={seenWho} />
      ) : (
        <ScanGate scene={scene} onStarted={() => setSeenWho(true)} />
      )}
    </Screen>
  )
}
