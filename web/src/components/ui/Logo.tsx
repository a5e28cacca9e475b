interface Props {
  className?: string
}

/** The mark alone; the name stands beside it as text. */
export function Logo({ className }: Props) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="8" className="fill-primary-600" />
      <g fill="none" strokeWidth="2.6" strokeLinecap="round">
        <path d="M7 21.5v-4.2a9 9 0 0 1 18 0v4.2" className="stroke-white" />
        <path d="M12.2 21.5v-4.2a3.8 3.8 0 0 1 7.6 0v4.2" className="stroke-primary-300" />
        <path d="M5.5 24.6h21" className="stroke-white" />
      </g>
    </svg>
  )
}
