import { type RefObject, useEffect, useState } from 'react'

interface Size {
  widthPx: number
  heightPx: number
}

/** The inner size of an element, kept up to date; zero until it is known. */
export function useElementSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ widthPx: 0, heightPx: 0 })
  useEffect(() => {
    if (element.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return
      setSize({ widthPx: entry.contentRect.width, heightPx: entry.contentRect.height })
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return size
}
