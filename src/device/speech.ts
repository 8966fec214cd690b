/** Reading aloud exists in browsers only; WeChat offers it through a paid plugin. */
export function canSpeak(): boolean {
  return process.env.TARO_ENV === 'h5' && typeof speechSynthesis !== 'undefined'
}

/** Speaks slowly enough for an elder; `onEnd` also fires when the voice is missing. */
export function speak(text: string, onEnd: () => void): void {
  speechSynthesis.cancel()
  const speech = new SpeechSynthesisUtterance(text)
  speech.lang = 'zh-CN'
  speech.rate = 0.9
  speech.onend = onEnd
  speech.onerror = onEnd
  speechSynthesis.speak(speech)
}

export function stopSpeaking(): void {
  if (canSpeak()) speechSynthesis.cancel()
}
