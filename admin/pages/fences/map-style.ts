import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Mode } from '../../theme'

export const SOURCE = 'fences'
/** One point a fence: a name for each island of a town would clutter the map. */
export const NAMES = 'fence-names'
export const FILL = 'fence-fill'

const NOTHING = { type: 'FeatureCollection' as const, features: [] }

const INK = {
  light: {
    water: '#f2f5f9',
    shades: ['#c7d6ee', '#d6e1f3', '#b9cceb', '#e0e8f5'],
    site: '#f3b562',
    hover: '#a9c1e8',
    selected: '#5f8fdc',
    border: '#6d86b0',
    strong: '#12305f',
    text: '#24406f',
    halo: '#ffffff',
  },
  dark: {
    water: '#10151d',
    shades: ['#26375a', '#2d4068', '#20304f', '#344871'],
    site: '#a86f1e',
    hover: '#35507f',
    selected: '#3f69b4',
    border: '#4a5f86',
    strong: '#cfe0ff',
    text: '#c9d6ee',
    halo: '#10151d',
  },
} as const

const IS_SITE: ExpressionSpecification = ['==', ['get', 'kind'], 'site']

const on = (state: 'hover' | 'selected') => ['boolean', ['feature-state', state], false] as const

/** The whole style of the map: one source of ours, no tiles, no glyph server, no sprites. */
export function mapStyle(mode: Mode): StyleSpecification {
  const ink = INK[mode]
  const [first, second, third, fourth] = ink.shades
  return {
    version: 8,
    sources: {
      [SOURCE]: { type: 'geojson', data: NOTHING, promoteId: 'id', tolerance: 0.2 },
      [NAMES]: { type: 'geojson', data: NOTHING },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': ink.water } },
      {
        id: FILL,
        type: 'fill',
        source: SOURCE,
        layout: { 'fill-sort-key': ['match', ['get', 'kind'], 'site', 1, 0] },
        paint: {
          'fill-color': [
            'case',
            [...on('selected')],
            ink.selected,
            [...on('hover')],
            ink.hover,
            IS_SITE,
            ink.site,
            ['match', ['get', 'shade'], 0, first, 1, second, 2, third, fourth],
          ],
          'fill-opacity': 0.9,
        },
      },
      ...lineAndNameLayers(ink),
    ],
  }
}

type Ink = (typeof INK)[Mode]

function lineAndNameLayers(ink: Ink): LayerSpecification[] {
  return [
    {
      id: 'fence-border',
      type: 'line',
      source: SOURCE,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': ['case', [...on('selected')], ink.strong, ink.border],
        'line-width': ['case', [...on('selected')], 2.6, 0.8],
      },
    },
    {
      id: 'site-dot',
      type: 'circle',
      source: NAMES,
      filter: IS_SITE,
      paint: {
        'circle-radius': 4,
        'circle-color': ink.site,
        'circle-stroke-color': ink.halo,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'fence-name',
      type: 'symbol',
      source: NAMES,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['sans-serif'],
        'text-size': 12,
        'text-max-width': 8,
        'text-padding': 4,
        'text-anchor': ['case', IS_SITE, 'left', 'center'],
        'text-offset': ['case', IS_SITE, ['literal', [0.7, 0]], ['literal', [0, 0]]],
        // A town's name comes before those of the markets in it.
        'symbol-sort-key': ['match', ['get', 'kind'], 'site', 1, 0],
      },
      paint: { 'text-color': ink.text, 'text-halo-color': ink.halo, 'text-halo-width': 1.4 },
    },
  ]
}
