interface Throttled {
  (): void
  cancel: () => void
}

/** Runs `work` at once, then at most every `everyMs`; a call in between is made up for at its end. */
export function throttle(work: () => void, everyMs: number): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDue = false
  const rest = () => {
    timer = undefined
    if (isDue) run()
  }
  const run = () => {
    isDue = false
    timer = setTimeout(rest, everyMs)
    work()
  }
  const throttled = () => {
    if (timer === undefined) run()
    else isDue = true
  }
  return Object.assign(throttled, { cancel: () => clearTimeout(timer) })
}
