import { useEffect } from 'react'
import { LoadingScreen } from './LoadingScreen'

interface Props {
  /** A path of this origin. */
  path: string
}

/**
 * Goes to `path` as a new document. Used between the login page and the console: whatever the
 * page held in memory of a session is gone, and the login page needs none of the console's code.
 */
export function LeaveFor({ path }: Props) {
  useEffect(() => window.location.replace(path), [path])
  return <LoadingScreen />
}
