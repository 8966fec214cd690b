import { Image } from '@tarojs/components'
import { renderSVG } from 'uqr'

interface Props {
  text: string
  size: number
}

/** A QR code, black on white in every theme: cameras need the contrast. */
export function QrPicture({ text, size }: Props) {
  const svg = renderSVG(text, { ecc: 'M', border: 2, pixelSize: 8 })
  const side = `${size}px`
  return (
    <Image
      className="fp-qr"
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      style={{ width: side, height: side, background: '#ffffff', borderRadius: '8px' }}
      aria-label="专属二维码"
      data-testid="qr"
      data-code={text}
    />
  )
}
