import { useMemo } from 'react'
import { addToast, type ToastAction } from '@/lib/toasts'

/** Short notes that go by themselves; whatever must be read belongs on the page. */
export function useToast() {
  return useMemo(
    () => ({
      success: (message: string, duration?: number, action?: ToastAction) =>
        addToast({ type: 'success', message, duration, action }),
      error: (message: string, duration?: number, action?: ToastAction) =>
        addToast({ type: 'error', message, duration, action }),
      warning: (message: string, duration?: number, action?: ToastAction) =>
        addToast({ type: 'warning', message, duration, action }),
      info: (message: string, duration?: number, action?: ToastAction) =>
        addToast({ type: 'info', message, duration, action }),
    }),
    [],
  )
}
