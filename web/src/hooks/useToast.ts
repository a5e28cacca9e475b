import { useMemo } from 'react'
import { addToast } from '@/lib/toasts'

/** Short notes that go by themselves; whatever must be read belongs on the page. */
export function useToast() {
  return useMemo(
    () => ({
      success: (message: string, duration?: number) =>
        addToast({ type: 'success', message, duration }),
      error: (message: string, duration?: number) => addToast({ type: 'error', message, duration }),
      warning: (message: string, duration?: number) =>
        addToast({ type: 'warning', message, duration }),
      info: (message: string, duration?: number) => addToast({ type: 'info', message, duration }),
    }),
    [],
  )
}
