import { useEffect, useRef, useState } from 'react'
import { type ExportProgress, exportConversations } from '@/api/exports'
import type { ConversationListParams } from '@/types/conversation'

/** One export at a time: `progress` is null while none runs. Leaving the page cancels it. */
export function useExport(onFailure: (error: unknown) => void) {
  const [progress, setProgress] = useState<ExportProgress | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = async (params: ConversationListParams) => {
    const controller = new AbortController()
    running.current = controller
    setProgress({ rows: 0, total: 0 })
    try {
      save(await exportConversations(params, setProgress, controller.signal))
    } catch (error) {
      if (!controller.signal.aborted) onFailure(error)
    } finally {
      setProgress(null)
    }
  }
  return { progress, start, cancel: () => running.current?.abort() }
}

/** Hands the file to the browser. The name has no colon: some systems refuse one. */
function save(file: Blob) {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = `conversations-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
