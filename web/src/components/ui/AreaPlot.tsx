import { smoothPath } from '@/lib/plotGeometry'
import { Plot, type PlotArea, type PlotLabel, type Series } from './Plot'

interface Props {
  labels: readonly PlotLabel[]
  series: readonly Series[]
}

/** Courses over time, each a line on a tinted ground. */
export function AreaPlot({ labels, series }: Props) {
  return (
    <Plot labels={labels} series={series} isStacked={false}>
      {(area, active) => (
        <>
          {active === null ? null : (
            <line
              x1={area.x(active)}
              x2={area.x(active)}
              y1={area.y(0)}
              y2={0}
              className="stroke-line-strong"
            />
          )}
          {series.map((one) => (
            <Course key={one.name} series={one} area={area} active={active} />
          ))}
        </>
      )}
    </Plot>
  )
}

interface CourseProps {
  series: Series
  area: PlotArea
  active: number | null
}

function Course({ series, area, active }: CourseProps) {
  const points = series.values.map((value, index) => ({ x: area.x(index), y: area.y(value) }))
  const path = smoothPath(points)
  const [first, last] = [points.at(0), points.at(-1)]
  const marked = active === null ? undefined : points[active]
  return (
    <g className={series.color}>
      {first && last && !series.isFaint ? (
        <path
          d={`${path}L${last.x},${area.baseline}L${first.x},${area.baseline}Z`}
          fill="currentColor"
          fillOpacity={0.09}
        />
      ) : null}
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth={series.isFaint ? 1.5 : 2}
        strokeDasharray={series.isFaint ? '3 4' : undefined}
        strokeOpacity={series.isFaint ? 0.75 : 1}
        strokeLinejoin="round"
      />
      {marked ? (
        <circle
          cx={marked.x}
          cy={marked.y}
          r={4}
          fill="currentColor"
          className="stroke-surface"
          strokeWidth={2}
        />
      ) : null}
    </g>
  )
}
