import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { getTranscript } from '@/api/widget'
import { onHostMessage } from '@/lib/widgetHost'

const POLL_MS = 15_000
const KEY = ['transcript']

/** The transcript that a token opens, oldest message first; `fetchNextPage` leads to older ones. */
export function useTranscript(token: string) {
  const latest = useRef(token)
  useEffect(() => {
    latest.current = token
  })
  useRefetchWhenTold()
  return useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) => getTranscript(latest.current, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => [...pages].reverse().flatMap((page) => page.messages),
    refetchInterval: POLL_MS,
  })
}

/** The page around the widget hears of news at once. */
function useRefetchWhenTold() {
  const queryClient = useQueryClient()
  useEffect(
    () =>
      onHostMessage((message) => {
        if (message.news) void queryClient.invalidateQueries({ queryKey: KEY })
      }),
    [queryClient],
  )
}
