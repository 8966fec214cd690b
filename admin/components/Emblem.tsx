/** The console's own mark: a shield with a pair of horns. It is no police insignia on purpose. */
export function Emblem({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path
        d="M24 3 41 8.6v14.2c0 10.4-6.6 17.9-17 22.2C13.6 40.7 7 33.2 7 22.8V8.6Z"
        fill="#2f6ad0"
        stroke="rgba(255,255,255,0.55)"
        strokeWidth="1.5"
      />
      <path d="M24 3 41 8.6v14.2c0 10.4-6.6 17.9-17 22.2Z" fill="#2459b5" />
      <path
        d="M12.6 13.2c-.6 6 2.2 9.6 6.9 10.3-.5 1.2-.7 2.5-.7 3.9 0 5 2.3 9.4 5.2 9.4s5.2-4.4 5.2-9.4c0-1.4-.2-2.7-.7-3.9 4.7-.7 7.5-4.3 6.9-10.3-1.4 3.6-4.5 5.3-8.6 5.3h-5.6c-4.1 0-7.2-1.7-8.6-5.3Z"
        fill="#ffffff"
      />
      <circle cx="21.4" cy="26.4" r="1.3" fill="#2459b5" />
      <circle cx="26.6" cy="26.4" r="1.3" fill="#2459b5" />
    </svg>
  )
}
