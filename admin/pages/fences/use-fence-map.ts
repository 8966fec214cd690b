import { type GeoJSONSource, Map as MapView, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Mode } from '../../theme'
import { type Bounds, type FenceCollection, namesOf } from './fence-shapes'
import { FILL, mapStyle, NAMES, SOURCE } from './map-style'

// Set by the build: MapLibre's worker as a file of our own origin, as the content policy demands.
declare const MAP_WORKER_URL: string

type PaintProperty = Parameters<MapView['setPaintProperty']>[1]

interface Wanted {
  readonly holder: RefObject<HTMLDivElement | null>
  readonly mode: Mode
  readonly collection: FenceCollection
  readonly bounds: Bounds | null
  readonly selectedId: string | null
  readonly selectedBounds: Bounds | null
  readonly onSelect: (id: string | null) => void
}

const FIT = { padding: 36, duration: 400 } as const
/** The card about the selected fence covers the map's left. */
const BESIDE_CARD = { left: 380, top: 100, right: 90, bottom: 100 } as const

/** Null where the browser has no WebGL: the page then lives by its list. */
function openMap(container: HTMLDivElement, mode: Mode): MapView | null {
  setWorkerUrl(MAP_WORKER_URL)
  try {
    const map = new MapView({
      container,
      style: mapStyle(mode),
      center: [105, 35],
      zoom: 3,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      locale: {
        'NavigationControl.ZoomIn': '放大',
        'NavigationControl.ZoomOut': '缩小',
        'Map.Title': '围栏示意图',
      },
    })
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    map.touchZoomRotate.disableRotation()
    return map
  } catch {
    return null
  }
}

function nameAndId(properties: unknown): { id: string; name: string } | null {
  if (typeof properties !== 'object' || properties === null) return null
  if (!('id' in properties) || !('name' in properties)) return null
  return { id: String(properties.id), name: String(properties.name) }
}

/** Repaints in place: a new style would forget which fence is selected. */
function paint(map: MapView, mode: Mode): void {
  for (const layer of mapStyle(mode).layers) {
    for (const [property, value] of Object.entries(layer.paint ?? {})) {
      map.setPaintProperty(layer.id, property as PaintProperty, value)
    }
  }
}

/** Keeps a MapLibre map in step with what React wants shown, and reports what the mouse does. */
export function useFenceMap(wanted: Wanted) {
  const { holder, mode, collection, bounds, selectedId, selectedBounds } = wanted
  const [map, setMap] = useState<MapView | null>(null)
  const [broken, setBroken] = useState(false)
  const [hovered, setHovered] = useState<string | null>(null)
  const [drawn, setDrawn] = useState(false)
  const latest = useRef(wanted)
  latest.current = wanted

  useEffect(() => {
    if (map === null) return
    setDrawn(false)
    map.getSource<GeoJSONSource>(SOURCE)?.setData(collection)
    map.getSource<GeoJSONSource>(NAMES)?.setData(namesOf(collection))
    const settle = () => setDrawn(true)
    map.once('idle', settle)
    return () => {
      map.off('idle', settle)
    }
  }, [map, collection])

  useEffect(() => {
    if (map !== null && bounds !== null) map.fitBounds(bounds, { ...FIT, duration: 0 })
  }, [map, bounds])

  useEffect(() => {
    if (map !== null) paint(map, mode)
  }, [map, mode])

  useEffect(() => {
    if (map === null || selectedId === null) return
    const feature = { source: SOURCE, id: selectedId }
    map.setFeatureState(feature, { selected: true })
    return () => {
      map.setFeatureState(feature, { selected: false })
    }
  }, [map, selectedId])

  useEffect(() => {
    if (map === null || selectedBounds === null) return
    map.fitBounds(selectedBounds, { ...FIT, padding: BESIDE_CARD, maxZoom: 14 })
  }, [map, selectedBounds])

  // Last on purpose: leaving the page, the effects above still speak to a living map.
  useEffect(() => {
    if (holder.current === null) return
    const opened = openMap(holder.current, latest.current.mode)
    if (opened === null) {
      setBroken(true)
      return
    }
    const stopHover = followMouse(opened, setHovered, (id) => latest.current.onSelect(id))
    opened.once('load', () => setMap(opened))
    return () => {
      stopHover()
      setMap(null)
      opened.remove()
    }
  }, [holder])

  const fit = () => {
    if (bounds !== null) map?.fitBounds(bounds, FIT)
  }
  return { hovered, drawn, broken, fit }
}

function followMouse(
  map: MapView,
  onHover: (name: string | null) => void,
  onSelect: (id: string | null) => void,
): () => void {
  let lit: string | null = null
  const light = (id: string | null) => {
    if (lit === id) return
    if (lit !== null) map.setFeatureState({ source: SOURCE, id: lit }, { hover: false })
    if (id !== null) map.setFeatureState({ source: SOURCE, id }, { hover: true })
    lit = id
  }
  map.on('mousemove', FILL, ({ features }) => {
    const found = nameAndId(features?.[0]?.properties)
    light(found?.id ?? null)
    onHover(found?.name ?? null)
    map.getCanvas().style.cursor = found === null ? '' : 'pointer'
  })
  map.on('mouseleave', FILL, () => {
    light(null)
    onHover(null)
    map.getCanvas().style.cursor = ''
  })
  map.on('click', ({ point }) => {
    const [top] = map.queryRenderedFeatures(point, { layers: [FILL] })
    onSelect(nameAndId(top?.properties)?.id ?? null)
  })
  return () => light(null)
}
