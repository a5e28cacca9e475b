import { create } from 'zustand'

/** What can still be done about it: "Undo". */
export interface ToastAction {
  label: string
  run: () => void
}

interface Toast {
  id: string
  type: 'success' | 'error' | 'warning' | 'info'
  message: string
  /** Milliseconds; 5,000 unless given, 8,000 with an action. */
  duration?: number | undefined
  action?: ToastAction | undefined
}

interface ToastStore {
  toasts: readonly Toast[]
}

/** What is to be shown; time and pause on hover are the view's. */
export const useToastStore = create<ToastStore>(() => ({ toasts: [] }))

export function addToast(toast: Omit<Toast, 'id'>): void {
  const added = { ...toast, id: crypto.randomUUID() }
  useToastStore.setState(({ toasts }) => ({ toasts: [...toasts, added] }))
}

export function removeToast(id: string): void {
  useToastStore.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}
