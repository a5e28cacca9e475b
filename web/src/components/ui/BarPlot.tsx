import { clsx } from 'clsx'
import { Plot, type PlotArea, type PlotLabel, type Series } from './Plot'

interface Props {
  labels: readonly PlotLabel[]
  /** From the bottom up. */
  series: readonly Series[]
}

const WIDEST_PX = 40
/** A value that is there is seen, however small its share. */
const LOWEST_PX = 2

/** One bar for each label, made of the series. */
export function BarPlot({ labels, series }: Props) {
  return (
    <Plot labels={labels} series={series} isStacked>
      {(area, active) =>
        labels.map((label, index) => (
          <g
            key={label.key}
            className={clsx(
              'transition-opacity',
              active !== null && active !== index && 'opacity-55',
            )}
          >
            <Stack series={series} index={index} area={area} />
          </g>
        ))
      }
    </Plot>
  )
}

interface StackProps {
  series: readonly Series[]
  index: number
  area: PlotArea
}

function Stack({ series, index, area }: StackProps) {
  const width = Math.min(area.stepPx * 0.6, WIDEST_PX)
  let top = area.baseline
  return series.map(({ name, color, values }) => {
    const value = values[index] ?? 0
    if (value === 0) return null
    const height = Math.max(LOWEST_PX, area.baseline - area.y(value))
    top -= height
    return (
      <rect
        key={name}
        x={area.x(index) - width / 2}
        y={top}
        width={width}
        height={height}
        rx={2}
        fill="currentColor"
        className={clsx(color, 'stroke-surface')}
      />
    )
  })
}
