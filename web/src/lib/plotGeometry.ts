export interface Point {
  x: number
  y: number
}

/** Two to five round values from 0 to at least `highest`; whole numbers, as only things are counted. */
export function niceTicks(highest: number): number[] {
  const rough = Math.max(highest, 4) / 4
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10]
    .map((factor) => factor * magnitude)
    .find((value) => value >= rough)
  const whole = Math.ceil(step ?? rough)
  return [0, 1, 2, 3, 4]
    .map((index) => index * whole)
    .filter((tick) => tick <= whole || tick - whole < highest)
}

/** Every how many labels one is shown, so that each has `labelPx` of room. */
export function labelStride(count: number, widthPx: number, labelPx: number): number {
  const fitting = Math.max(1, Math.floor(widthPx / labelPx))
  return Math.max(1, Math.ceil(count / fitting))
}

/**
 * A path through all points that never swings beyond them: cubic pieces with the slopes of
 * Fritsch and Carlson's monotone interpolation. `x` must grow.
 */
export function smoothPath(points: readonly Point[]): string {
  const slopes = monotoneSlopes(points)
  return points.reduce((path, point, index) => {
    const before = points[index - 1]
    if (before === undefined) return `M${round(point.x)},${round(point.y)}`
    const third = (point.x - before.x) / 3
    const leave = before.y + third * (slopes[index - 1] ?? 0)
    const arrive = point.y - third * (slopes[index] ?? 0)
    const controls = [before.x + third, leave, point.x - third, arrive, point.x, point.y]
    return `${path}C${controls.map(round).join(',')}`
  }, '')
}

function monotoneSlopes(points: readonly Point[]): number[] {
  const secants = points.slice(1).map((point, index) => {
    const before = points[index] ?? point
    return (point.y - before.y) / (point.x - before.x || 1)
  })
  return points.map((_, index) => {
    const left = secants[index - 1]
    const right = secants[index]
    if (left === undefined || right === undefined || left * right <= 0) return 0
    return (2 * left * right) / (left + right)
  })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
